package io.regcontract.simulator.record;

import io.regcontract.simulator.store.Table;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** What records were before they were changed or deleted, up to a number of changes. */
public final class RecordVersions {

    /** How many versions of one record are kept. */
    private static final int MOST = 20;

    private final Table<Past> table;

    /**
     * Versions of one record. Each version has its own key, so that a change writes one version and not all of them;
     * older state files have all versions under one key.
     *
     * @param versions the oldest first
     * @param number which one of the record it is; empty for those under one key, which come before all others
     */
    public record Past(List<StoredRecord> versions, Optional<Long> number) {}

    RecordVersions(Table<Past> table) {
        this.table = table;
    }

    /** A record is about to become another one, or to go. */
    void add(StoredRecord record) {
        long number = 0;
        int place = 0;
        Optional<Past> there = table.get(key(record.id(), 0));
        while (there.isPresent() && number <= there.get().number().orElse(0L)) {
            number = there.get().number().orElse(0L) + 1;
            place = (place + 1) % MOST;
            there = table.get(key(record.id(), place));
        }
        table.put(key(record.id(), place), new Past(List.of(record), Optional.of(number)));
    }

    /** Whether there is a version of a record with that id. */
    boolean knows(long id) {
        return table.get(key(id, 0)).isPresent() || table.get(Long.toString(id)).isPresent();
    }

    Optional<StoredRecord> asOf(long id, Instant time) {
        return Stream.concat(
                        table.get(Long.toString(id)).stream(),
                        IntStream.range(0, MOST)
                                .mapToObj(place -> table.get(key(id, place)))
                                .flatMap(Optional::stream)
                                .sorted(Comparator.comparing(
                                        past -> past.number().orElse(0L))))
                .flatMap(past -> past.versions().stream())
                .filter(version -> !version.lastUpdated().isAfter(time))
                .reduce((earlier, later) -> later);
    }

    private static String key(long id, int place) {
        return id + "/" + place;
    }
}
