package io.regcontract.simulator.store;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;

/** State that ends with the process. */
public final class MemoryStore implements Store {

    private final Map<String, MemoryTable<?>> tables = new ConcurrentHashMap<>();

    @Override
    @SuppressWarnings("unchecked") // A name belongs to one type: the callers' agreement.
    public <V> Table<V> table(String name, Class<V> type) {
        return (Table<V>) tables.computeIfAbsent(name, unused -> new MemoryTable<V>());
    }

    @Override
    public void drop(String name) {
        tables.remove(name);
    }

    @Override
    public Keeping keep() {
        // Memory is all there is.
        return Keeping.NOTHING;
    }

    @Override
    public void close() {
        tables.clear();
    }

    private static final class MemoryTable<V> implements Table<V> {

        private final ConcurrentSkipListMap<String, V> values = new ConcurrentSkipListMap<>();

        @Override
        public Optional<V> get(String key) {
            return Optional.ofNullable(values.get(key));
        }

        @Override
        public boolean insert(String key, V value) {
            return values.putIfAbsent(key, value) == null;
        }

        @Override
        public void put(String key, V value) {
            values.put(key, value);
        }

        @Override
        public Optional<V> remove(String key) {
            return Optional.ofNullable(values.remove(key));
        }

        @Override
        public List<String> keys() {
            return List.copyOf(values.keySet());
        }

        @Override
        public Collection<V> values() {
            return List.copyOf(values.values());
        }
    }
}
