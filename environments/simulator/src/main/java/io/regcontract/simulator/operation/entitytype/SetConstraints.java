package io.regcontract.simulator.operation.entitytype;

import io.regcontract.simulator.application.FeatureGroup;
import io.regcontract.simulator.argument.Parameter;
import io.regcontract.simulator.client.Feature;
import io.regcontract.simulator.operation.Operation;
import io.regcontract.simulator.operation.OperationCall;
import io.regcontract.simulator.operation.OperationDeclaration;
import io.regcontract.simulator.operation.OperationResult;
import io.regcontract.simulator.schema.AttributeDefinitions;

/** Puts an attribute under other constraints. 361 when records already break a unique one. */
final class SetConstraints implements Operation {

    private static final OperationDeclaration DECLARATION = OperationDeclaration.writing(
                    "/entityType.setAttributeConstraints", FeatureGroup.ENTITY_TYPE)
            .takes(
                    Parameter.required("type_name"),
                    Parameter.required("attribute_name").path(),
                    Parameter.required("constraints").jsonTexts())
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
        var constraints = new AttributeDefinitions("constraints")
                .constraints(call.arguments().json("constraints"));
        return EntityTypeChange.in(
                call, type.changing(path, old -> old.map(definition -> definition.withConstraints(constraints))));
    }
}
