package io.regcontract.simulator.operation.clients;

import io.regcontract.simulator.application.Feature;
import io.regcontract.simulator.application.FeatureGroup;
import io.regcontract.simulator.argument.Parameter;
import io.regcontract.simulator.json.Json;
import io.regcontract.simulator.operation.Answer;
import io.regcontract.simulator.operation.Call;
import io.regcontract.simulator.operation.Declaration;
import io.regcontract.simulator.operation.Operation;

/** Lists the clients of the application, or those with at least one of some features. */
final class ListClients implements Operation {

    private static final Declaration DECLARATION = Declaration.reading("/clients/list", FeatureGroup.CLIENTS)
            .takes(Parameter.optional("has_features").jsonTexts())
            .forFeatures(Feature.OWNER)
            .build();

    @Override
    public Declaration declaration() {
        return DECLARATION;
    }

    @Override
    public Answer perform(Call call) {
        var wanted = ClientArguments.features(call, "has_features");
        var results = Json.array();
        for (var client : call.application().clients().all()) {
            if (wanted.map(client::hasAny).orElse(true)) {
                results.add(ClientAnswer.shown(client));
            }
        }
        return Answer.of("results", results);
    }
}
