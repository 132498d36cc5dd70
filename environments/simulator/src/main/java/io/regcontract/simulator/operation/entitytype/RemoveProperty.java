package io.regcontract.simulator.operation.entitytype;

import io.regcontract.simulator.application.FeatureGroup;
import io.regcontract.simulator.argument.ArgumentRules;
import io.regcontract.simulator.argument.Parameter;
import io.regcontract.simulator.client.Feature;
import io.regcontract.simulator.operation.Operation;
import io.regcontract.simulator.operation.OperationCall;
import io.regcontract.simulator.operation.OperationDeclaration;
import io.regcontract.simulator.operation.OperationResult;

/** Takes a property, or a rule, away. 200 when there is none of that uuid. */
final class RemoveProperty implements Operation {

    private static final OperationDeclaration DECLARATION = OperationDeclaration.writing(
                    "/entityType.removeProperty", FeatureGroup.ENTITY_TYPE)
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
        var uuid = call.arguments().text("uuid");
        var properties = type.properties().stream()
                .filter(property -> !property.uuid().equalsIgnoreCase(uuid))
                .toList();
        var rules = type.rules().stream()
                .filter(rule -> !rule.uuid().equalsIgnoreCase(uuid))
                .toList();
        if (properties.equals(type.properties()) && rules.equals(type.rules())) {
            throw ArgumentRules.invalid("uuid", "unknown property");
        }
        call.application().entityTypes().change(type.withProperties(properties).withRules(rules));
        return OperationResult.ok();
    }
}
