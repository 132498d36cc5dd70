package io.regcontract.simulator.operation.settings;

import io.regcontract.simulator.application.FeatureGroup;
import io.regcontract.simulator.argument.Parameter;
import io.regcontract.simulator.client.Feature;
import io.regcontract.simulator.operation.DeclaredOperation;
import io.regcontract.simulator.operation.OperationCall;
import io.regcontract.simulator.operation.OperationResult;

/** Makes the settings of a client public for its pages; says which, when asked. */
final class PublishSettings extends DeclaredOperation {

    PublishSettings() {
        super(writing("/settings/widget/publish", FeatureGroup.SETTINGS)
                .takes(
                        Parameter.required("for_client_id"),
                        Parameter.optional("include_settings").flag())
                .forFeatures(Feature.OWNER));
    }

    @Override
    public OperationResult perform(OperationCall call) {
        var published =
                call.application().publications().publish(call.targetClient().id(), call.now());
        return call.arguments().flag("include_settings")
                ? PublishedSettingsArguments.answer(published)
                : OperationResult.ok();
    }
}
