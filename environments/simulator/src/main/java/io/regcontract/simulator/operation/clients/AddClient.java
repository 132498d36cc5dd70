package io.regcontract.simulator.operation.clients;

import io.regcontract.simulator.application.FeatureGroup;
import io.regcontract.simulator.argument.Parameter;
import io.regcontract.simulator.client.Feature;
import io.regcontract.simulator.operation.DeclaredOperation;
import io.regcontract.simulator.operation.OperationCall;
import io.regcontract.simulator.operation.OperationResult;
import java.util.List;

/** Adds a client with the features asked for. */
final class AddClient extends DeclaredOperation {

    AddClient() {
        super(writing("/clients/add", FeatureGroup.CLIENTS)
                .takes(
                        Parameter.required("description"),
                        Parameter.optional("features").jsonTexts())
                .forFeatures(Feature.OWNER));
    }

    @Override
    public OperationResult perform(OperationCall call) {
        var features = ClientArguments.features(call, "features").orElse(List.of());
        var client = call.application().clients().add(call.arguments().text("description"), features);
        return ClientJson.whole(client);
    }
}
