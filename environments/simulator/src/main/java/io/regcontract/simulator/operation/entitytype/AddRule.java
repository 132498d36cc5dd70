package io.regcontract.simulator.operation.entitytype;

import io.regcontract.simulator.application.Feature;
import io.regcontract.simulator.application.FeatureGroup;
import io.regcontract.simulator.argument.ArgumentRules;
import io.regcontract.simulator.argument.Parameter;
import io.regcontract.simulator.operation.Answer;
import io.regcontract.simulator.operation.Call;
import io.regcontract.simulator.operation.Declaration;
import io.regcontract.simulator.operation.Operation;
import io.regcontract.simulator.record.ValidationRule;
import java.util.Optional;

/** Adds a rule that the strings of some attributes must meet from now on. */
final class AddRule implements Operation {

    private static final Declaration DECLARATION = Declaration.writing("/entityType.addRule", FeatureGroup.ENTITY_TYPE)
            .takes(
                    Parameter.required("type_name"),
                    Parameter.optional("attributes").jsonTexts(),
                    Parameter.required("description"),
                    Parameter.required("definition").jsonObject())
            .forFeatures(Feature.OWNER)
            .build();

    @Override
    public Declaration declaration() {
        return DECLARATION;
    }

    @Override
    public Answer perform(Call call) {
        var type =
                call.application().records(call.arguments().text("type_name")).type();
        var definition = call.arguments().json("definition");
        ValidationRule.faultOf(definition).ifPresent(fault -> {
            throw ArgumentRules.invalid("definition", fault);
        });
        var rule = new ValidationRule(
                call.application().newUuid(),
                Notes.attributes(call, type),
                Optional.of(call.arguments().text("description")),
                definition);
        call.application().change(type.withRules(Notes.with(type.rules(), rule)));
        return Answer.of("result", Notes.shown(rule));
    }
}
