package io.regcontract.simulator.operation.entitytype;

import io.regcontract.simulator.application.FeatureGroup;
import io.regcontract.simulator.argument.Parameter;
import io.regcontract.simulator.client.Feature;
import io.regcontract.simulator.error.SimulatedErrorCode;
import io.regcontract.simulator.operation.DeclaredOperation;
import io.regcontract.simulator.operation.OperationCall;
import io.regcontract.simulator.operation.OperationResult;
import io.regcontract.simulator.schema.AttributeDefinitions;

/** Adds an attribute to an entity type. 233 when the name is taken. */
final class AddAttribute extends DeclaredOperation {

    AddAttribute() {
        super(writing("/entityType.addAttribute", FeatureGroup.ENTITY_TYPE)
                .takes(
                        Parameter.required("type_name"),
                        Parameter.required("attr_def").jsonObject())
                .forFeatures(Feature.OWNER));
    }

    @Override
    public OperationResult perform(OperationCall call) {
        var type = call.entityType();
        var definition =
                new AttributeDefinitions("attr_def").one(call.arguments().json("attr_def"));
        if (type.definition(definition.name()).isPresent()) {
            throw SimulatedErrorCode.ATTRIBUTE_EXISTS
                    .because("attribute already exists: /" + definition.name())
                    .with("attribute_name", "/" + definition.name());
        }
        call.application().entityTypes().outside().makeRoom(call.records(), definition.name());
        return EntityTypeChange.in(call, type.with(definition));
    }
}
