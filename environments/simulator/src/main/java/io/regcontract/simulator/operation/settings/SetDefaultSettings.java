package io.regcontract.simulator.operation.settings;

import io.regcontract.simulator.application.Feature;
import io.regcontract.simulator.application.FeatureGroup;
import io.regcontract.simulator.argument.Parameter;
import io.regcontract.simulator.operation.Answer;
import io.regcontract.simulator.operation.Call;
import io.regcontract.simulator.operation.Declaration;
import io.regcontract.simulator.operation.Operation;

/** Sets several values for the application; says of each whether there was one. */
final class SetDefaultSettings implements Operation {

    private static final Declaration DECLARATION = Declaration.writing(
                    "/settings/set_default_multi", FeatureGroup.SETTINGS)
            .takes(Parameter.required("items").jsonTextsByName())
            .forFeatures(Feature.OWNER)
            .build();

    @Override
    public Declaration declaration() {
        return DECLARATION;
    }

    @Override
    public Answer perform(Call call) {
        return SettingArguments.setEach(call, call.application().settings()::setDefault);
    }
}
