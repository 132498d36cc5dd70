package io.regcontract.simulator.operation.entitytype;

import io.regcontract.simulator.operation.OperationCall;
import io.regcontract.simulator.operation.OperationResult;
import io.regcontract.simulator.schema.AttributeDefinitions;
import io.regcontract.simulator.schema.EntityType;

/** The end of every operation that changes a schema. */
final class EntityTypeChange {

    private EntityTypeChange() {}

    /** Goes on with the changed type and shows it. 361 when stored records break it. */
    static OperationResult in(OperationCall call, EntityType changed) {
        call.application().entityTypes().change(changed);
        return OperationResult.of("schema", AttributeDefinitions.schema(changed, true));
    }
}
