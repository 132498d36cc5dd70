package io.regcontract.simulator.operation.entitytype;

import io.regcontract.simulator.application.Feature;
import io.regcontract.simulator.application.FeatureGroup;
import io.regcontract.simulator.argument.Parameter;
import io.regcontract.simulator.operation.Answer;
import io.regcontract.simulator.operation.Call;
import io.regcontract.simulator.operation.Declaration;
import io.regcontract.simulator.operation.Operation;

/** Describes an attribute in other words. */
final class DescribeAttribute implements Operation {

    private static final Declaration DECLARATION = Declaration.writing(
                    "/entityType.setAttributeDescription", FeatureGroup.ENTITY_TYPE)
            .takes(
                    Parameter.required("type_name"),
                    Parameter.required("attribute_name").path(),
                    Parameter.required("description").jsonText())
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
        var path = call.arguments().path("attribute_name").orElseThrow();
        var description = call.arguments().json("description");
        return ChangedType.in(
                call,
                type.changing(
                        path, old -> old.map(definition -> definition.withDescription(description.stringValueOpt()))));
    }
}
