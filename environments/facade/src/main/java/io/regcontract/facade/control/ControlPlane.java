package io.regcontract.facade.control;

import io.regcontract.facade.http.ApiRequest;
import io.regcontract.facade.http.JsonReply;
import io.regcontract.facade.pipeline.ApiLog;
import io.regcontract.facade.store.Application;
import io.regcontract.facade.store.Applications;
import io.regcontract.facade.store.Names;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * What a test build of a replacement offers to those who test it: the state behind the API, changed by calls with a token
 * of their own. It is a part of the published control plane.
 */
public final class ControlPlane {

    private static final ObjectMapper JSON = new ObjectMapper();

    /** The parts of the protocol that it has, by the names that the protocol's description gives them. */
    public static final List<String> CAPABILITIES = List.of(
            "applications",
            "clients",
            "clock",
            "flows",
            "log",
            "mails",
            "maintenance",
            "quota",
            "records",
            "settings",
            "storage",
            "types");

    private final Applications applications;
    private final ApiLog log;
    private final String token;
    private final Set<String> told;

    /**
     * The control plane of these applications.
     *
     * @param told the capabilities that it tells of, which those who test it keep to
     */
    public ControlPlane(Applications applications, ApiLog log, String token, Set<String> told) {
        this.told = Set.copyOf(told);
        this.applications = applications;
        this.log = log;
        this.token = token;
    }

    /** Answers a call. */
    public JsonReply answer(ApiRequest request) {
        try {
            if (!MessageDigest.isEqual(
                    bytes("Bearer " + token),
                    bytes(request.header("authorization").orElse("")))) {
                throw new ControlException(401, "Send the header Authorization: Bearer with the control token.");
            }
            return new JsonReply(200, routed(new ControlCall(request.method(), steps(request.path()), body(request))));
        } catch (ControlException refused) {
            return new JsonReply(
                    refused.status(), JsonNodeFactory.instance.objectNode().put("message", refused.getMessage()));
        }
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static List<String> steps(String path) {
        return Arrays.stream(path.split("/", -1))
                .filter(step -> !step.isEmpty())
                .map(step -> URLDecoder.decode(step.replace("+", "%2B"), StandardCharsets.UTF_8))
                .toList();
    }

    private static ObjectNode body(ApiRequest request) {
        if (request.body().isBlank()) {
            return JsonNodeFactory.instance.objectNode();
        }
        try {
            if (JSON.readTree(request.body()) instanceof ObjectNode object) {
                return object;
            }
        } catch (JacksonException notJson) {
            throw new ControlException(400, "The body is not well-formed JSON.");
        }
        throw new ControlException(400, "The body must be a JSON object.");
    }

    private JsonNode routed(ControlCall call) {
        if (call.steps().isEmpty() && call.method().equals("GET")) {
            return overview();
        }
        return switch (call.steps().isEmpty() ? "" : call.step(0)) {
            case "capabilities" -> capabilities();
            case "log" ->
                Optional.of(call)
                        .filter(each -> each.shape().equals("GET 2"))
                        .flatMap(each -> log.find(each.step(1)))
                        .orElseThrow(() -> new ControlException(404, "No failed call is known under this token."));
            case "applications" -> ofApplications(call.below(1));
            default -> throw ControlException.notOffered();
        };
    }

    private ObjectNode capabilities() {
        var answer = JsonNodeFactory.instance.objectNode().put("protocol", "1");
        var list = answer.putArray("capabilities");
        CAPABILITIES.stream().filter(told::contains).forEach(list::add);
        return answer;
    }

    private ObjectNode overview() {
        var overview = JsonNodeFactory.instance.objectNode();
        var names = overview.putArray("applications");
        applications.all().forEach(application -> names.add(application.name()));
        overview.put("now", applications.first().now().toString());
        overview.put("registrationSuffix", Applications.SUFFIX);
        return overview;
    }

    private ObjectNode ofApplications(ControlCall call) {
        if (call.shape().equals("POST 0")) {
            return founded(call.optionalText("name").orElseGet(() -> "app-" + Names.random(Names.TOKEN)));
        }
        if (call.steps().isEmpty()) {
            throw ControlException.notOffered();
        }
        var application = applications
                .named(call.step(0))
                .orElseThrow(() -> new ControlException(404, "There is no application " + call.step(0) + "."));
        synchronized (application) {
            return ofApplication(application, call.below(1));
        }
    }

    private ObjectNode ofApplication(Application application, ControlCall call) {
        if (call.steps().isEmpty()) {
            return switch (call.method()) {
                case "GET" -> SwitchCalls.state(application);
                case "DELETE" -> deleted(application);
                default -> throw ControlException.notOffered();
            };
        }
        var area = call.step(0);
        var inside = call.below(1);
        return switch (area) {
            case "clock", "maintenance", "quota", "storage" -> SwitchCalls.answer(application, area, inside);
            case "clients" -> ClientCalls.answer(application, inside);
            case "types" -> TypeCalls.answer(application, inside);
            case "records" -> RecordCalls.answer(application, inside);
            case "flows", "mails", "settings" -> SignInCalls.answer(application, area, inside);
            default -> throw ControlException.notOffered();
        };
    }

    private ObjectNode founded(String name) {
        var owner = Applications.newClient(Set.of("owner"));
        var login = Applications.newClient(Set.of("login_client"));
        var made = applications
                .add(name, owner, login)
                .orElseThrow(() -> new ControlException(409, "There is an application of that name already."));
        return JsonNodeFactory.instance
                .objectNode()
                .put("name", made.name())
                .put("id", made.name())
                .put("host", made.host())
                .put("ownerClientId", owner.id())
                .put("ownerClientSecret", owner.secret())
                .put("loginClientId", login.id());
    }

    private ObjectNode deleted(Application application) {
        if (application == applications.first()) {
            throw new ControlException(409, "The application that it was started with cannot be deleted.");
        }
        applications.remove(application);
        return JsonNodeFactory.instance.objectNode();
    }
}
