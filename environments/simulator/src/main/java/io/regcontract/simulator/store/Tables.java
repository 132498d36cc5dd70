package io.regcontract.simulator.store;

import io.regcontract.simulator.store.backend.TableKey;
import io.regcontract.simulator.store.indexed.IndexedTable;
import io.regcontract.simulator.store.indexed.KeptTable;
import io.regcontract.simulator.store.indexed.MemoryTable;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.function.Function;

/** The tables of a store, all in memory, and what each thread has changed in them. */
final class Tables {

    private final Map<String, Known<?>> known = new ConcurrentHashMap<>();
    private final ThreadLocal<PendingChanges> changes = ThreadLocal.withInitial(PendingChanges::new);
    private final boolean notesAlways;

    private record Known<V>(KeptTable<V> table, Class<V> type) {}

    /** @param notesAlways whether changes are noted outside of a piece of work, too */
    Tables(boolean notesAlways) {
        this.notesAlways = notesAlways;
    }

    /** The table of that name; one that is new begins with the values given. */
    @SuppressWarnings("unchecked") // A name belongs to one type: the callers' agreement.
    <V> Table<V> table(
            String name, Class<V> type, boolean lasting, Function<String, ConcurrentSkipListMap<String, V>> values) {
        return (Table<V>) known.computeIfAbsent(
                        name,
                        unused -> new Known<>(new LiveTable<>(name, lasting, values.apply(name), this::noted), type))
                .table();
    }

    /** The table with indexes of that name; one that is new begins with the values given. */
    @SuppressWarnings("unchecked") // A name belongs to one type: the callers' agreement.
    <V> IndexedTable<V> indexed(String name, Class<V> type, Function<String, Map<String, V>> values) {
        return (IndexedTable<V>) known.computeIfAbsent(
                        name,
                        unused -> new Known<>(
                                new MemoryTable<>(values.apply(name), (key, undo) -> noted().ifPresent(
                                                mine -> mine.wrote(name, key, Optional.of(undo)))),
                                type))
                .table();
    }

    boolean has(String name) {
        return known.containsKey(name);
    }

    /** Takes a table away; false when there is none. */
    boolean drop(String name) {
        var gone = known.remove(name);
        if (gone == null) {
            return false;
        }
        gone.table().detach();
        noted().ifPresent(mine -> mine.dropped(name, gone.table().keys(), () -> {
            gone.table().attach();
            known.put(name, gone);
        }));
        return true;
    }

    /** What stands at a place now. */
    Optional<Object> value(TableKey place) {
        return Optional.ofNullable(known.get(place.table()))
                .flatMap(each -> each.table().get(place.key()).map(Object.class::cast));
    }

    /** Brings a place to what the text of the file says, if there is such a table. */
    void restore(TableKey place, Optional<String> text) {
        Optional.ofNullable(known.get(place.table())).ifPresent(each -> restore(each, place.key(), text));
    }

    /** What the calling thread has changed. */
    PendingChanges changes() {
        return changes.get();
    }

    void clear() {
        known.clear();
    }

    private static <V> void restore(Known<V> each, String key, Optional<String> text) {
        each.table().restore(key, text.map(json -> StoredJson.read(json, each.type())));
    }

    private Optional<PendingChanges> noted() {
        return Optional.of(changes.get()).filter(mine -> notesAlways || mine.isOpen());
    }
}
