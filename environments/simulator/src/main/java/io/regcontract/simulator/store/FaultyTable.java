package io.regcontract.simulator.store;

import io.regcontract.simulator.store.indexed.IndexRule;
import io.regcontract.simulator.store.indexed.IndexedTable;
import io.regcontract.simulator.store.indexed.TableLoad;
import io.regcontract.simulator.store.indexed.TableView;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** A table with indexes whose storage can be made to fail: it really refuses to write and really fails to read. */
public final class FaultyTable<V> implements IndexedTable<V> {

    private final IndexedTable<V> sound;
    private final Supplier<StorageHealth> condition;

    /**
     * A table whose health can change.
     *
     * @param condition the health at the moment of each call
     */
    public FaultyTable(IndexedTable<V> sound, Supplier<StorageHealth> condition) {
        this.sound = sound;
        this.condition = condition;
    }

    @Override
    public Optional<V> get(String key) {
        read();
        return sound.get(key);
    }

    @Override
    public boolean insert(String key, V value) {
        write();
        return sound.insert(key, value);
    }

    @Override
    public void put(String key, V value) {
        write();
        sound.put(key, value);
    }

    @Override
    public Optional<V> remove(String key) {
        write();
        return sound.remove(key);
    }

    @Override
    public List<String> keys() {
        read();
        return sound.keys();
    }

    @Override
    public Collection<V> values() {
        read();
        return sound.values();
    }

    @Override
    public void keepIndexes(Map<String, IndexRule<V>> rules) {
        sound.keepIndexes(rules);
    }

    @Override
    public Optional<TableLoad<V>> load() {
        write();
        return sound.load();
    }

    @Override
    public TableView<V> view() {
        read();
        return sound.view();
    }

    private void read() {
        if (condition.get().failReads()) {
            throw new StorageException("the storage failed while reading");
        }
    }

    private void write() {
        if (condition.get().refuseWrites()) {
            throw new WriteRefusedException();
        }
    }
}
