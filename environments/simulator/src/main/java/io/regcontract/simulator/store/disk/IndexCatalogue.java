package io.regcontract.simulator.store.disk;

import io.regcontract.simulator.store.backend.OrderedTables;
import io.regcontract.simulator.store.indexed.IndexRule;
import io.regcontract.simulator.store.indexed.KeyRange;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/** Which indexes of a table are complete in the backend, and how those that are not are made. */
final class IndexCatalogue<V> {

    /** The key that is there while values are loaded whose indexes are not complete. */
    static final String LOADING = " loading";

    private final TableNames names;
    private final OrderedTables tables;
    private final Direct direct;
    private final TextCodec<V> codec;

    IndexCatalogue(TableNames names, OrderedTables tables, Direct direct, TextCodec<V> codec) {
        this.names = names;
        this.tables = tables;
        this.direct = direct;
        this.codec = codec;
    }

    /** Whether the backend has no value of the table. */
    boolean isEmpty() {
        try (var present = tables.snapshot()) {
            return present.count(names.rows(), KeyRange.ALL) == 0;
        }
    }

    /** The indexes that are complete, with their versions. */
    Map<String, String> known(Unwritten<V> unwritten) {
        var known = unwritten.hidden().isPresent() ? new HashMap<String, String>() : complete();
        var marks = unwritten.texts(names.about()).entries(KeyRange.ALL, false);
        while (marks.hasNext()) {
            var mark = marks.next();
            mark.getValue()
                    .value()
                    .ifPresentOrElse(version -> known.put(mark.getKey(), version), () -> known.remove(mark.getKey()));
        }
        return known;
    }

    private Map<String, String> complete() {
        var complete = new HashMap<String, String>();
        try (var present = tables.snapshot()) {
            var all = present.texts(names.about(), KeyRange.ALL, false);
            while (all.hasNext()) {
                var each = all.next();
                complete.put(each.getKey(), new String(each.getValue(), StandardCharsets.UTF_8));
            }
        }
        if (complete.containsKey(LOADING)) {
            complete.clear();
        }
        return complete;
    }

    /**
     * Makes the indexes that are missing from the values in the backend, and removes those that are not wanted.
     *
     * @param watched keys that others may be writing to the backend at this moment
     * @return the values of these keys that the indexes were made from
     */
    Map<String, V> renew(
            Map<String, IndexRule<V>> wanted, Set<String> missing, Set<String> gone, Predicate<String> watched) {
        var used = new HashMap<String, V>();
        if (missing.isEmpty() && gone.isEmpty()) {
            return used;
        }
        direct.write(target -> {
            gone.forEach(name -> forget(target, name));
            missing.forEach(name -> forget(target, name));
            target.flush();
        });
        if (missing.isEmpty()) {
            return used;
        }
        try (var build = new IndexBuild<>(names, rules(wanted, missing));
                var present = tables.snapshot()) {
            present.hold(Set.of(names.rows()));
            var rows = present.texts(names.rows(), KeyRange.ALL, false);
            while (rows.hasNext()) {
                var row = rows.next();
                var value = codec.reading().apply(row.getValue());
                build.add(row.getKey(), value);
                if (watched.test(row.getKey())) {
                    used.put(row.getKey(), value);
                }
            }
            build.write(direct);
        }
        return used;
    }

    private void forget(OrderedTables target, String name) {
        target.remove(names.about(), name);
        target.clear(names.index(name));
    }

    private Map<String, IndexRule<V>> rules(Map<String, IndexRule<V>> wanted, Set<String> missing) {
        var rules = new HashMap<>(wanted);
        rules.keySet().retainAll(missing);
        return rules;
    }
}
