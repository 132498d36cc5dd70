package io.regcontract.simulator.operation.settings;

import io.regcontract.simulator.application.Feature;
import io.regcontract.simulator.application.FeatureGroup;
import io.regcontract.simulator.argument.Parameter;
import io.regcontract.simulator.operation.Answer;
import io.regcontract.simulator.operation.Call;
import io.regcontract.simulator.operation.Declaration;
import io.regcontract.simulator.operation.Operation;

/** Takes a value of a client away; says whether there was one. */
final class DeleteSetting implements Operation {

    private static final Declaration DECLARATION = Declaration.writing("/settings/delete", FeatureGroup.SETTINGS)
            .takes(Parameter.required("key"), Parameter.optional("for_client_id"))
            .forFeatures(Feature.OWNER)
            .build();

    @Override
    public Declaration declaration() {
        return DECLARATION;
    }

    @Override
    public Answer perform(Call call) {
        return SettingArguments.existed(call.application()
                .settings()
                .delete(SettingArguments.client(call), call.arguments().text("key")));
    }
}
