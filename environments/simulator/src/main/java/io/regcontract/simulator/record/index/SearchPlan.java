package io.regcontract.simulator.record.index;

import io.regcontract.simulator.record.StoredRecord;
import io.regcontract.simulator.store.indexed.KeyRange;
import io.regcontract.simulator.store.indexed.TableView;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Where the records are that may meet some conditions.
 *
 * @param ids the keys of the records that are within the bounds of their ids
 * @param within how many records that are
 * @param all how many records there are
 * @param narrowest the index in which the fewest entries are within bounds; empty when no condition is on an index
 * @param isCovered whether what is within the bounds is exactly what is searched
 */
record SearchPlan(KeyRange ids, long within, long all, Optional<Bounds> narrowest, boolean isCovered) {

    /** What reading and judging a record costs, in entries of an index that are read. */
    private static final long READING = 40;

    /**
     * The part of an index that is within bounds.
     *
     * @param count how many entries that are
     */
    record Bounds(RecordIndex index, KeyRange entries, long count) {}

    /** @param isComplete whether nothing else is asked than the conditions */
    static SearchPlan of(
            TableView<StoredRecord> view, RecordIndexes indexes, List<SearchCondition> conditions, boolean isComplete) {
        var ids = KeyRange.ALL;
        boolean isBoundById = false;
        boolean isCovered = isComplete;
        Map<String, Bounds> bounds = new LinkedHashMap<>();
        for (var condition : conditions) {
            var index = indexes.at(condition.path());
            var entries = index.flatMap(known -> known.range(condition));
            if (condition.path().toString().equals("/id")) {
                ids = ids.and(RecordIndex.ids(condition));
                isBoundById = true;
            } else if (entries.isPresent()) {
                var name = index.get().name();
                // Of several values each may meet another condition.
                var sofar = Optional.ofNullable(bounds.get(name))
                        .filter(known -> index.get().isSingle())
                        .map(known -> known.entries().and(entries.get()));
                bounds.put(name, new Bounds(index.get(), sofar.orElse(entries.get()), 0));
                isCovered &= index.get().isExact(condition);
            } else {
                isCovered = false;
            }
        }
        var narrowest = bounds.values().stream()
                .map(known -> new Bounds(
                        known.index(), known.entries(), view.count(known.index().name(), known.entries())))
                .min((one, other) -> Long.compare(one.count(), other.count()));
        return new SearchPlan(
                ids,
                isBoundById ? view.count(ids) : view.count(KeyRange.ALL),
                view.count(KeyRange.ALL),
                narrowest,
                isCovered && bounds.size() + (isBoundById ? 1 : 0) <= 1);
    }

    /** How many records meet the conditions, at most. */
    long most() {
        return narrowest
                .map(Bounds::count)
                .map(count -> Math.min(count, within))
                .orElse(within);
    }

    /**
     * Whether the entries of the narrowest index are to be read, rather than the records in the order of their ids.
     *
     * @param wanted how many records that meet the conditions are needed
     */
    boolean usesIndex(long wanted) {
        return narrowest.isPresent() && costOfIndex(wanted) <= costOfReading(wanted, within);
    }

    /** Whether the records are better read in the order of an index than found first and sorted then. */
    boolean readsInOrder(Bounds order, long wanted) {
        boolean isNarrowest =
                narrowest.filter(known -> known.index().equals(order.index())).isPresent();
        return isNarrowest || costOfReading(wanted, order.count()) <= most() * (READING + 1);
    }

    private long costOfIndex(long wanted) {
        long count = narrowest.orElseThrow().count();
        return count + Math.min(count, wanted) * READING;
    }

    /** As if those that meet the conditions were spread evenly. */
    private long costOfReading(long wanted, long records) {
        double share = (double) Math.max(1, most()) / Math.max(1, records);
        var expected = (long) Math.min((double) records, wanted / share);
        return expected * READING;
    }

    /** What a reader of the log is to know. */
    String told(boolean usesIndex) {
        var ofAll = " of " + all + " records";
        if (usesIndex && narrowest.isPresent()) {
            return "index " + narrowest.get().index().name() + ": "
                    + narrowest.get().count() + ofAll;
        }
        return within < all || !ids.equals(KeyRange.ALL)
                ? "index /id: " + within + ofAll
                : "no index: all " + all + " records";
    }
}
