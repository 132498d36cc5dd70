package io.regcontract.simulator.operation.entitytype;

import io.regcontract.simulator.application.FeatureGroup;
import io.regcontract.simulator.argument.Parameter;
import io.regcontract.simulator.client.Feature;
import io.regcontract.simulator.operation.DeclaredOperation;
import io.regcontract.simulator.operation.OperationCall;
import io.regcontract.simulator.operation.OperationResult;

/** Deletes an entity type and all of its records, once {@code commit} is true. */
final class DeleteEntityType extends DeclaredOperation {

    DeleteEntityType() {
        super(writing("/entityType.delete", FeatureGroup.ENTITY_TYPE)
                .takes(
                        Parameter.required("type_name"),
                        Parameter.optional("commit").flag())
                .forFeatures(Feature.OWNER));
    }

    @Override
    public OperationResult perform(OperationCall call) {
        var type = call.entityType();
        if (call.arguments().flag("commit")) {
            call.application().entityTypes().delete(type);
        }
        return OperationResult.ok();
    }
}
