package io.regcontract.simulator.operation.settings;

import io.regcontract.simulator.application.FeatureGroup;
import io.regcontract.simulator.argument.Parameter;
import io.regcontract.simulator.client.Feature;
import io.regcontract.simulator.operation.Operation;
import io.regcontract.simulator.operation.OperationCall;
import io.regcontract.simulator.operation.OperationDeclaration;
import io.regcontract.simulator.operation.OperationResult;

/** Sets several values for a client; says of each whether there was one. */
final class SetSettings implements Operation {

    private static final OperationDeclaration DECLARATION = OperationDeclaration.writing(
                    "/settings/set_multi", FeatureGroup.SETTINGS)
            .takes(Parameter.required("items").jsonTextsByName(), Parameter.optional("for_client_id"))
            .forFeatures(Feature.OWNER)
            .build();

    @Override
    public OperationDeclaration declaration() {
        return DECLARATION;
    }

    @Override
    public OperationResult perform(OperationCall call) {
        var client = call.targetClient().id();
        var settings = call.application().settings();
        return SettingArguments.setEach(call, (key, value) -> settings.set(client, key, value));
    }
}
