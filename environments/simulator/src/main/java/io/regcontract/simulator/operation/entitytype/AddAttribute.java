package io.regcontract.simulator.operation.entitytype;

import io.regcontract.simulator.application.Feature;
import io.regcontract.simulator.application.FeatureGroup;
import io.regcontract.simulator.argument.Parameter;
import io.regcontract.simulator.error.ErrorCode;
import io.regcontract.simulator.operation.Answer;
import io.regcontract.simulator.operation.Call;
import io.regcontract.simulator.operation.Declaration;
import io.regcontract.simulator.operation.Operation;
import io.regcontract.simulator.record.AttributeDefinitions;

/** Adds an attribute to an entity type. 233 when the name is taken. */
final class AddAttribute implements Operation {

    private static final Declaration DECLARATION = Declaration.writing(
                    "/entityType.addAttribute", FeatureGroup.ENTITY_TYPE)
            .takes(
                    Parameter.required("type_name"),
                    Parameter.required("attr_def").jsonObject())
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
        var definition =
                new AttributeDefinitions("attr_def").one(call.arguments().json("attr_def"));
        if (type.definition(definition.name()).isPresent()) {
            throw ErrorCode.ATTRIBUTE_EXISTS
                    .because("attribute already exists: /" + definition.name())
                    .with("attribute_name", "/" + definition.name());
        }
        return ChangedType.in(call, type.with(definition));
    }
}
