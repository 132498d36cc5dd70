package io.regcontract.simulator.operation.settings;

import io.regcontract.simulator.application.FeatureGroup;
import io.regcontract.simulator.argument.Parameter;
import io.regcontract.simulator.client.Feature;
import io.regcontract.simulator.json.Json;
import io.regcontract.simulator.operation.Operation;
import io.regcontract.simulator.operation.OperationCall;
import io.regcontract.simulator.operation.OperationDeclaration;
import io.regcontract.simulator.operation.OperationResult;
import java.util.Map;
import java.util.function.Function;

/** Settings with their values: all that hold for a client, its own, or those of the application. */
final class ListSettings implements Operation {

    private final OperationDeclaration declaration;
    private final Function<OperationCall, Map<String, String>> settings;

    /** @param settings whose settings they are */
    ListSettings(String path, Function<OperationCall, Map<String, String>> settings, Parameter... parameters) {
        this.declaration = OperationDeclaration.reading(path, FeatureGroup.SETTINGS)
                .takes(parameters)
                .forFeatures(Feature.OWNER)
                .build();
        this.settings = settings;
    }

    @Override
    public OperationDeclaration declaration() {
        return declaration;
    }

    @Override
    public OperationResult perform(OperationCall call) {
        var result = Json.object();
        settings.apply(call).forEach(result::put);
        return OperationResult.of("result", result);
    }
}
