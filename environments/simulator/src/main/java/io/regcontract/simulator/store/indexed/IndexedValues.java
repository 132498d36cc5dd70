package io.regcontract.simulator.store.indexed;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Values and their indexes, in memory. One thread changes them at a time; whoever reads sees one moment. */
public final class IndexedValues<V> {

    private volatile State<V> state = new State<>(SortedTree.empty(), Map.of());
    private Map<String, IndexRule<V>> rules = Map.of();

    private record State<V>(SortedTree<V> rows, Map<String, SortedTree<Boolean>> indexes) implements TableView<V> {

        @Override
        public Optional<V> get(String key) {
            return rows.get(key);
        }

        @Override
        public long count(KeyRange keys) {
            return rows.count(keys);
        }

        @Override
        public Iterator<String> keys(KeyRange keys, boolean descending) {
            return mapped(rows.entries(keys, descending), Map.Entry::getKey);
        }

        @Override
        public Iterator<V> values(KeyRange keys, boolean descending) {
            return mapped(rows.entries(keys, descending), Map.Entry::getValue);
        }

        @Override
        public long count(String index, KeyRange entries) {
            return index(index).count(entries);
        }

        @Override
        public Iterator<String> entries(String index, KeyRange entries, boolean descending) {
            return mapped(index(index).entries(entries, descending), Map.Entry::getKey);
        }

        private SortedTree<Boolean> index(String name) {
            return Optional.ofNullable(indexes.get(name))
                    .orElseThrow(() -> new IllegalArgumentException("there is no index " + name));
        }
    }

    /** What is there now. */
    public TableView<V> view() {
        return state;
    }

    /** The value of a key. */
    public Optional<V> get(String key) {
        return state.rows.get(key);
    }

    /**
     * Changes the value of a key.
     *
     * @param change gives the new value for the old one; null stands for none
     * @return the value that was there
     */
    public synchronized Optional<V> change(String key, UnaryOperator<@Nullable V> change) {
        var before = state.rows.get(key).orElse(null);
        var after = change.apply(before);
        if (before != after) {
            var rows = after == null ? state.rows.without(key) : state.rows.with(key, after);
            state = new State<>(rows, changed(key, before, after));
        }
        return Optional.ofNullable(before);
    }

    /** Keeps these indexes, and no others. */
    public synchronized void keepIndexes(Map<String, IndexRule<V>> wanted) {
        var indexes = new HashMap<String, SortedTree<Boolean>>();
        wanted.forEach((name, rule) -> {
            var known = Optional.ofNullable(rules.get(name))
                    .filter(old -> old.version().equals(rule.version()))
                    .map(old -> state.indexes.get(name));
            indexes.put(name, known.orElseGet(() -> made(rule)));
        });
        rules = Map.copyOf(wanted);
        state = new State<>(state.rows, Map.copyOf(indexes));
    }

    private SortedTree<Boolean> made(IndexRule<V> rule) {
        var index = SortedTree.<Boolean>empty();
        var rows = state.rows.entries(KeyRange.ALL, false);
        while (rows.hasNext()) {
            var row = rows.next();
            for (var entry : entries(rule, row.getKey(), row.getValue())) {
                index = index.with(entry, true);
            }
        }
        return index;
    }

    private Map<String, SortedTree<Boolean>> changed(String key, @Nullable V before, @Nullable V after) {
        if (rules.isEmpty()) {
            return state.indexes;
        }
        var indexes = new HashMap<>(state.indexes);
        rules.forEach((name, rule) -> {
            var old = entries(rule, key, before);
            var present = entries(rule, key, after);
            if (!old.equals(present)) {
                var index = indexes.getOrDefault(name, SortedTree.empty());
                for (var entry : old) {
                    index = present.contains(entry) ? index : index.without(entry);
                }
                for (var entry : present) {
                    index = old.contains(entry) ? index : index.with(entry, true);
                }
                indexes.put(name, index);
            }
        });
        return indexes;
    }

    /** The entries of a value, each with its key behind it. */
    public static <V> Set<String> entries(IndexRule<V> rule, String key, @Nullable V value) {
        if (value == null) {
            return Set.of();
        }
        Collection<String> entries = rule.entries().apply(value);
        if (entries instanceof List<String> list && list.size() == 1) {
            return Set.of(list.get(0) + ' ' + key);
        }
        var complete = new HashSet<String>();
        entries.forEach(entry -> complete.add(entry + ' ' + key));
        return complete;
    }

    private static <A, B> Iterator<B> mapped(Iterator<A> all, Function<A, B> made) {
        return new Iterator<>() {
            @Override
            public boolean hasNext() {
                return all.hasNext();
            }

            @Override
            public B next() {
                return made.apply(all.next());
            }
        };
    }
}
