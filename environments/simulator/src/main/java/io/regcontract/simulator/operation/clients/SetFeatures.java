package io.regcontract.simulator.operation.clients;

import io.regcontract.simulator.argument.ArgumentRules;
import io.regcontract.simulator.argument.Parameter;
import io.regcontract.simulator.client.Feature;
import io.regcontract.simulator.operation.DeclaredOperation;
import io.regcontract.simulator.operation.OperationCall;
import io.regcontract.simulator.operation.OperationResult;

/** Gives a client other features. An owner cannot take its own ownership away: 200. */
final class SetFeatures extends DeclaredOperation {

    SetFeatures() {
        super(ClientOperations.changing(
                "/clients/set_features", Parameter.required("features").jsonTexts()));
    }

    @Override
    public OperationResult perform(OperationCall call) {
        var client = call.targetClient();
        var features = ClientArguments.features(call, "features").orElseThrow();
        if (client.id().equals(call.client().id()) && !features.contains(Feature.OWNER)) {
            throw ArgumentRules.invalid("features", "an owner client cannot give up the owner feature itself");
        }
        return ClientOperations.change(call, client.withFeatures(features));
    }
}
