package io.regcontract.simulator.record;

import io.regcontract.simulator.record.index.SeenRecords;
import io.regcontract.simulator.store.indexed.TableView;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.Optional;
import java.util.function.Function;
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
    void refresh(Function<String, Optional<StoredRecord>> records) {
        deleted.removeIf(each -> records.apply(each.record().uuid()).isPresent());
    }

    /** What searches see differently from what is there. */
    SeenRecords of(TableView<StoredRecord> records, Instant now) {
        if (lag.get().isZero()) {
            return SeenRecords.EVERYTHING;
        }
        var horizon = now.minus(lag.get());
        var changed = new ArrayList<StoredRecord>();
        SeenRecords.changedAfter(records, horizon).forEachRemaining(changed::add);
        deleted.stream()
                .filter(each -> each.at().isAfter(horizon))
                .map(Deleted::record)
                .forEach(changed::add);
        if (changed.isEmpty()) {
            return SeenRecords.EVERYTHING;
        }
        return new SeenRecords(
                Optional.of(horizon),
                changed.stream()
                        .flatMap(record -> record.lastUpdated().isAfter(horizon)
                                ? versions.asOf(record.id(), horizon).stream()
                                : Stream.of(record))
                        .toList());
    }
}
