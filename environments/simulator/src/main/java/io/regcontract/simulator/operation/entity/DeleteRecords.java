package io.regcontract.simulator.operation.entity;

import io.regcontract.simulator.application.FeatureGroup;
import io.regcontract.simulator.argument.Parameter;
import io.regcontract.simulator.client.Feature;
import io.regcontract.simulator.operation.DeclaredOperation;
import io.regcontract.simulator.operation.OperationCall;
import io.regcontract.simulator.operation.OperationResult;
import io.regcontract.simulator.operation.PermittedRecords;
import java.util.List;
import tools.jackson.databind.node.IntNode;
import tools.jackson.databind.node.ObjectNode;

/** Counts the records that meet a filter, and deletes them once {@code commit} is true. */
final class DeleteRecords extends DeclaredOperation {

    DeleteRecords() {
        super(writing("/entity.bulkDelete", FeatureGroup.ENTITY)
                .takes(
                        Parameter.required("type_name"),
                        Parameter.required("filter"),
                        Parameter.optional("commit").flag())
                .forFeatures(Feature.OWNER, Feature.DIRECT_ACCESS));
    }

    @Override
    public OperationResult perform(OperationCall call) {
        var book = call.records();
        var records = PermittedRecords.of(call, book);
        List<ObjectNode> found;
        try (var search = RecordSearch.of(call, records, SearchPatience.usual(call))) {
            found = search.matching();
        }
        if (call.arguments().flag("commit")) {
            records.checkDeletable();
            RecordDeletion.perform(
                    call,
                    book,
                    found.stream()
                            .map(record -> record.path("uuid").stringValue())
                            .toList());
        }
        return OperationResult.of("delete_count", IntNode.valueOf(found.size()));
    }
}
