package io.regcontract.simulator.store.disk;

import io.regcontract.simulator.store.backend.OrderedTables;
import io.regcontract.simulator.store.indexed.IndexRule;
import io.regcontract.simulator.store.indexed.IndexedValues;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Iterator;
import java.util.Map;

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
        });
    }

    private void some(OrderedTables target, String name, Iterator<String> sorted) {
        for (int i = 0; i < AT_ONCE && sorted.hasNext(); i++) {
            target.put(names.index(name), sorted.next(), NOTHING);
        }
        target.flush();
    }

    @Override
    public void close() {
        runs.values().forEach(SortedRuns::close);
    }
}
