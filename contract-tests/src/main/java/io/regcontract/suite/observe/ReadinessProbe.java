package io.regcontract.suite.observe;

import io.regcontract.check.answer.Body;
import io.regcontract.contract.model.ErrorCode;
import io.regcontract.suite.call.Call;
import io.regcontract.suite.evidence.Exchange;
import io.regcontract.suite.preflight.FeatureGroups;
import io.regcontract.suite.state.Application;
import io.regcontract.suite.state.ControlCapabilities;
import io.regcontract.suite.state.ControlPlaneClient;
import io.regcontract.suite.state.SetUpException;
import io.regcontract.suite.transport.PackedAnswer;
import io.regcontract.suite.transport.TransportException;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;

/**
 * Finds out before the first scenario whether an environment can be used at all. Asks its questions concurrently,
 * because one round trip may take long.
 */
final class ReadinessProbe {

    private final EngineContext context;
    private final Executor background;

    ReadinessProbe(EngineContext context, Executor background) {
        this.context = context;
        this.background = background;
    }

    /** Why the environment cannot be used at all; empty if it can. */
    Optional<String> reasonUnusable() {
        var control = context.control();
        var controlPlane =
                CompletableFuture.supplyAsync(() -> control.flatMap(ControlPlaneClient::reasonUnusable), background);
        var foreign = CompletableFuture.supplyAsync(
                () -> control.filter(plane -> context.controls(ControlCapabilities.APPLICATIONS))
                        .flatMap(this::foreignApplication),
                background);
        var clientProbe = probeClients();
        // Waits for all probes, so that no probe is still running when the result is returned.
        var controlPlaneProblem = controlPlane.join();
        var foreignProblem = foreign.join();
        // A service that does not answer at all explains whatever else is wrong.
        return clientProbe
                .unanswered()
                .or(() -> controlPlaneProblem)
                .or(clientProbe::unknownClient)
                .or(() -> foreignProblem)
                .or(this::maintenance);
    }

    /**
     * @param unanswered that the service does not answer
     * @param unknownClient that it does, and does not know one of the two clients the suite speaks as
     */
    private record ClientProbe(Optional<String> unanswered, Optional<String> unknownClient) {}

    /**
     * Checks that the service answers and knows both clients of the profile. If it did not, most calls would fail for
     * that reason, and some failures would look like a broken contract.
     */
    private ClientProbe probeClients() {
        try {
            return new ClientProbe(Optional.empty(), unknownClient());
        } catch (PackedAnswer e) {
            return new ClientProbe(Optional.of(String.valueOf(e.getMessage())), Optional.empty());
        } catch (TransportException e) {
            return new ClientProbe(
                    Optional.of("nobody answers at " + context.http().baseAddress() + ": " + e.getMessage()),
                    Optional.empty());
        }
    }

    private Optional<String> unknownClient() {
        var application = context.application();
        if (!context.configuration().operations().holds("/clients/list")) {
            // The clients cannot be asked for there; that anything answers is seen by the groups.
            return Optional.empty();
        }
        var answer = context.http()
                .send(clientsOf(application), Exchange.Role.SET_UP, exchange -> {})
                .answer();
        if (answer.code()
                .filter(code -> code == ErrorCode.API_FEATURE_DISABLED.code())
                .isPresent()) {
            var others = new FeatureGroups(context.http(), application, background).off();
            others.add("clients");
            return Optional.of(FeatureGroups.message(others));
        }
        if (!(answer.json() instanceof Body.Json json
                && json.root().path("results").isArray())) {
            return Optional.of("the service does not let the owner client list the clients, and answers "
                    + context.redactor().redact(answer.text("error").orElse("HTTP " + answer.status())));
        }
        return json.root().path("results").valueStream().anyMatch(client -> application
                        .loginClientId()
                        .equals(client.path("client_id").asString("")))
                ? Optional.empty()
                : Optional.of("the service has no client of the login client's id");
    }

    private Optional<String> maintenance() {
        return new FeatureGroups(context.http(), context.application(), background).reasonUnusable();
    }

    /** Checks that applications created through the control plane belong to this service and not to another one. */
    private Optional<String> foreignApplication(ControlPlaneClient control) {
        try {
            var made = control.application(exchange -> {});
            if (!context.configuration().operations().holds("/clients/list")) {
                background.execute(() -> AttemptRunner.removeIfPossible(control, made));
                return Optional.empty();
            }
            var known = context.http()
                    .send(clientsOf(made), Exchange.Role.SET_UP, exchange -> {})
                    .answer()
                    .isSuccess();
            background.execute(() -> AttemptRunner.removeIfPossible(control, made));
            return known
                    ? Optional.empty()
                    : Optional.of("the control plane belongs to another service: this one does not know the clients of"
                            + " an application it made");
        } catch (TransportException | SetUpException e) {
            return Optional.of(String.valueOf(e.getMessage()));
        }
    }

    private static Call clientsOf(Application application) {
        return Call.to("/clients/list", application.owner());
    }
}
