package io.regcontract.simulator.operation.entity;

import io.regcontract.simulator.application.Feature;
import io.regcontract.simulator.application.FeatureGroup;
import io.regcontract.simulator.argument.Parameter;
import io.regcontract.simulator.operation.Answer;
import io.regcontract.simulator.operation.Call;
import io.regcontract.simulator.operation.Declaration;
import io.regcontract.simulator.operation.Operation;
import io.regcontract.simulator.operation.PermittedRecords;
import io.regcontract.simulator.record.StoredRecord;

/** Deletes every record of a type, once {@code commit} is true. */
final class PurgeRecords implements Operation {

    private static final Declaration DECLARATION = Declaration.writing("/entity.purge", FeatureGroup.ENTITY)
            .takes(Parameter.required("type_name"), Parameter.required("commit").flag())
            .forFeatures(Feature.OWNER)
            .build();

    @Override
    public Declaration declaration() {
        return DECLARATION;
    }

    @Override
    public Answer perform(Call call) {
        var book = call.application().records(call.arguments().text("type_name"));
        if (call.arguments().flag("commit")) {
            PermittedRecords.of(call, book).checkDeletable();
            Deletion.perform(
                    call, book, book.all().stream().map(StoredRecord::uuid).toList());
        }
        return Answer.ok();
    }
}
