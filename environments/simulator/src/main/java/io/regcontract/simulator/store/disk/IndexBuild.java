package io.regcontract.simulator.store.disk;

import io.regcontract.simulator.store.backend.OrderedTables;
import io.regcontract.simulator.store.indexed.IndexRule;
import io.regcontract.simulator.store.indexed.IndexedValues;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Iterator;
import java.util.Map;
import java.util.NoSuchElementException;

/** Collects entries of indexes, and adds them to the indexes in their order, which takes the fewest writes. */
final class IndexBuild<V> implements AutoCloseable {

    private static final byte[] NOTHING = {};
    private static final int AT_ONCE = 100_000;

    private final TableNames names;
    private final Map<String, IndexRule<V>> rules;
    private final Map<String, SortedRuns> runs = new HashMap<>();

    IndexBuild(TableNames names, Map<String, IndexRule<V>> rules) {
        this.names = names;
        this.rules = rules;
        rules.keySet().forEach(name -> runs.put(name, new SortedRuns()));
    }

    void add(String key, V value) {
        rules.forEach((name, rule) -> {
            var target = runs.get(name);
            IndexedValues.entries(rule, key, value).forEach(target::add);
        });
    }

    /** Writes the entries, and notes that the indexes are complete and nothing is being loaded any more. */
    void write(Direct direct) {
        runs.forEach((name, entries) -> {
            var sorted = entries.sorted();
            while (sorted.hasNext()) {
                direct.write(target -> some(target, name, sorted));
            }
        });
        direct.write(target -> {
            rules.forEach((name, rule) ->
                    target.put(names.about(), name, rule.version().getBytes(StandardCharsets.UTF_8)));
            target.remove(names.about(), IndexCatalogue.LOADING);
            target.flush();
            target.loaded();
        });
    }

    private void some(OrderedTables target, String name, Iterator<String> sorted) {
        target.putAll(names.index(name), new Some(sorted));
        target.flush();
    }

    @Override
    public void close() {
        runs.values().forEach(SortedRuns::close);
    }

    /** The next entries, as many as are written at once. */
    private static final class Some implements Iterator<Map.Entry<String, byte[]>> {

        private final Iterator<String> all;
        private int left = AT_ONCE;

        Some(Iterator<String> all) {
            this.all = all;
        }

        @Override
        public boolean hasNext() {
            return left > 0 && all.hasNext();
        }

        @Override
        public Map.Entry<String, byte[]> next() {
            if (left == 0) {
                throw new NoSuchElementException();
            }
            left--;
            return Map.entry(all.next(), NOTHING);
        }
    }
}
