package io.regcontract.simulator.store;

import io.regcontract.simulator.store.backend.TableKey;
import io.regcontract.simulator.store.disk.DiskTable;
import io.regcontract.simulator.store.disk.TableNames;
import io.regcontract.simulator.store.indexed.Changes;
import io.regcontract.simulator.store.indexed.IndexedTable;
import io.regcontract.simulator.store.indexed.KeptTable;
import io.regcontract.simulator.store.indexed.MemoryTable;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.function.Function;

/** The tables of a store, all in memory, and what each thread has changed in them. */
final class Tables {

    private final Map<String, Known<?>> known = new ConcurrentHashMap<>();
    private final ThreadLocal<PendingChanges> changes = ThreadLocal.withInitial(PendingChanges::new);
    /** By table, what stands for a removal that is not written yet. */
    private final Map<String, Object> removals = new ConcurrentHashMap<>();

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

    /** The table with indexes of that name; one that is new is kept in memory, and begins with the values given. */
    <V> IndexedTable<V> inMemory(String name, Class<V> type, Function<String, Map<String, V>> values) {
        return this.<V, MemoryTable<V>>indexed(
                name, type, changes -> new MemoryTable<>(name, values.apply(name), changes));
    }

    /**
     * The table with indexes of that name.
     *
     * @param making makes one that is new, which notes its changes where it is told
     */
    @SuppressWarnings("unchecked") // A name belongs to one type: the callers' agreement.
    <V, T extends IndexedTable<V> & KeptTable<V>> IndexedTable<V> indexed(
            String name, Class<V> type, Function<Changes, T> making) {
        Changes noting = (places, undo) -> noted().ifPresent(mine -> mine.wrote(places, Optional.of(undo)));
        return (IndexedTable<V>) known.computeIfAbsent(name, unused -> new Known<>(making.apply(noting), type))
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
        if (gone.table() instanceof DiskTable<?>) {
            noteRemoval(name, () -> {
                gone.table().attach();
                known.put(name, gone);
            });
        } else {
            noted().ifPresent(mine ->
                    mine.dropped(name, new Object(), gone.table().keys(), () -> {
                        gone.table().attach();
                        known.put(name, gone);
                    }));
        }
        return true;
    }

    /** Notes that all that a backend has of a table goes. */
    void noteRemoval(String name, Runnable undo) {
        var removal = new Object();
        var before = Optional.ofNullable(removals.put(name, removal));
        noted().ifPresent(mine -> mine.dropped(TableNames.of(name).rows(), removal, List.of(), () -> {
            before.ifPresentOrElse(former -> removals.put(name, former), () -> removals.remove(name));
            undo.run();
        }));
    }

    /** What stands for the removal of all that the backend has of a table, which is not written yet. */
    Optional<Object> removal(String name) {
        return Optional.ofNullable(removals.get(name));
    }

    /** The backend has removed what it had of a table, or never will. */
    void removed(String part, Object removal) {
        if (TableNames.isPart(part)) {
            var name = TableNames.owner(part);
            removals.remove(name, removal);
            var each = known.get(name);
            if (each != null && each.table() instanceof DiskTable<?> table) {
                table.removed(removal);
            }
        }
    }

    /** What is at a place now. */
    KeptTable.Present present(TableKey place) {
        return owner(place.table())
                .map(each -> each.table().present(place))
                .orElseGet(() -> new KeptTable.Present(Optional.empty(), false, Optional.empty()));
    }

    /** The backend has what was at some places when they had these marks. */
    void written(Map<TableKey, Object> marks) {
        var byTable = new HashMap<String, Map<TableKey, Object>>();
        marks.forEach(
                (place, mark) -> byTable.computeIfAbsent(TableNames.owner(place.table()), unused -> new HashMap<>())
                        .put(place, mark));
        byTable.forEach((name, some) -> Optional.ofNullable(known.get(name))
                .ifPresent(each -> each.table().written(some)));
    }

    /** Brings a place to what the text in the backend says, if there is such a table. */
    void restore(TableKey place, Optional<String> text) {
        Optional.ofNullable(known.get(place.table())).ifPresent(each -> restore(each, place.key(), text));
    }

    /** What is not written of tables that stay in the backend never will be. Nothing is under way. */
    void forgetUnwritten() {
        removals.clear();
        known.values().forEach(each -> {
            if (each.table() instanceof DiskTable<?> table) {
                table.forgetUnwritten();
            }
        });
    }

    private Optional<Known<?>> owner(String table) {
        return Optional.ofNullable(known.get(TableNames.isPart(table) ? TableNames.owner(table) : table));
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
