package io.regcontract.simulator.operation.settings;

import io.regcontract.simulator.application.FeatureGroup;
import io.regcontract.simulator.argument.Parameter;
import io.regcontract.simulator.client.Feature;
import io.regcontract.simulator.operation.Operation;
import io.regcontract.simulator.operation.OperationCall;
import io.regcontract.simulator.operation.OperationDeclaration;
import io.regcontract.simulator.operation.OperationResult;
import java.util.Optional;

/** What the application says for its clients; null when it says nothing. */
final class GetDefaultSetting implements Operation {

    private static final OperationDeclaration DECLARATION = OperationDeclaration.reading(
                    "/settings/get_default", FeatureGroup.SETTINGS)
            .takes(Parameter.required("key"))
            .forFeatures(Feature.thatPermit())
            .build();

    @Override
    public OperationDeclaration declaration() {
        return DECLARATION;
    }

    @Override
    public OperationResult perform(OperationCall call) {
        var defaults = call.application().settings().defaults();
        return SettingArguments.result(
                Optional.ofNullable(defaults.get(call.arguments().text("key"))));
    }
}
