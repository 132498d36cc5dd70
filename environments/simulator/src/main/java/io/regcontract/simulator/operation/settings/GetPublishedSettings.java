package io.regcontract.simulator.operation.settings;

import io.regcontract.simulator.application.FeatureGroup;
import io.regcontract.simulator.argument.Parameter;
import io.regcontract.simulator.client.Feature;
import io.regcontract.simulator.operation.DeclaredOperation;
import io.regcontract.simulator.operation.OperationCall;
import io.regcontract.simulator.operation.OperationResult;

/** Gives the settings that a client has made public, the latest or those of one version. */
final class GetPublishedSettings extends DeclaredOperation {

    GetPublishedSettings() {
        super(reading("/settings/widget/get", FeatureGroup.SETTINGS)
                .takes(Parameter.required("for_client_id"), Parameter.optional("version"))
                .forFeatures(Feature.OWNER));
    }

    @Override
    public OperationResult perform(OperationCall call) {
        return PublishedSettingsArguments.answer(PublishedSettingsArguments.version(call));
    }
}
