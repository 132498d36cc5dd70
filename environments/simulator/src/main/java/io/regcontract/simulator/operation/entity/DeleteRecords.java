package io.regcontract.simulator.operation.entity;

import io.regcontract.simulator.application.Feature;
import io.regcontract.simulator.application.FeatureGroup;
import io.regcontract.simulator.argument.Parameter;
import io.regcontract.simulator.operation.Answer;
import io.regcontract.simulator.operation.Call;
import io.regcontract.simulator.operation.Declaration;
import io.regcontract.simulator.operation.Operation;
import io.regcontract.simulator.operation.PermittedRecords;
import tools.jackson.databind.node.IntNode;

/** Counts the records that meet a filter, and deletes them once {@code commit} is true. */
final class DeleteRecords implements Operation {

    private static final Declaration DECLARATION = Declaration.writing("/entity.bulkDelete", FeatureGroup.ENTITY)
            .takes(
                    Parameter.required("type_name"),
                    Parameter.required("filter"),
                    Parameter.optional("commit").flag())
            .forFeatures(Feature.OWNER, Feature.DIRECT_ACCESS)
            .build();

    @Override
    public Declaration declaration() {
        return DECLARATION;
    }

    @Override
    public Answer perform(Call call) {
        var book = call.application().records(call.arguments().text("type_name"));
        var records = PermittedRecords.of(call, book);
        var found = Search.of(call, records, SearchPatience.usual(call)).matching();
        if (call.arguments().flag("commit")) {
            records.checkDeletable();
            Deletion.perform(
                    call,
                    book,
                    found.stream()
                            .map(record -> record.path("uuid").stringValue())
                            .toList());
        }
        return Answer.of("delete_count", IntNode.valueOf(found.size()));
    }
}
