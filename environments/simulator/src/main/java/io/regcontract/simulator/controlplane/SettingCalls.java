package io.regcontract.simulator.controlplane;

import io.regcontract.simulator.application.Application;
import io.regcontract.simulator.change.ClientChanges;
import io.regcontract.simulator.json.Json;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** The calls about settings: those of the application, and those that a client has set over them. */
final class SettingCalls {

    private SettingCalls() {}

    static JsonNode answer(ApplicationCall call) {
        return switch (call.shape()) {
            case "GET 0" -> call.reading(SettingCalls::all);
            case "PUT 1" -> call.changing(application -> set(application, call.step(0), call.body("value", "client")));
            case "DELETE 1" -> call.changing(application -> delete(application, call.step(0), call.query("client")));
            default -> throw ControlPlaneException.unknownCall();
        };
    }

    private static JsonNode all(Application application) {
        var all = Json.object();
        write(application.settings().defaults(), all.putObject("application"));
        var clients = all.putObject("clients");
        application.clients().all().forEach(client -> {
            var own = application.settings().ofClient(client.id());
            if (!own.isEmpty()) {
                write(own, clients.putObject(client.id()));
            }
        });
        return all;
    }

    private static void write(Map<String, String> settings, ObjectNode into) {
        settings.forEach(into::put);
    }

    private static JsonNode set(Application application, String key, ControlRequest request) {
        var value = request.text("value");
        var client = client(application, request);
        if (client.isPresent()) {
            application.settings().set(client.get(), key, value);
        } else {
            application.settings().setDefault(key, value);
        }
        return Json.object();
    }

    private static JsonNode delete(Application application, String key, ControlRequest query) {
        var client = client(application, query);
        if (client.isPresent()) {
            application.settings().delete(client.get(), key);
        } else {
            application.settings().deleteDefault(key);
        }
        return Json.object();
    }

    private static Optional<String> client(Application application, ControlRequest request) {
        return request.has("client")
                ? Optional.of(new ClientChanges(application)
                        .client(request.text("client"))
                        .id())
                : Optional.empty();
    }
}
