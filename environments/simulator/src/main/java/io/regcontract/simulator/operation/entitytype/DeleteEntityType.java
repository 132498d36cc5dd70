package io.regcontract.simulator.operation.entitytype;

import io.regcontract.simulator.application.Feature;
import io.regcontract.simulator.application.FeatureGroup;
import io.regcontract.simulator.argument.Parameter;
import io.regcontract.simulator.operation.Answer;
import io.regcontract.simulator.operation.Call;
import io.regcontract.simulator.operation.Declaration;
import io.regcontract.simulator.operation.Operation;

/** Deletes an entity type and all of its records, once {@code commit} is true. */
final class DeleteEntityType implements Operation {

    private static final Declaration DECLARATION = Declaration.writing("/entityType.delete", FeatureGroup.ENTITY_TYPE)
            .takes(Parameter.required("type_name"), Parameter.optional("commit").flag())
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
        if (call.arguments().flag("commit")) {
            call.application().delete(type);
        }
        return Answer.ok();
    }
}
