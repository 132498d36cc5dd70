package io.regcontract.simulator.operation.settings;

import io.regcontract.simulator.application.FeatureGroup;
import io.regcontract.simulator.argument.Parameter;
import io.regcontract.simulator.client.Feature;
import io.regcontract.simulator.operation.Operation;
import io.regcontract.simulator.operation.OperationCall;
import io.regcontract.simulator.operation.OperationDeclaration;
import io.regcontract.simulator.operation.OperationResult;

/** Takes a value of a client away; says whether there was one. */
final class DeleteSetting implements Operation {

    private static final OperationDeclaration DECLARATION = OperationDeclaration.writing(
                    "/settings/delete", FeatureGroup.SETTINGS)
            .takes(Parameter.required("key"), Parameter.optional("for_client_id"))
            .forFeatures(Feature.OWNER)
            .build();

    @Override
    public OperationDeclaration declaration() {
        return DECLARATION;
    }

    @Override
    public OperationResult perform(OperationCall call) {
        return SettingArguments.existed(call.application()
                .settings()
                .delete(call.targetClient().id(), call.arguments().text("key")));
    }
}
