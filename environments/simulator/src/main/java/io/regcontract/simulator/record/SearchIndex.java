package io.regcontract.simulator.record;

import io.regcontract.simulator.store.Table;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * What searches see of the records of a type. The real service searches an index that follows the records at a
 * distance: for a while a new record is not found, a changed one is found as it was, and a deleted one is still
 * found.
 */
final class SearchIndex {

    private final Supplier<Duration> lag;
    private final RecordVersions versions;
    private final Deque<Deleted> deleted = new ArrayDeque<>();

    /** A record that is gone, and since when. */
    private record Deleted(StoredRecord record, Instant at) {}

    /** @param lag how long a change takes to show; nothing is remembered when it is zero */
    SearchIndex(Supplier<Duration> lag, RecordVersions versions) {
        this.lag = lag;
        this.versions = versions;
    }

    /** A record goes. */
    void forget(StoredRecord record, Instant now) {
        if (lag.get().isZero()) {
            return;
        }
        var horizon = now.minus(lag.get());
        while (!deleted.isEmpty() && !deleted.peekFirst().at().isAfter(horizon)) {
            deleted.removeFirst();
        }
        deleted.addLast(new Deleted(record, now));
    }

    /** Some records may not be gone after all. */
    void refresh(Table<StoredRecord> records) {
        deleted.removeIf(each -> records.get(each.record().uuid()).isPresent());
    }

    /** The records as they were the lag ago, in no order. */
    Stream<StoredRecord> of(Collection<StoredRecord> records, Instant now) {
        if (lag.get().isZero()) {
            return records.stream();
        }
        var horizon = now.minus(lag.get());
        var gone = List.copyOf(deleted).stream()
                .filter(each -> each.at().isAfter(horizon))
                .map(Deleted::record);
        return Stream.concat(records.stream(), gone)
                .flatMap(record -> record.lastUpdated().isAfter(horizon)
                        ? versions.asOf(record.id(), horizon).stream()
                        : Stream.of(record));
    }
}
