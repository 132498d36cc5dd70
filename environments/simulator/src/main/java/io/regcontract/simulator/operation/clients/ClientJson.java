package io.regcontract.simulator.operation.clients;

import io.regcontract.simulator.client.Client;
import io.regcontract.simulator.json.Json;
import io.regcontract.simulator.operation.OperationResult;
import java.util.List;
import tools.jackson.databind.node.ObjectNode;

/** Clients as answers show them. */
final class ClientJson {

    private ClientJson() {}

    static OperationResult whole(Client client) {
        return new OperationResult(shown(client), List.of());
    }

    static ObjectNode shown(Client client) {
        var shown = Json.object();
        shown.put("client_id", client.id());
        shown.put("client_secret", client.secret());
        shown.put("description", client.description());
        var features = Json.array();
        client.features().forEach(feature -> features.add(feature.documentedName()));
        shown.set("features", features);
        shown.set("whitelist", Json.array(client.allowList()));
        return shown;
    }
}
