package io.regcontract.simulator.operation.settings;

import io.regcontract.simulator.application.Feature;
import io.regcontract.simulator.application.FeatureGroup;
import io.regcontract.simulator.argument.Parameter;
import io.regcontract.simulator.json.Json;
import io.regcontract.simulator.operation.Answer;
import io.regcontract.simulator.operation.Call;
import io.regcontract.simulator.operation.Declaration;
import io.regcontract.simulator.operation.Operation;
import java.util.Map;
import java.util.function.Function;

/** The keys of settings: of all that hold for a client, of its own, or of the application. */
final class ListKeys implements Operation {

    private final Declaration declaration;
    private final Function<Call, Map<String, String>> settings;

    /** @param settings whose settings they are */
    ListKeys(String path, Function<Call, Map<String, String>> settings, Parameter... parameters) {
        this.declaration = Declaration.reading(path, FeatureGroup.SETTINGS)
                .takes(parameters)
                .forFeatures(Feature.OWNER)
                .build();
        this.settings = settings;
    }

    @Override
    public Declaration declaration() {
        return declaration;
    }

    @Override
    public Answer perform(Call call) {
        return Answer.of("result", Json.array(settings.apply(call).keySet()));
    }
}
