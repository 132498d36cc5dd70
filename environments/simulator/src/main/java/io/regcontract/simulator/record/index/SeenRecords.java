package io.regcontract.simulator.record.index;

import io.regcontract.simulator.record.StoredRecord;
import io.regcontract.simulator.store.indexed.KeyRange;
import io.regcontract.simulator.store.indexed.TableView;
import java.time.Instant;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.Spliterators;
import java.util.stream.StreamSupport;

/**
 * What searches see differently from what is there.
 *
 * @param horizon what was changed after this time is not seen; empty when everything is
 * @param former what is seen in its place, and in the place of what has gone since
 */
public record SeenRecords(Optional<Instant> horizon, List<StoredRecord> former) {

    /** Searches see what is there. */
    public static final SeenRecords EVERYTHING = new SeenRecords(Optional.empty(), List.of());

    /** The records that have changed after a time. */
    public static Iterator<StoredRecord> changedAfter(TableView<StoredRecord> view, Instant time) {
        var range = new KeyRange(IndexKeys.of(time) + '!', KeyRange.ALL.before());
        return StreamSupport.stream(
                        Spliterators.spliteratorUnknownSize(view.entries("/lastUpdated", range, false), 0), false)
                .flatMap(entry -> view.get(TableView.keyOf(entry)).stream())
                .iterator();
    }

    boolean isEverything() {
        return horizon.isEmpty();
    }

    boolean sees(StoredRecord record) {
        return horizon.filter(record.lastUpdated()::isAfter).isEmpty();
    }
}
