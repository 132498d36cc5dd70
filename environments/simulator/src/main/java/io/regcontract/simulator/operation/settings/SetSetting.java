package io.regcontract.simulator.operation.settings;

import io.regcontract.simulator.application.FeatureGroup;
import io.regcontract.simulator.argument.Parameter;
import io.regcontract.simulator.client.Feature;
import io.regcontract.simulator.operation.Operation;
import io.regcontract.simulator.operation.OperationCall;
import io.regcontract.simulator.operation.OperationDeclaration;
import io.regcontract.simulator.operation.OperationResult;

/** Sets a value for a client; says whether there was one. */
final class SetSetting implements Operation {

    private static final OperationDeclaration DECLARATION = OperationDeclaration.writing(
                    "/settings/set", FeatureGroup.SETTINGS)
            .takes(
                    Parameter.required("key"),
                    Parameter.required("value").orEmpty(),
                    Parameter.optional("for_client_id"))
            .forFeatures(Feature.OWNER)
            .build();

    @Override
    public OperationDeclaration declaration() {
        return DECLARATION;
    }

    @Override
    public OperationResult perform(OperationCall call) {
        var arguments = call.arguments();
        var existed = call.application()
                .settings()
                .set(call.targetClient().id(), arguments.text("key"), arguments.text("value"));
        return SettingArguments.existed(existed);
    }
}
