package io.regcontract.simulator.operation.clients;

import io.regcontract.simulator.application.FeatureGroup;
import io.regcontract.simulator.argument.Parameter;
import io.regcontract.simulator.client.Feature;
import io.regcontract.simulator.json.Json;
import io.regcontract.simulator.operation.DeclaredOperation;
import io.regcontract.simulator.operation.OperationCall;
import io.regcontract.simulator.operation.OperationResult;

/** Lists the clients of the application, or those with at least one of some features. */
final class ListClients extends DeclaredOperation {

    ListClients() {
        super(reading("/clients/list", FeatureGroup.CLIENTS)
                .takes(Parameter.optional("has_features").jsonTexts())
                .forFeatures(Feature.OWNER));
    }

    @Override
    public OperationResult perform(OperationCall call) {
        var wanted = ClientArguments.features(call, "has_features");
        var results = Json.array();
        for (var client : call.application().clients().all()) {
            if (wanted.map(client::hasAny).orElse(true)) {
                results.add(ClientJson.shown(client));
            }
        }
        return OperationResult.of("results", results);
    }
}
