package io.regcontract.simulator.operation.settings;

import io.regcontract.simulator.application.Feature;
import io.regcontract.simulator.application.FeatureGroup;
import io.regcontract.simulator.argument.Parameter;
import io.regcontract.simulator.operation.Answer;
import io.regcontract.simulator.operation.Call;
import io.regcontract.simulator.operation.Declaration;
import io.regcontract.simulator.operation.Operation;

/** Sets a value for the application; says whether there was one. */
final class SetDefaultSetting implements Operation {

    private static final Declaration DECLARATION = Declaration.writing("/settings/set_default", FeatureGroup.SETTINGS)
            .takes(Parameter.required("key"), Parameter.required("value").orEmpty())
            .forFeatures(Feature.OWNER)
            .build();

    @Override
    public Declaration declaration() {
        return DECLARATION;
    }

    @Override
    public Answer perform(Call call) {
        var arguments = call.arguments();
        return SettingArguments.existed(
                call.application().settings().setDefault(arguments.text("key"), arguments.text("value")));
    }
}
