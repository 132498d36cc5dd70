package io.regcontract.simulator.controlplane;

import io.regcontract.simulator.application.Application;
import io.regcontract.simulator.change.ClientChanges;
import io.regcontract.simulator.client.Client;
import io.regcontract.simulator.client.Feature;
import io.regcontract.simulator.json.Json;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** The calls about the API clients of an application. A secret is told once, to whom it was made for. */
final class ClientCalls {

    /** Seconds: a week, as the service has it. */
    private static final int LONGEST_OVERLAP = 604_800;

    private static final List<String> FEATURES =
            Arrays.stream(Feature.values()).map(Feature::documentedName).toList();

    private ClientCalls() {}

    static JsonNode answer(ApplicationCall call) {
        return switch (call.shape()) {
            case "GET 0" -> call.reading(ClientCalls::list);
            case "POST 0" ->
                call.changing(application -> add(application, call.body("id", "secret", "description", "features")));
            case "GET 1" -> call.reading(application -> written(client(application, call)));
            case "DELETE 1" ->
                call.changing(application -> {
                    new ClientChanges(application).delete(client(application, call));
                    return Json.object();
                });
            case "POST 2", "PUT 2", "DELETE 2" ->
                call.changing(application -> changed(application, call, client(application, call)));
            default -> throw ControlPlaneException.unknownCall();
        };
    }

    private static JsonNode changed(Application application, ApplicationCall call, Client client) {
        var changes = new ClientChanges(application);
        return switch (call.request().method() + " " + call.step(1)) {
            case "POST secret" -> {
                var body = call.body("overlapSeconds");
                var overlap = body.has("overlapSeconds") ? body.whole("overlapSeconds", 0, LONGEST_OVERLAP) : 0;
                yield Json.object()
                        .put(
                                "secret",
                                changes.rotateSecret(client, Duration.ofSeconds(overlap))
                                        .secret());
            }
            case "DELETE secret" -> written(changes.rotateSecret(client, Duration.ZERO));
            case "PUT features" ->
                written(changes.changeFeatures(client, features(call.body("features"), "features"), client.features()));
            case "POST features" -> {
                var body = call.body("give", "take");
                yield written(changes.changeFeatures(client, features(body, "give"), features(body, "take")));
            }
            case "PUT addresses" -> {
                var body = call.body("blocks");
                body.array("blocks");
                yield written(changes.allow(client, body.texts("blocks")));
            }
            case "POST addresses" -> {
                var body = call.body("add", "take");
                yield written(changes.changeAllowed(client, body.texts("add"), body.texts("take")));
            }
            default -> throw ControlPlaneException.unknownCall();
        };
    }

    private static JsonNode list(Application application) {
        var answer = Json.object();
        var list = answer.putArray("clients");
        application.clients().all().forEach(client -> list.add(written(client)));
        return answer;
    }

    private static JsonNode add(Application application, ControlRequest request) {
        var client = new ClientChanges(application)
                .add(
                        optional(request, "id"),
                        optional(request, "secret"),
                        request.has("description") ? request.text("description") : "",
                        features(request, "features"));
        return Json.object().put("id", client.id()).put("secret", client.secret());
    }

    private static Optional<String> optional(ControlRequest request, String key) {
        return request.has(key) ? Optional.of(request.named(key)) : Optional.empty();
    }

    private static List<Feature> features(ControlRequest request, String key) {
        return request.named(key, Feature::named, FEATURES);
    }

    private static Client client(Application application, ApplicationCall call) {
        return new ClientChanges(application).client(call.step(0));
    }

    /** A client without its secret. */
    private static ObjectNode written(Client client) {
        var written = Json.object().put("id", client.id()).put("description", client.description());
        written.set(
                "features",
                Json.array(
                        client.features().stream().map(Feature::documentedName).toList()));
        written.set("addresses", Json.array(client.allowList()));
        return written;
    }
}
