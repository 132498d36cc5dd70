package io.regcontract.simulator.operation.clients;

import io.regcontract.simulator.application.Feature;
import io.regcontract.simulator.application.FeatureGroup;
import io.regcontract.simulator.argument.Parameter;
import io.regcontract.simulator.operation.Answer;
import io.regcontract.simulator.operation.Call;
import io.regcontract.simulator.operation.Declaration;
import io.regcontract.simulator.operation.Operation;
import java.util.List;

/** Adds a client with the features asked for. */
final class AddClient implements Operation {

    private static final Declaration DECLARATION = Declaration.writing("/clients/add", FeatureGroup.CLIENTS)
            .takes(
                    Parameter.required("description"),
                    Parameter.optional("features").jsonTexts())
            .forFeatures(Feature.OWNER)
            .build();

    @Override
    public Declaration declaration() {
        return DECLARATION;
    }

    @Override
    public Answer perform(Call call) {
        var features = ClientArguments.features(call, "features").orElse(List.of());
        var client = call.application().clients().add(call.arguments().text("description"), features);
        return ClientAnswer.whole(client);
    }
}
