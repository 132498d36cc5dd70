package io.regcontract.facade.control;

import io.regcontract.facade.store.ApiClient;
import io.regcontract.facade.store.Application;
import io.regcontract.facade.store.Applications;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** The clients of an application. */
final class ClientCalls {

    private ClientCalls() {}

    static ObjectNode answer(Application application, ControlCall call) {
        return switch (call.shape()) {
            case "GET 0" -> {
                var answer = JsonNodeFactory.instance.objectNode();
                var list = answer.putArray("clients");
                application.clients().values().forEach(client -> list.add(written(client)));
                yield answer;
            }
            case "POST 0" -> add(application, call);
            case "GET 1" -> written(client(application, call));
            case "DELETE 1" -> {
                application.clients().remove(client(application, call).id());
                yield JsonNodeFactory.instance.objectNode();
            }
            case "PUT 2" -> change(application, call);
            default -> throw ControlException.notOffered();
        };
    }

    private static ObjectNode add(Application application, ControlCall call) {
        var made = Applications.newClient(Set.copyOf(call.texts("features")));
        var client = new ApiClient(
                call.optionalText("id").orElse(made.id()),
                call.optionalText("secret").orElse(made.secret()),
                call.optionalText("description").orElse(""),
                made.features(),
                made.addresses());
        application.clients().put(client.id(), client);
        return JsonNodeFactory.instance.objectNode().put("id", client.id()).put("secret", client.secret());
    }

    private static ObjectNode change(Application application, ControlCall call) {
        var client = client(application, call);
        var changed =
                switch (call.step(1)) {
                    case "features" -> client.withFeatures(Set.copyOf(call.texts("features")));
                    case "addresses" -> client.withAddresses(blocks(call.texts("blocks")));
                    default -> throw ControlException.notOffered();
                };
        application.clients().put(changed.id(), changed);
        return written(changed);
    }

    private static List<String> blocks(List<String> blocks) {
        blocks.stream()
                .filter(block -> !block.matches("[0-9]{1,3}(\\.[0-9]{1,3}){3}(/([0-9]|[12][0-9]|3[0-2]))?"))
                .findFirst()
                .ifPresent(block -> {
                    throw new ControlException(400, "\"" + block + "\" is no network, such as 10.0.0.0/8.");
                });
        return blocks;
    }

    private static ApiClient client(Application application, ControlCall call) {
        return Optional.ofNullable(application.clients().get(call.step(0)))
                .orElseThrow(() -> new ControlException(404, "There is no client " + call.step(0) + "."));
    }

    /** A client without its secret. */
    private static ObjectNode written(ApiClient client) {
        var written = JsonNodeFactory.instance.objectNode();
        written.put("id", client.id()).put("description", client.description());
        var features = written.putArray("features");
        client.features().stream().sorted().forEach(features::add);
        var addresses = written.putArray("addresses");
        client.addresses().forEach(addresses::add);
        return written;
    }
}
