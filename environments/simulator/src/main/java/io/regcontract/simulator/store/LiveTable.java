package io.regcontract.simulator.store;

import io.regcontract.simulator.store.backend.TableKey;
import io.regcontract.simulator.store.indexed.KeptTable;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A table in memory that notes every change with the thread that makes it. */
final class LiveTable<V> implements KeptTable<V> {

    private final String name;
    private final boolean lasting;
    private final ConcurrentSkipListMap<String, V> values;
    private final Supplier<Optional<PendingChanges>> changes;
    private volatile boolean detached;

    /**
     * @param lasting whether what is written stands even when the call that wrote it fails
     * @param changes where the calling thread notes what it changes; empty when changes are not noted
     */
    LiveTable(
            String name,
            boolean lasting,
            ConcurrentSkipListMap<String, V> values,
            Supplier<Optional<PendingChanges>> changes) {
        this.name = name;
        this.lasting = lasting;
        this.values = values;
        this.changes = changes;
    }

    @Override
    public Optional<V> get(String key) {
        return Optional.ofNullable(values.get(key));
    }

    @Override
    public boolean insert(String key, V value) {
        boolean free = values.putIfAbsent(key, value) == null;
        if (free) {
            note(key, null, value);
        }
        return free;
    }

    @Override
    public void put(String key, V value) {
        note(key, values.put(key, value), value);
    }

    @Override
    public Optional<V> remove(String key) {
        var removed = values.remove(key);
        if (removed != null) {
            note(key, removed, null);
        }
        return Optional.ofNullable(removed);
    }

    @Override
    public Collection<V> values() {
        return List.copyOf(values.values());
    }

    @Override
    public List<String> keys() {
        return List.copyOf(values.keySet());
    }

    @Override
    public void restore(String key, Optional<V> value) {
        value.ifPresentOrElse(known -> values.put(key, known), () -> values.remove(key));
    }

    @Override
    public void detach() {
        detached = true;
    }

    @Override
    public void attach() {
        detached = false;
    }

    private void note(String key, @Nullable V before, @Nullable V after) {
        if (!detached) {
            changes.get()
                    .ifPresent(noted -> noted.wrote(
                            List.of(new TableKey(name, key)),
                            lasting ? Optional.empty() : Optional.of(() -> undo(key, before, after))));
        }
    }

    /** Unless someone else has written there since. */
    @SuppressWarnings("ReferenceEquality") // It is about this very value, not about one that looks like it.
    private void undo(String key, @Nullable V before, @Nullable V after) {
        values.compute(key, (unused, now) -> now == after ? before : now);
    }
}
