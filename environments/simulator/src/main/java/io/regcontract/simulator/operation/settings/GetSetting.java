package io.regcontract.simulator.operation.settings;

import io.regcontract.simulator.application.FeatureGroup;
import io.regcontract.simulator.argument.Parameter;
import io.regcontract.simulator.client.Feature;
import io.regcontract.simulator.operation.Operation;
import io.regcontract.simulator.operation.OperationCall;
import io.regcontract.simulator.operation.OperationDeclaration;
import io.regcontract.simulator.operation.OperationResult;

/** What holds for a client: its own value, or else the application's; null when there is neither. */
final class GetSetting implements Operation {

    private static final OperationDeclaration DECLARATION = OperationDeclaration.reading(
                    "/settings/get", FeatureGroup.SETTINGS)
            .takes(Parameter.required("key"), Parameter.optional("for_client_id"))
            .forFeatures(Feature.OWNER)
            .build();

    @Override
    public OperationDeclaration declaration() {
        return DECLARATION;
    }

    @Override
    public OperationResult perform(OperationCall call) {
        var client = call.targetClient().id();
        return SettingArguments.result(
                call.application().settings().effective(client, call.arguments().text("key")));
    }
}
