package io.regcontract.simulator.operation.entitytype;

import io.regcontract.simulator.operation.Answer;
import io.regcontract.simulator.operation.Call;
import io.regcontract.simulator.record.AttributeDefinitions;
import io.regcontract.simulator.record.EntityType;

/** The end of every operation that changes a schema. */
final class ChangedType {

    private ChangedType() {}

    /** Goes on with the changed type and shows it. 361 when stored records break it. */
    static Answer in(Call call, EntityType changed) {
        call.application().change(changed);
        return Answer.of("schema", AttributeDefinitions.schema(changed, true));
    }
}
