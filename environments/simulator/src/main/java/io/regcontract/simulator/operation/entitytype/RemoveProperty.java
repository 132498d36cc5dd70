package io.regcontract.simulator.operation.entitytype;

import io.regcontract.simulator.application.FeatureGroup;
import io.regcontract.simulator.argument.ArgumentRules;
import io.regcontract.simulator.argument.Parameter;
import io.regcontract.simulator.client.Feature;
import io.regcontract.simulator.operation.DeclaredOperation;
import io.regcontract.simulator.operation.OperationCall;
import io.regcontract.simulator.operation.OperationResult;

/** Removes a rule of a type, or a rule or property. 200 when there is none of that uuid. */
final class RemoveProperty extends DeclaredOperation {

    private final boolean rulesOnly;

    private RemoveProperty(String path, boolean rulesOnly) {
        super(writing(path, FeatureGroup.ENTITY_TYPE)
                .takes(
                        Parameter.required("type_name"),
                        Parameter.required("uuid").uuid())
                .forFeatures(Feature.OWNER));
        this.rulesOnly = rulesOnly;
    }

    static RemoveProperty any() {
        return new RemoveProperty("/entityType.removeProperty", false);
    }

    static RemoveProperty rule() {
        return new RemoveProperty("/entityType.removeRule", true);
    }

    @Override
    public OperationResult perform(OperationCall call) {
        var type = call.entityType();
        var uuid = call.arguments().text("uuid");
        var rules = type.rules().stream()
                .filter(rule -> !rule.uuid().equalsIgnoreCase(uuid))
                .toList();
        var properties = type.properties().stream()
                .filter(property -> rulesOnly || !property.uuid().equalsIgnoreCase(uuid))
                .toList();
        if (properties.equals(type.properties()) && rules.equals(type.rules())) {
            throw ArgumentRules.invalid("uuid", rulesOnly ? "unknown rule" : "unknown property");
        }
        call.application().entityTypes().change(type.withProperties(properties).withRules(rules));
        return OperationResult.ok();
    }
}
