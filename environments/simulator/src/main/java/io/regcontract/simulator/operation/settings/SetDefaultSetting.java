package io.regcontract.simulator.operation.settings;

import io.regcontract.simulator.application.FeatureGroup;
import io.regcontract.simulator.argument.Parameter;
import io.regcontract.simulator.client.Feature;
import io.regcontract.simulator.operation.Operation;
import io.regcontract.simulator.operation.OperationCall;
import io.regcontract.simulator.operation.OperationDeclaration;
import io.regcontract.simulator.operation.OperationResult;

/** Sets a value for the application; says whether there was one. */
final class SetDefaultSetting implements Operation {

    private static final OperationDeclaration DECLARATION = OperationDeclaration.writing(
                    "/settings/set_default", FeatureGroup.SETTINGS)
            .takes(Parameter.required("key"), Parameter.required("value").orEmpty())
            .forFeatures(Feature.OWNER)
            .build();

    @Override
    public OperationDeclaration declaration() {
        return DECLARATION;
    }

    @Override
    public OperationResult perform(OperationCall call) {
        var arguments = call.arguments();
        return SettingArguments.existed(
                call.application().settings().setDefault(arguments.text("key"), arguments.text("value")));
    }
}
