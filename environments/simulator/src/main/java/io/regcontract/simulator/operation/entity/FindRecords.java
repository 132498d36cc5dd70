package io.regcontract.simulator.operation.entity;

import io.regcontract.simulator.application.Feature;
import io.regcontract.simulator.application.FeatureGroup;
import io.regcontract.simulator.argument.Parameter;
import io.regcontract.simulator.error.Circumstance;
import io.regcontract.simulator.error.ErrorCode;
import io.regcontract.simulator.json.Json;
import io.regcontract.simulator.operation.Answer;
import io.regcontract.simulator.operation.Call;
import io.regcontract.simulator.operation.Declaration;
import io.regcontract.simulator.operation.Operation;
import io.regcontract.simulator.operation.PermittedRecords;
import java.time.Duration;
import tools.jackson.databind.node.IntNode;

/** Finds records that meet a filter, sorted, a page at a time. */
final class FindRecords implements Operation {

    /** In seconds. The vendor asks for a longer one only where a search takes more than this. */
    private static final String DEFAULT_TIMEOUT = "10";
    /** In seconds. Who asks for more, as some clients do, gets this. */
    private static final long LONGEST_TIMEOUT = 60;

    private static final Declaration DECLARATION = Declaration.reading("/entity.find", FeatureGroup.ENTITY)
            .takes(
                    Parameter.required("type_name"),
                    Parameter.optional("filter"),
                    Parameter.optional("sort_on").jsonTexts(),
                    Parameter.optional("attributes").jsonTexts(),
                    Parameter.optional("max_results").whole(0, 10_000).orElse("100"),
                    Parameter.optional("first_result").whole(0, Long.MAX_VALUE).orElse("0"),
                    Parameter.optional("show_total_count").flag(),
                    Parameter.optional("timeout").whole(0, Long.MAX_VALUE).orElse(DEFAULT_TIMEOUT))
            .forFeatures(Feature.OWNER, Feature.DIRECT_ACCESS, Feature.DIRECT_READ_ACCESS)
            .build();

    @Override
    public Declaration declaration() {
        return DECLARATION;
    }

    @Override
    public Answer perform(Call call) {
        var records = PermittedRecords.named(call);
        var found = Search.matching(call, records);
        checkTimeout(call);
        SortOrder.in(call, records).ifPresent(found::sort);
        Projection.paths(records, call.arguments().texts("attributes"));
        var results = Json.array();
        found.stream()
                .skip(call.arguments().whole("first_result").orElseThrow())
                .limit(call.arguments().whole("max_results").orElseThrow())
                .map(record -> Projection.of(records, record, call.arguments().texts("attributes")))
                .forEach(results::add);
        var answer = Answer.of("result_count", IntNode.valueOf(results.size())).with("results", results);
        return call.arguments().flag("show_total_count")
                ? answer.with("total_count", IntNode.valueOf(found.size()))
                : answer;
    }

    /** 500 when the storage is slower than the caller waits: the page has no code of its own for it. */
    private static void checkTimeout(Call call) {
        var timeout =
                Duration.ofSeconds(Math.min(call.arguments().whole("timeout").orElseThrow(), LONGEST_TIMEOUT));
        if (call.application()
                .storage()
                .search()
                .filter(takes -> takes.compareTo(timeout) > 0)
                .isPresent()) {
            throw ErrorCode.UNEXPECTED_ERROR
                    .because("the search took longer than " + timeout.toSeconds() + " seconds")
                    .in(Circumstance.SEARCH_TIMED_OUT);
        }
    }
}
