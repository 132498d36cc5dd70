package io.regcontract.simulator.operation.entity;

import io.regcontract.simulator.argument.ArgumentRules;
import io.regcontract.simulator.error.ApiErrorException;
import io.regcontract.simulator.error.ErrorCause;
import io.regcontract.simulator.filter.Filter;
import io.regcontract.simulator.filter.FilterParser;
import io.regcontract.simulator.filter.FilterSyntaxException;
import io.regcontract.simulator.operation.OperationCall;
import io.regcontract.simulator.operation.PermittedRecords;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.databind.node.ObjectNode;

/**
 * Looks for records by the argument {@code filter}. The records are those at the moment the search is made; going
 * through them needs no lock, and ends when the caller has waited long enough.
 */
final class RecordSearch {

    private final Stream<ObjectNode> records;
    private final Optional<Filter> filter;
    private final SearchPatience patience;

    private RecordSearch(Stream<ObjectNode> records, Optional<Filter> filter, SearchPatience patience) {
        this.records = records;
        this.filter = filter;
        this.patience = patience;
    }

    /**
     * A search among the records as they are now.
     *
     * @throws ApiErrorException 200 for a filter that is none, 223 for one that asks about what is hidden
     */
    static RecordSearch of(OperationCall call, PermittedRecords records, SearchPatience patience) {
        return new RecordSearch(
                records.searched(),
                call.arguments().find("filter").map(text -> parsed(text, call, records, patience)),
                patience);
    }

    /** The records that meet the filter, all of them when there is none, the oldest first. */
    List<ObjectNode> matching() {
        return records.filter(this::matches).collect(Collectors.toList());
    }

    private boolean matches(ObjectNode record) {
        patience.run();
        return filter.map(condition -> condition.matches(record)).orElse(true);
    }

    private static Filter parsed(String text, OperationCall call, PermittedRecords records, SearchPatience patience) {
        try {
            return FilterParser.parse(text, records.type(), call.now(), records::checkReadable, patience);
        } catch (FilterSyntaxException.OperatorRemoved removed) {
            throw refusal(removed).in(ErrorCause.FILTER_OPERATOR_REMOVED);
        } catch (FilterSyntaxException meaningless) {
            throw refusal(meaningless);
        }
    }

    private static ApiErrorException refusal(FilterSyntaxException meaningless) {
        return ArgumentRules.invalid(
                "filter", Optional.ofNullable(meaningless.getMessage()).orElse("invalid filter"));
    }
}
