package io.regcontract.simulator.operation.entitytype;

import io.regcontract.simulator.application.FeatureGroup;
import io.regcontract.simulator.argument.ArgumentRules;
import io.regcontract.simulator.argument.Parameter;
import io.regcontract.simulator.client.Feature;
import io.regcontract.simulator.operation.Operation;
import io.regcontract.simulator.operation.OperationCall;
import io.regcontract.simulator.operation.OperationDeclaration;
import io.regcontract.simulator.operation.OperationResult;

/** Takes a rule away. 200 when there is none of that uuid. */
final class RemoveRule implements Operation {

    private static final OperationDeclaration DECLARATION = OperationDeclaration.writing(
                    "/entityType.removeRule", FeatureGroup.ENTITY_TYPE)
            .takes(Parameter.required("type_name"), Parameter.required("uuid").uuid())
            .forFeatures(Feature.OWNER)
            .build();

    @Override
    public OperationDeclaration declaration() {
        return DECLARATION;
    }

    @Override
    public OperationResult perform(OperationCall call) {
        var type = call.entityType();
        var rest = type.rules().stream()
                .filter(rule -> !rule.uuid().equalsIgnoreCase(call.arguments().text("uuid")))
                .toList();
        if (rest.size() == type.rules().size()) {
            throw ArgumentRules.invalid("uuid", "unknown rule");
        }
        call.application().entityTypes().change(type.withRules(rest));
        return OperationResult.ok();
    }
}
