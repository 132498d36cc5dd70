package io.regcontract.simulator.operation.clients;

import io.regcontract.simulator.application.FeatureGroup;
import io.regcontract.simulator.argument.ArgumentRules;
import io.regcontract.simulator.argument.Parameter;
import io.regcontract.simulator.client.Feature;
import io.regcontract.simulator.operation.Operation;
import io.regcontract.simulator.operation.OperationCall;
import io.regcontract.simulator.operation.OperationDeclaration;
import io.regcontract.simulator.operation.OperationResult;

/** Gives a client other features. An owner cannot take its own ownership away: 200. */
final class SetFeatures implements Operation {

    private static final OperationDeclaration DECLARATION = OperationDeclaration.writing(
                    "/clients/set_features", FeatureGroup.CLIENTS)
            .takes(
                    Parameter.optional("for_client_id"),
                    Parameter.required("features").jsonTexts())
            .forFeatures(Feature.OWNER)
            .build();

    @Override
    public OperationDeclaration declaration() {
        return DECLARATION;
    }

    @Override
    public OperationResult perform(OperationCall call) {
        var client = call.targetClient();
        var features = ClientArguments.features(call, "features").orElseThrow();
        if (client.id().equals(call.client().id()) && !features.contains(Feature.OWNER)) {
            throw ArgumentRules.invalid("features", "an owner client cannot give up the owner feature itself");
        }
        call.application().clients().change(client.withFeatures(features));
        return OperationResult.ok();
    }
}
