package io.regcontract.simulator.operation.entity;

import io.regcontract.simulator.argument.ArgumentRules;
import io.regcontract.simulator.error.ApiErrorException;
import io.regcontract.simulator.error.ErrorCause;
import io.regcontract.simulator.filter.Filter;
import io.regcontract.simulator.filter.FilterParser;
import io.regcontract.simulator.filter.FilterSyntaxException;
import io.regcontract.simulator.operation.OperationCall;
import io.regcontract.simulator.operation.PermittedRecords;
import io.regcontract.simulator.operation.PermittedSearch;
import io.regcontract.simulator.record.StoredRecord;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.node.ObjectNode;

/**
 * Looks for records by the argument {@code filter}. The records are those at the moment the search is made; going
 * through them needs no lock, and ends when the caller has waited long enough.
 */
final class RecordSearch implements AutoCloseable {

    private final PermittedSearch records;
    private final Optional<Filter> filter;
    private final SearchPatience patience;

    private RecordSearch(PermittedSearch records, Optional<Filter> filter, SearchPatience patience) {
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
        var filter = call.arguments().find("filter").map(text -> parsed(text, call, records, patience));
        return new RecordSearch(records.searched(filter), filter, patience);
    }

    /** The records that meet the filter, all of them when there is none, the oldest first. */
    List<ObjectNode> matching() {
        return records.query().found(0, Long.MAX_VALUE, this::meeting).toList();
    }

    /** Some of the records that meet the filter, the oldest first. */
    List<ObjectNode> page(long first, long most) {
        return records.query().found(first, most, this::meeting).toList();
    }

    /** Some of the records that meet the filter, in an order; those that are alike the oldest first. */
    List<ObjectNode> page(SortOrder order, long first, long most) {
        return order.single()
                .flatMap(key -> records.query().sorted(key.path(), key.descending(), first, most, this::meeting))
                .orElseGet(() -> order.of(matching()).stream().skip(first).limit(most))
                .toList();
    }

    /** How many records meet the filter. */
    long count() {
        return records.query().count().orElseGet(() -> records.query()
                .found(0, Long.MAX_VALUE, this::meeting)
                .count());
    }

    /** Which index was used; a sentence without a full stop. */
    String told() {
        return records.query().told();
    }

    /** Nothing more is looked for. */
    @Override
    public void close() {
        records.query().close();
    }

    private Optional<ObjectNode> meeting(StoredRecord record) {
        patience.run();
        var shown = records.shown().apply(record);
        return filter.isEmpty() || filter.get().matches(shown) ? Optional.of(shown) : Optional.empty();
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
