package io.regcontract.simulator.operation.entity;

import io.regcontract.simulator.application.FeatureGroup;
import io.regcontract.simulator.argument.Parameter;
import io.regcontract.simulator.client.Feature;
import io.regcontract.simulator.operation.DeclaredOperation;
import io.regcontract.simulator.operation.OperationCall;
import io.regcontract.simulator.operation.OperationResult;
import io.regcontract.simulator.operation.PermittedRecords;
import java.util.function.Supplier;
import tools.jackson.databind.node.LongNode;

/** Counts the records that meet a filter. */
final class CountRecords extends DeclaredOperation {

    CountRecords() {
        super(reading("/entity.count", FeatureGroup.ENTITY)
                .takes(Parameter.required("type_name"), Parameter.optional("filter"))
                .forFeatures(Feature.OWNER));
    }

    @Override
    public OperationResult perform(OperationCall call) {
        return begin(call).get();
    }

    /** The lock is needed to see the records of one moment, and not to go through them. */
    @Override
    public Supplier<OperationResult> begin(OperationCall call) {
        var search = RecordSearch.of(call, PermittedRecords.named(call), SearchPatience.usual(call));
        return () -> OperationResult.of("total_count", LongNode.valueOf(search.count()))
                .telling(search.told());
    }
}
