package io.regcontract.simulator.operation.settings;

import io.regcontract.simulator.application.Feature;
import io.regcontract.simulator.application.FeatureGroup;
import io.regcontract.simulator.argument.Parameter;
import io.regcontract.simulator.operation.Answer;
import io.regcontract.simulator.operation.Call;
import io.regcontract.simulator.operation.Declaration;
import io.regcontract.simulator.operation.Operation;

/** Takes a value of the application away; says whether there was one. */
final class DeleteDefaultSetting implements Operation {

    private static final Declaration DECLARATION = Declaration.writing(
                    "/settings/delete_default", FeatureGroup.SETTINGS)
            .takes(Parameter.required("key"))
            .forFeatures(Feature.OWNER)
            .build();

    @Override
    public Declaration declaration() {
        return DECLARATION;
    }

    @Override
    public Answer perform(Call call) {
        return SettingArguments.existed(
                call.application().settings().deleteDefault(call.arguments().text("key")));
    }
}
