package io.regcontract.simulator.record.index;

import io.regcontract.simulator.record.StoredRecord;
import io.regcontract.simulator.schema.AttributePath;
import io.regcontract.simulator.store.indexed.Iterated;
import io.regcontract.simulator.store.indexed.KeyRange;
import io.regcontract.simulator.store.indexed.TableView;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * Looks for records that meet some conditions, among those that searches saw at the moment it was made. No lock is
 * needed, and no record is read before it is asked for.
 */
public final class RecordQuery implements AutoCloseable {

    private final TableView<StoredRecord> view;
    private final RecordIndexes indexes;
    private final SeenRecords seen;
    private final SearchPlan plan;
    private volatile String told;

    /**
     * A search for what is there now.
     *
     * @param seen what searches see differently from what is there
     * @param conditions what indexes can be asked for
     * @param isComplete whether nothing else is asked than the conditions
     */
    public RecordQuery(
            TableView<StoredRecord> view,
            RecordIndexes indexes,
            SeenRecords seen,
            List<SearchCondition> conditions,
            boolean isComplete) {
        this.view = view;
        this.indexes = indexes;
        this.seen = seen;
        this.plan = SearchPlan.of(view, indexes, conditions, isComplete);
        this.told = plan.told(plan.narrowest().isPresent());
    }

    /** Which index is used, and how many of the records are within its bounds; a sentence without a full stop. */
    public String told() {
        return told;
    }

    @Override
    public void close() {
        view.close();
    }

    /** How many records meet the conditions, if the indexes alone can tell. */
    public OptionalLong count() {
        if (!plan.isCovered() || !seen.isEverything()) {
            return OptionalLong.empty();
        }
        return OptionalLong.of(plan.most());
    }

    /**
     * The records that meet the conditions, the oldest first.
     *
     * @param skipped how many of them are left out
     * @param wanted how many are needed after those
     * @param meeting judges a record, and makes of one that is searched what is wanted of it
     */
    public <T> Stream<T> found(long skipped, long wanted, Function<StoredRecord, Optional<T>> meeting) {
        long needed = skipped + wanted < 0 ? Long.MAX_VALUE : skipped + wanted;
        boolean usesIndex = plan.usesIndex(needed);
        told = plan.told(usesIndex);
        boolean skipsUnread = count().isPresent();
        var records = usesIndex ? ofIndex(skipsUnread ? skipped : 0) : ofIds(skipsUnread ? skipped : 0);
        return merged(records, meeting).skip(skipsUnread ? 0 : skipped).limit(wanted);
    }

    /**
     * The records that meet the conditions, in the order of an attribute, those that are alike the oldest first.
     *
     * @return empty when they are better found in another order and sorted then
     */
    public <T> Optional<Stream<T>> sorted(
            AttributePath by,
            boolean descending,
            long skipped,
            long wanted,
            Function<StoredRecord, Optional<T>> meeting) {
        long needed = skipped + wanted < 0 ? Long.MAX_VALUE : skipped + wanted;
        if (!seen.isEverything()) {
            return Optional.empty();
        }
        if (by.toString().equals("/id") && (!descending || !plan.usesIndex(needed))) {
            return Optional.of(
                    descending
                            ? Iterated.stream(view.values(plan.ids(), true))
                                    .flatMap(record -> meeting.apply(record).stream())
                                    .skip(skipped)
                                    .limit(wanted)
                            : found(skipped, wanted, meeting));
        }
        return indexes.at(by)
                .filter(RecordIndex::isSorted)
                .filter(index -> index.unsorted().stream().allMatch(range -> view.count(index.name(), range) == 0))
                .map(this::order)
                .filter(order -> plan.readsInOrder(order, needed))
                .map(order -> {
                    told = "index " + order.index().name() + ", in its order: " + order.count() + " of " + plan.all()
                            + " records";
                    return inOrder(order, descending)
                            .flatMap(record -> meeting.apply(record).stream())
                            .skip(skipped)
                            .limit(wanted);
                });
    }

    private SearchPlan.Bounds order(RecordIndex index) {
        return plan.narrowest()
                .filter(known -> known.index().equals(index))
                .orElseGet(() -> new SearchPlan.Bounds(index, KeyRange.ALL, view.count(index.name(), KeyRange.ALL)));
    }

    private Stream<StoredRecord> inOrder(SearchPlan.Bounds order, boolean descending) {
        var name = order.index().name();
        var keys = Iterated.stream(
                        descending
                                ? new DescendingEntries(view, name, order.entries())
                                : view.entries(name, order.entries(), false))
                .map(TableView::keyOf)
                .filter(plan.ids()::contains);
        return Iterated.stream(view.values(keys.iterator()));
    }

    private Stream<StoredRecord> ofIds(long skipped) {
        if (skipped == 0) {
            return Iterated.stream(view.values(plan.ids(), false));
        }
        var keys = view.keys(plan.ids(), false);
        for (long i = 0; i < skipped && keys.hasNext(); i++) {
            keys.next();
        }
        return keys.hasNext()
                ? Iterated.stream(
                        view.values(new KeyRange(keys.next(), plan.ids().before()), false))
                : Stream.empty();
    }

    private Stream<StoredRecord> ofIndex(long skipped) {
        var bounds = plan.narrowest().orElseThrow();
        var keys = new ArrayList<String>();
        view.entries(bounds.index().name(), bounds.entries(), false).forEachRemaining(entry -> {
            var key = TableView.keyOf(entry);
            if (plan.ids().contains(key)) {
                keys.add(key);
            }
        });
        var sorted = keys.toArray(String[]::new);
        Arrays.sort(sorted);
        var distinct = bounds.index().isSingle()
                ? Arrays.stream(sorted)
                : Arrays.stream(sorted).distinct();
        return Iterated.stream(view.values(distinct.skip(skipped).iterator()));
    }

    /** Puts what searches see differently among the rest. */
    private <T> Stream<T> merged(Stream<StoredRecord> records, Function<StoredRecord, Optional<T>> meeting) {
        if (seen.isEverything()) {
            return records.flatMap(record -> meeting.apply(record).stream());
        }
        var former = seen.former().stream()
                .sorted(Comparator.comparingLong(StoredRecord::id))
                .iterator();
        var present = records.filter(seen::sees).iterator();
        return Iterated.stream(new MergedRecords(present, former)).flatMap(record -> meeting.apply(record).stream());
    }

    /** Two sequences of records by their ids, as one. */
    private static final class MergedRecords implements Iterator<StoredRecord> {

        private final Iterator<StoredRecord> one;
        private final Iterator<StoredRecord> other;
        private Optional<StoredRecord> first = Optional.empty();
        private Optional<StoredRecord> second = Optional.empty();

        MergedRecords(Iterator<StoredRecord> one, Iterator<StoredRecord> other) {
            this.one = one;
            this.other = other;
        }

        @Override
        public boolean hasNext() {
            return first.isPresent() || second.isPresent() || one.hasNext() || other.hasNext();
        }

        @Override
        public StoredRecord next() {
            first = first.isEmpty() && one.hasNext() ? Optional.of(one.next()) : first;
            second = second.isEmpty() && other.hasNext() ? Optional.of(other.next()) : second;
            if (second.isEmpty()
                    || (first.isPresent() && first.get().id() < second.get().id())) {
                var next = first.orElseThrow(NoSuchElementException::new);
                first = Optional.empty();
                return next;
            }
            var next = second.get();
            second = Optional.empty();
            return next;
        }
    }
}
