package io.regcontract.simulator.operation.entitytype;

import io.regcontract.simulator.application.FeatureGroup;
import io.regcontract.simulator.argument.Parameter;
import io.regcontract.simulator.client.Feature;
import io.regcontract.simulator.operation.DeclaredOperation;
import io.regcontract.simulator.operation.OperationCall;
import io.regcontract.simulator.operation.OperationResult;
import io.regcontract.simulator.operation.PermittedRecords;
import io.regcontract.simulator.schema.AttributeDefinitions;

/** Gives the schema of an entity type. 222 when there is none of that name. */
final class GetEntityType extends DeclaredOperation {

    GetEntityType() {
        super(reading("/entityType", FeatureGroup.ENTITY_TYPE)
                .takes(
                        Parameter.required("type_name"),
                        Parameter.optional("remove_reserved").flag())
                .forFeatures(Feature.OWNER, Feature.DIRECT_ACCESS, Feature.DIRECT_READ_ACCESS));
    }

    @Override
    public OperationResult perform(OperationCall call) {
        var type = PermittedRecords.named(call).shownType();
        return OperationResult.of(
                "schema", AttributeDefinitions.schema(type, !call.arguments().flag("remove_reserved")));
    }
}
