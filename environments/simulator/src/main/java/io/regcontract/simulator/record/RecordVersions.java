package io.regcontract.simulator.record;

import io.regcontract.simulator.store.Table;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What records were before they were changed, up to a number of changes. */
public final class RecordVersions {

    /** How many versions of one record are kept. */
    private static final int MOST = 20;

    private final Table<Past> table;

    /**
     * The versions of one record.
     *
     * @param versions the oldest first
     */
    public record Past(List<StoredRecord> versions) {}

    RecordVersions(Table<Past> table) {
        this.table = table;
    }

    void add(StoredRecord record) {
        var versions =
                new ArrayList<>(table.get(key(record.id())).map(Past::versions).orElseGet(List::of));
        versions.add(record);
        table.put(
                key(record.id()),
                new Past(List.copyOf(versions.subList(Math.max(0, versions.size() - MOST), versions.size()))));
    }

    void forget(StoredRecord record) {
        table.remove(key(record.id()));
    }

    Optional<StoredRecord> asOf(long id, Instant time) {
        return table.get(key(id)).flatMap(past -> past.versions().stream()
                .filter(version -> !version.lastUpdated().isAfter(time))
                .reduce((earlier, later) -> later));
    }

    private static String key(long id) {
        return Long.toString(id);
    }
}
