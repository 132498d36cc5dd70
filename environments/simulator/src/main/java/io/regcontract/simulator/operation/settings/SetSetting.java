package io.regcontract.simulator.operation.settings;

import io.regcontract.simulator.application.Feature;
import io.regcontract.simulator.application.FeatureGroup;
import io.regcontract.simulator.argument.Parameter;
import io.regcontract.simulator.operation.Answer;
import io.regcontract.simulator.operation.Call;
import io.regcontract.simulator.operation.Declaration;
import io.regcontract.simulator.operation.Operation;

/** Sets a value for a client; says whether there was one. */
final class SetSetting implements Operation {

    private static final Declaration DECLARATION = Declaration.writing("/settings/set", FeatureGroup.SETTINGS)
            .takes(
                    Parameter.required("key"),
                    Parameter.required("value").orEmpty(),
                    Parameter.optional("for_client_id"))
            .forFeatures(Feature.OWNER)
            .build();

    @Override
    public Declaration declaration() {
        return DECLARATION;
    }

    @Override
    public Answer perform(Call call) {
        var arguments = call.arguments();
        var existed = call.application()
                .settings()
                .set(SettingArguments.client(call), arguments.text("key"), arguments.text("value"));
        return SettingArguments.existed(existed);
    }
}
