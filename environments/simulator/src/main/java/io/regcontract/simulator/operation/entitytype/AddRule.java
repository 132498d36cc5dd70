package io.regcontract.simulator.operation.entitytype;

import io.regcontract.simulator.application.FeatureGroup;
import io.regcontract.simulator.argument.ArgumentRules;
import io.regcontract.simulator.argument.Parameter;
import io.regcontract.simulator.client.Feature;
import io.regcontract.simulator.operation.DeclaredOperation;
import io.regcontract.simulator.operation.OperationCall;
import io.regcontract.simulator.operation.OperationResult;
import io.regcontract.simulator.schema.ValidationRule;
import java.util.Optional;

/** Adds a rule that the strings of some attributes must meet from now on. */
final class AddRule extends DeclaredOperation {

    AddRule() {
        super(writing("/entityType.addRule", FeatureGroup.ENTITY_TYPE)
                .takes(
                        Parameter.required("type_name"),
                        Parameter.optional("attributes").jsonTexts(),
                        Parameter.required("description"),
                        Parameter.required("definition").jsonObject())
                .forFeatures(Feature.OWNER));
    }

    @Override
    public OperationResult perform(OperationCall call) {
        var type = call.entityType();
        var definition = call.arguments().json("definition");
        ValidationRule.faultOf(definition).ifPresent(fault -> {
            throw ArgumentRules.invalid("definition", fault);
        });
        var rule = new ValidationRule(
                call.application().newUuid(),
                RulesAndProperties.attributes(call, type),
                Optional.of(call.arguments().text("description")),
                definition);
        call.application().entityTypes().change(type.withRules(RulesAndProperties.with(type.rules(), rule)));
        return OperationResult.of("result", RulesAndProperties.shown(rule));
    }
}
