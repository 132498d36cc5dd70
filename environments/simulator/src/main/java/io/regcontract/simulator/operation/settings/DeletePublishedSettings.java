package io.regcontract.simulator.operation.settings;

import io.regcontract.simulator.application.FeatureGroup;
import io.regcontract.simulator.argument.Parameter;
import io.regcontract.simulator.client.Feature;
import io.regcontract.simulator.operation.DeclaredOperation;
import io.regcontract.simulator.operation.OperationCall;
import io.regcontract.simulator.operation.OperationResult;

/** Takes back what a client has made public, all of it or one version. */
final class DeletePublishedSettings extends DeclaredOperation {

    DeletePublishedSettings() {
        super(writing("/settings/widget/delete", FeatureGroup.SETTINGS)
                .takes(Parameter.optional("for_client_id"), Parameter.optional("version"))
                .forFeatures(Feature.OWNER));
    }

    @Override
    public OperationResult perform(OperationCall call) {
        var publications = call.application().publications();
        if (call.arguments().has("version")) {
            publications.delete(PublishedSettingsArguments.version(call));
        } else {
            publications.of(call.targetClient().id()).forEach(publications::delete);
        }
        return OperationResult.ok();
    }
}
