package io.regcontract.simulator.operation.entity;

import io.regcontract.simulator.application.FeatureGroup;
import io.regcontract.simulator.argument.Parameter;
import io.regcontract.simulator.client.Feature;
import io.regcontract.simulator.json.Json;
import io.regcontract.simulator.operation.DeclaredOperation;
import io.regcontract.simulator.operation.OperationCall;
import io.regcontract.simulator.operation.OperationResult;
import io.regcontract.simulator.operation.PermittedRecords;
import io.regcontract.simulator.schema.AttributePath;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import tools.jackson.databind.node.IntNode;
import tools.jackson.databind.node.LongNode;

/** Finds records that meet a filter, sorted, a page at a time. */
final class FindRecords extends DeclaredOperation {

    FindRecords() {
        super(reading("/entity.find", FeatureGroup.ENTITY)
                .takes(
                        Parameter.required("type_name"),
                        Parameter.optional("filter"),
                        Parameter.optional("sort_on").jsonTexts(),
                        Parameter.optional("attributes").jsonTexts(),
                        Parameter.optional("max_results").whole(0, 10_000).orElse("100"),
                        Parameter.optional("first_result")
                                .whole(0, Long.MAX_VALUE)
                                .orElse("0"),
                        Parameter.optional("show_total_count").flag(),
                        Parameter.optional("timeout").whole(0, Long.MAX_VALUE).orElse(SearchPatience.USUAL))
                .forFeatures(Feature.OWNER, Feature.DIRECT_ACCESS, Feature.DIRECT_READ_ACCESS));
    }

    @Override
    public OperationResult perform(OperationCall call) {
        return begin(call).get();
    }

    /** The lock is needed to see the records of one moment, and not to go through them. */
    @Override
    public Supplier<OperationResult> begin(OperationCall call) {
        var patience = SearchPatience.asked(call);
        var records = PermittedRecords.named(call);
        var search = RecordSearch.of(call, records, patience);
        patience.checkStorage(call);
        var order = SortOrder.in(call, records, patience);
        var paths = call.arguments().texts("attributes").map(names -> Projection.paths(records, names));
        return () -> {
            try (search) {
                return answer(call, search, order, paths, patience);
            }
        };
    }

    private static OperationResult answer(
            OperationCall call,
            RecordSearch search,
            Optional<SortOrder> order,
            Optional<List<AttributePath>> paths,
            SearchPatience patience) {
        long first = call.arguments().whole("first_result").orElseThrow();
        long most = call.arguments().whole("max_results").orElseThrow();
        var found = order.map(sorted -> search.page(sorted, first, most)).orElseGet(() -> search.page(first, most));
        var results = Json.array();
        found.stream()
                .peek(record -> patience.run())
                .map(record -> paths.map(some -> Projection.of(record, some)).orElse(record))
                .forEach(results::add);
        boolean isLast = found.size() < most && (first == 0 || !found.isEmpty());
        var answer = OperationResult.of("result_count", IntNode.valueOf(results.size()))
                .with("results", results)
                .telling(search.told());
        return call.arguments().flag("show_total_count")
                ? answer.with("total_count", LongNode.valueOf(isLast ? first + found.size() : search.count()))
                : answer;
    }
}
