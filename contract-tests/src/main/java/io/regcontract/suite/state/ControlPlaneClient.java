package io.regcontract.suite.state;

import io.regcontract.check.answer.Answer;
import io.regcontract.environment.ControlPlaneAccess;
import io.regcontract.suite.evidence.Exchange;
import io.regcontract.suite.transport.PlainHttpClient;
import io.regcontract.suite.transport.TransportException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/** Calls the control plane of a simulator. */
public final class ControlPlaneClient {

    private final ControlPlaneAccess control;
    private final PlainHttpClient http;
    private final ControlCapabilities capabilities;
    private final ThingsMade bookkeeping;

    /** @param control address and token */
    public ControlPlaneClient(ControlPlaneAccess control, PlainHttpClient http) {
        this(control, http, ControlCapabilities.ALL, ThingsMade.UNTOLD);
    }

    private ControlPlaneClient(
            ControlPlaneAccess control,
            PlainHttpClient http,
            ControlCapabilities capabilities,
            ThingsMade bookkeeping) {
        this.control = control;
        this.http = http;
        this.capabilities = capabilities;
        this.bookkeeping = bookkeeping;
    }

    /** This control plane, of which no more is asked than it offers. */
    public ControlPlaneClient offering(ControlCapabilities offered) {
        return new ControlPlaneClient(control, http, offered, bookkeeping);
    }

    /** This control plane, with an account of what is made over it. */
    public ControlPlaneClient recordedBy(ThingsMade account) {
        return new ControlPlaneClient(control, http, capabilities, account);
    }

    ThingsMade bookkeeping() {
        return bookkeeping;
    }

    /**
     * Removes a thing of an application.
     *
     * @param steps of the path after the application, such as {@code clients} and an id
     * @return why it is still there; empty when it is gone
     * @throws TransportException when no answer came
     */
    public Optional<String> removeThing(String application, String... steps) {
        var path = new StringBuilder("/applications/").append(segment(application));
        for (var step : steps) {
            path.append('/').append(segment(step));
        }
        var answer = send("DELETE", path.toString(), "", exchange -> {});
        return answer.status() / 100 == 2 || answer.status() == 404
                ? Optional.empty()
                : Optional.of("the control plane answers HTTP " + answer.status());
    }

    /** What is asked of it: all of the protocol, or what it was found to offer. */
    public ControlCapabilities capabilities() {
        return capabilities;
    }

    /**
     * Asks what it offers.
     *
     * @return empty when it does not know the question, as simulators of earlier versions
     * @throws SetUpException when it answers something else than docs/control-plane.yaml describes
     * @throws TransportException when no answer came
     */
    public Optional<ControlCapabilities> askCapabilities() {
        var answer = send("GET", "/capabilities", "", exchange -> {});
        if (answer.status() == 404) {
            return Optional.empty();
        }
        if (answer.status() != 200) {
            throw new SetUpException("it answers HTTP " + answer.status());
        }
        try {
            return Optional.of(ControlCapabilities.read(Json.read(answer.body())));
        } catch (JacksonException e) {
            throw new SetUpException("it answers with no JSON");
        }
    }

    /** Why the control plane cannot be used, for a person; empty if it answers and accepts the token. */
    public Optional<String> reasonUnusable() {
        try {
            var answer = send("GET", "/", "", exchange -> {});
            return answer.status() == 200
                    ? Optional.empty()
                    : Optional.of("the control plane at " + control.address() + " answers HTTP " + answer.status());
        } catch (TransportException e) {
            return Optional.of("the control plane at " + control.address() + " cannot be reached: " + e.getMessage());
        }
    }

    /**
     * Creates an application.
     *
     * @param keep receives the exchange
     * @throws SetUpException when the control plane refuses
     */
    public Application application(Consumer<Exchange> keep) {
        var made = ask("POST", "/applications", Map.of(), keep);
        return new Application(
                Optional.of(made.path("id").asString()),
                Optional.of(made.path("host").asString()),
                made.path("ownerClientId").asString(),
                made.path("ownerClientSecret").asString(),
                made.path("loginClientId").asString());
    }

    /**
     * Removes an application that was created here.
     *
     * @throws SetUpException when the control plane refuses
     */
    public void remove(Application application) {
        application.id().ifPresent(id -> ask("DELETE", "/applications/" + segment(id), Map.of(), exchange -> {}));
    }

    /**
     * The document of a flow; empty if there is none of that name.
     *
     * @param application its name
     */
    public Optional<JsonNode> flow(String application, String name) {
        var path = "/applications/" + segment(application) + "/flows/" + segment(name);
        var answer = send("GET", path, "", exchange -> {});
        return answer.status() == 200 ? Optional.of(Json.read(answer.body())) : Optional.empty();
    }

    /** The entry of the API log under a request token; empty if there is none. */
    public Optional<JsonNode> logged(String requestToken) {
        var answer = send("GET", "/log/" + segment(requestToken), "", exchange -> {});
        return answer.status() == 200 ? Optional.of(Json.read(answer.body())) : Optional.empty();
    }

    /**
     * Asks for a change.
     *
     * @throws SetUpException when it is refused
     */
    JsonNode ask(String method, String path, Object body, Consumer<Exchange> keep) {
        var answer = send(method, path, method.equals("GET") || method.equals("DELETE") ? "" : Json.of(body), keep);
        if (answer.status() / 100 != 2) {
            throw new SetUpException("the control plane refused " + method + " " + path + ": " + answer);
        }
        try {
            return Json.read(answer.body().isBlank() ? "{}" : answer.body());
        } catch (JacksonException e) {
            throw new SetUpException("the control plane answered " + method + " " + path + " with no JSON");
        }
    }

    private Answer send(String method, String path, String body, Consumer<Exchange> keep) {
        var headers = List.of(
                new Answer.Header("Authorization", "Bearer " + control.token().reveal()),
                new Answer.Header("Content-Type", "application/json"));
        return http.send(method, control.address() + path, headers, body, keep);
    }

    static String segment(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
