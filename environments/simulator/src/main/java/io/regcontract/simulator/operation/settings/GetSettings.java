package io.regcontract.simulator.operation.settings;

import io.regcontract.simulator.application.FeatureGroup;
import io.regcontract.simulator.argument.Parameter;
import io.regcontract.simulator.client.Feature;
import io.regcontract.simulator.json.Json;
import io.regcontract.simulator.operation.Operation;
import io.regcontract.simulator.operation.OperationCall;
import io.regcontract.simulator.operation.OperationDeclaration;
import io.regcontract.simulator.operation.OperationResult;

/** What holds for a client under several keys. */
final class GetSettings implements Operation {

    private static final OperationDeclaration DECLARATION = OperationDeclaration.reading(
                    "/settings/get_multi", FeatureGroup.SETTINGS)
            .takes(Parameter.required("keys").jsonTexts(), Parameter.optional("for_client_id"))
            .forFeatures(Feature.OWNER)
            .build();

    @Override
    public OperationDeclaration declaration() {
        return DECLARATION;
    }

    @Override
    public OperationResult perform(OperationCall call) {
        var effective =
                call.application().settings().effective(call.targetClient().id());
        var result = Json.object();
        call.arguments().texts("keys").orElseThrow().forEach(key -> result.put(key, effective.get(key)));
        return OperationResult.of("result", result);
    }
}
