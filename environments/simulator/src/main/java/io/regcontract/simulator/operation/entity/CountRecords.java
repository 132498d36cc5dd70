package io.regcontract.simulator.operation.entity;

import io.regcontract.simulator.application.Feature;
import io.regcontract.simulator.application.FeatureGroup;
import io.regcontract.simulator.argument.Parameter;
import io.regcontract.simulator.operation.Answer;
import io.regcontract.simulator.operation.Call;
import io.regcontract.simulator.operation.Declaration;
import io.regcontract.simulator.operation.Operation;
import io.regcontract.simulator.operation.PermittedRecords;
import java.util.function.Supplier;
import tools.jackson.databind.node.IntNode;

/** Counts the records that meet a filter. */
final class CountRecords implements Operation {

    private static final Declaration DECLARATION = Declaration.reading("/entity.count", FeatureGroup.ENTITY)
            .takes(Parameter.required("type_name"), Parameter.optional("filter"))
            .forFeatures(Feature.OWNER)
            .build();

    @Override
    public Declaration declaration() {
        return DECLARATION;
    }

    @Override
    public Answer perform(Call call) {
        return begin(call).get();
    }

    /** The lock is needed to see the records of one moment, and not to go through them. */
    @Override
    public Supplier<Answer> begin(Call call) {
        var search = Search.of(call, PermittedRecords.named(call), SearchPatience.usual(call));
        return () -> Answer.of("total_count", IntNode.valueOf(search.matching().size()));
    }
}
