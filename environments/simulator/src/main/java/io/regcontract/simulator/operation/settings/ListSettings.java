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
import tools.jackson.databind.JsonNode;

/** Settings, or their keys: all that hold for a client, its own, or those of the application. */
final class ListSettings implements Operation {

    private final OperationDeclaration declaration;
    private final Function<OperationCall, Map<String, String>> settings;
    private final Function<Map<String, String>, JsonNode> shown;

    private ListSettings(
            String path,
            Function<OperationCall, Map<String, String>> settings,
            Function<Map<String, String>, JsonNode> shown,
            Parameter... parameters) {
        this.declaration = OperationDeclaration.reading(path, FeatureGroup.SETTINGS)
                .takes(parameters)
                .forFeatures(Feature.OWNER)
                .build();
        this.settings = settings;
        this.shown = shown;
    }

    /** @param settings whose settings they are */
    static ListSettings keys(
            String path, Function<OperationCall, Map<String, String>> settings, Parameter... parameters) {
        return new ListSettings(path, settings, found -> Json.array(found.keySet()), parameters);
    }

    /** @param settings whose settings they are */
    static ListSettings items(
            String path, Function<OperationCall, Map<String, String>> settings, Parameter... parameters) {
        return new ListSettings(path, settings, ListSettings::object, parameters);
    }

    @Override
    public OperationDeclaration declaration() {
        return declaration;
    }

    @Override
    public OperationResult perform(OperationCall call) {
        return OperationResult.of("result", shown.apply(settings.apply(call)));
    }

    private static JsonNode object(Map<String, String> settings) {
        var object = Json.object();
        settings.forEach(object::put);
        return object;
    }
}
