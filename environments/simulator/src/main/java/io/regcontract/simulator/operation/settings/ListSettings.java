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

/** Settings with their values: all that hold for a client, its own, or those of the application. */
final class ListSettings implements Operation {

    private final Declaration declaration;
    private final Function<Call, Map<String, String>> settings;

    /** @param settings whose settings they are */
    ListSettings(String path, Function<Call, Map<String, String>> settings, Parameter... parameters) {
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
        var result = Json.object();
        settings.apply(call).forEach(result::put);
        return Answer.of("result", result);
    }
}
