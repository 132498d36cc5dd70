package io.regcontract.simulator.operation.entitytype;

import io.regcontract.simulator.application.FeatureGroup;
import io.regcontract.simulator.argument.Parameter;
import io.regcontract.simulator.client.Feature;
import io.regcontract.simulator.operation.DeclaredOperation;
import io.regcontract.simulator.operation.OperationCall;
import io.regcontract.simulator.operation.OperationResult;
import java.util.Optional;

/** Takes an attribute out of an entity type and its values out of all records. 234 for a reserved one. */
final class RemoveAttribute extends DeclaredOperation {

    RemoveAttribute() {
        super(writing("/entityType.removeAttribute", FeatureGroup.ENTITY_TYPE)
                .takes(
                        Parameter.required("type_name"),
                        Parameter.required("attribute_name").path())
                .forFeatures(Feature.OWNER));
    }

    @Override
    public OperationResult perform(OperationCall call) {
        var book = call.records();
        var path = call.arguments().path("attribute_name").orElseThrow();
        var changed = book.type().changing(path, definition -> Optional.empty());
        // The values first: where the storage refuses that, the type stays as it was.
        book.forget(path);
        return EntityTypeChange.in(call, changed);
    }
}
