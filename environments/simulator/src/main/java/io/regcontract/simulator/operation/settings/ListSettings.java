package io.regcontract.simulator.operation.settings;

import io.regcontract.simulator.application.Feature;
import io.regcontract.simulator.application.FeatureGroup;
import io.regcontract.simulator.argument.Parameter;
import io.regcontract.simulator.json.Json;
import io.regcontract.simulator.operation.Answer;
import io.regcontract.simulator.operation.Call;
import io.regcontract.simulator.operation.Declaration;
import io.regcontract.simulator.operation.Operation;

/** Everything that holds for a client. */
final class ListSettings implements Operation {

    private static final Declaration DECLARATION = Declaration.reading("/settings/items", FeatureGroup.SETTINGS)
            .takes(Parameter.optional("for_client_id"))
            .forFeatures(Feature.OWNER)
            .build();

    @Override
    public Declaration declaration() {
        return DECLARATION;
    }

    @Override
    public Answer perform(Call call) {
        var result = Json.object();
        call.application().settings().effective(SettingArguments.client(call)).forEach(result::put);
        return Answer.of("result", result);
    }
}
