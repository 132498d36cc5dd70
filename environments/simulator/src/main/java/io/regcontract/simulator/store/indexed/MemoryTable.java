package io.regcontract.simulator.store.indexed;

import io.regcontract.simulator.store.backend.TableKey;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A table with indexes, all in memory, that notes every change. */
public final class MemoryTable<V> implements IndexedTable<V>, KeptTable<V> {

    private final IndexedValues<V> values = new IndexedValues<>();
    private final String name;
    private final Changes changes;
    private volatile boolean detached;

    /**
     * A table that begins with the values given.
     *
     * @param changes where the calling thread notes what it changes
     */
    public MemoryTable(String name, Map<String, V> values, Changes changes) {
        this.name = name;
        this.changes = changes;
        values.forEach((key, value) -> this.values.change(key, unused -> value));
    }

    @Override
    public Optional<V> get(String key) {
        return values.get(key);
    }

    @Override
    public boolean insert(String key, V value) {
        boolean free = values.change(key, now -> now == null ? value : now).isEmpty();
        if (free) {
            note(key, null, value);
        }
        return free;
    }

    @Override
    public void put(String key, V value) {
        note(key, values.change(key, unused -> value).orElse(null), value);
    }

    @Override
    public Optional<V> remove(String key) {
        var removed = values.change(key, unused -> null);
        removed.ifPresent(value -> note(key, value, null));
        return removed;
    }

    @Override
    public List<String> keys() {
        return all(values.view().keys(KeyRange.ALL, false));
    }

    @Override
    public Collection<V> values() {
        return all(values.view().values(KeyRange.ALL, false));
    }

    @Override
    public void keepIndexes(Map<String, IndexRule<V>> rules) {
        values.keepIndexes(rules);
    }

    @Override
    public TableView<V> view() {
        return values.view();
    }

    @Override
    public void restore(String key, Optional<V> value) {
        values.change(key, unused -> value.orElse(null));
    }

    @Override
    public void detach() {
        detached = true;
    }

    @Override
    public void attach() {
        detached = false;
    }

    private static <T> List<T> all(Iterator<T> all) {
        var list = new ArrayList<T>();
        all.forEachRemaining(list::add);
        return list;
    }

    private void note(String key, @Nullable V before, @Nullable V after) {
        if (!detached) {
            changes.wrote(List.of(new TableKey(name, key)), () -> undo(key, before, after));
        }
    }

    /** Unless someone else has written there since. */
    @SuppressWarnings("ReferenceEquality") // It is about this very value, not about one that looks like it.
    private void undo(String key, @Nullable V before, @Nullable V after) {
        values.change(key, now -> now == after ? before : now);
    }
}
