package io.regcontract.simulator.operation.settings;

import io.regcontract.simulator.application.Feature;
import io.regcontract.simulator.application.FeatureGroup;
import io.regcontract.simulator.argument.Parameter;
import io.regcontract.simulator.json.Json;
import io.regcontract.simulator.operation.Answer;
import io.regcontract.simulator.operation.Call;
import io.regcontract.simulator.operation.Declaration;
import io.regcontract.simulator.operation.Operation;

/** The keys of everything that holds for a client. */
final class ListKeys implements Operation {

    private static final Declaration DECLARATION = Declaration.reading("/settings/keys", FeatureGroup.SETTINGS)
            .takes(Parameter.optional("for_client_id"))
            .forFeatures(Feature.OWNER)
            .build();

    @Override
    public Declaration declaration() {
        return DECLARATION;
    }

    @Override
    public Answer perform(Call call) {
        var keys = call.application()
                .settings()
                .effective(SettingArguments.client(call))
                .keySet();
        return Answer.of("result", Json.array(keys));
    }
}
