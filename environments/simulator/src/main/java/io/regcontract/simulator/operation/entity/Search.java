package io.regcontract.simulator.operation.entity;

import io.regcontract.simulator.argument.ArgumentRules;
import io.regcontract.simulator.error.Circumstance;
import io.regcontract.simulator.error.Refusal;
import io.regcontract.simulator.filter.Filter;
import io.regcontract.simulator.filter.FilterParser;
import io.regcontract.simulator.filter.FilterSyntaxException;
import io.regcontract.simulator.operation.Call;
import io.regcontract.simulator.operation.PermittedRecords;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import tools.jackson.databind.node.ObjectNode;

/** Looks for records by the argument {@code filter}. */
final class Search {

    private Search() {}

    /**
     * The records that meet the filter, all of them when there is none, the oldest first. 200 for a filter that is none,
     * 223 for one that asks about what is hidden.
     */
    static List<ObjectNode> matching(Call call, PermittedRecords records) {
        var filter = call.arguments().find("filter").map(text -> parsed(text, call, records));
        return records.searched()
                .filter(record ->
                        filter.map(condition -> condition.matches(record)).orElse(true))
                .collect(Collectors.toList());
    }

    private static Filter parsed(String text, Call call, PermittedRecords records) {
        try {
            return FilterParser.parse(text, records.type(), call.now(), records::checkReadable);
        } catch (FilterSyntaxException.OperatorRemoved removed) {
            throw refusal(removed).in(Circumstance.FILTER_OPERATOR_REMOVED);
        } catch (FilterSyntaxException meaningless) {
            throw refusal(meaningless);
        }
    }

    private static Refusal refusal(FilterSyntaxException meaningless) {
        return ArgumentRules.invalid(
                "filter", Optional.ofNullable(meaningless.getMessage()).orElse("invalid filter"));
    }
}
