package io.regcontract.simulator.operation.entity;

import io.regcontract.simulator.application.FeatureGroup;
import io.regcontract.simulator.argument.Parameter;
import io.regcontract.simulator.client.Feature;
import io.regcontract.simulator.operation.DeclaredOperation;
import io.regcontract.simulator.operation.OperationCall;
import io.regcontract.simulator.operation.OperationResult;
import io.regcontract.simulator.operation.PermittedRecords;
import io.regcontract.simulator.record.StoredRecord;

/** Deletes every record of a type, once {@code commit} is true. */
final class PurgeRecords extends DeclaredOperation {

    PurgeRecords() {
        super(writing("/entity.purge", FeatureGroup.ENTITY)
                .takes(
                        Parameter.required("type_name"),
                        Parameter.required("commit").flag())
                .forFeatures(Feature.OWNER));
    }

    @Override
    public OperationResult perform(OperationCall call) {
        var book = call.records();
        if (call.arguments().flag("commit")) {
            PermittedRecords.of(call, book).checkDeletable();
            RecordDeletion.perform(
                    call, book, book.stream().map(StoredRecord::uuid).toList());
        }
        return OperationResult.ok();
    }
}
