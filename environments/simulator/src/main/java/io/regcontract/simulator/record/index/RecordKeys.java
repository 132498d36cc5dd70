package io.regcontract.simulator.record.index;

import io.regcontract.simulator.record.StoredRecord;
import io.regcontract.simulator.store.indexed.IndexedTable;
import io.regcontract.simulator.store.indexed.KeyRange;
import java.util.List;
import java.util.Locale;

/** Under which keys records are kept: by their ids, the oldest first. */
public final class RecordKeys {

    /** The index of uuids. */
    public static final String BY_UUID = "/uuid";

    private static final int LENGTH = 16;

    private RecordKeys() {}

    /** The key of the record with an id that is not negative. */
    public static String of(long id) {
        return IndexKeys.row(id);
    }

    /** The largest id that a record has; 0 when there is none. */
    public static long largest(IndexedTable<StoredRecord> records) {
        try (var view = records.view()) {
            var last = view.keys(KeyRange.ALL, true);
            return last.hasNext() ? Long.parseLong(last.next(), 16) : 0;
        }
    }

    /** Where the entry of a uuid is. */
    public static KeyRange uuid(String uuid) {
        var entry = IndexKeys.of(uuid.toLowerCase(Locale.ROOT));
        return new KeyRange(entry + ' ', entry + '!');
    }

    /** Gives records that were kept by their uuids, as state of earlier versions has them, the keys of now. */
    public static void renew(IndexedTable<StoredRecord> records) {
        boolean isOld;
        try (var view = records.view()) {
            var first = view.keys(KeyRange.ALL, false);
            isOld = first.hasNext() && first.next().length() != LENGTH;
        }
        if (isOld) {
            for (var key : List.copyOf(records.keys())) {
                records.remove(key).ifPresent(record -> records.put(of(record.id()), record));
            }
        }
    }
}
