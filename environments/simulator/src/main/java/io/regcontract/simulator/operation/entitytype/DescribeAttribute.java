package io.regcontract.simulator.operation.entitytype;

import io.regcontract.simulator.application.FeatureGroup;
import io.regcontract.simulator.argument.Parameter;
import io.regcontract.simulator.client.Feature;
import io.regcontract.simulator.operation.Operation;
import io.regcontract.simulator.operation.OperationCall;
import io.regcontract.simulator.operation.OperationDeclaration;
import io.regcontract.simulator.operation.OperationResult;

/** Describes an attribute in other words. */
final class DescribeAttribute implements Operation {

    private static final OperationDeclaration DECLARATION = OperationDeclaration.writing(
                    "/entityType.setAttributeDescription", FeatureGroup.ENTITY_TYPE)
            .takes(
                    Parameter.required("type_name"),
                    Parameter.required("attribute_name").path(),
                    Parameter.required("description").jsonText())
            .forFeatures(Feature.OWNER)
            .build();

    @Override
    public OperationDeclaration declaration() {
        return DECLARATION;
    }

    @Override
    public OperationResult perform(OperationCall call) {
        var type = call.entityType();
        var path = call.arguments().path("attribute_name").orElseThrow();
        var description = call.arguments().json("description");
        return EntityTypeChange.in(
                call,
                type.changing(
                        path, old -> old.map(definition -> definition.withDescription(description.stringValueOpt()))));
    }
}
