package io.regcontract.simulator.store.disk;

import io.regcontract.simulator.store.indexed.SortedTree;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What of a table is not in the backend yet. Never changes: a change gives another one.
 *
 * @param hidden stands for a removal of all that the backend has, which is not written yet; empty when what it has
 *     counts
 * @param rows values by key
 * @param texts by the names of the tables that belong to this one: entries of indexes, and what is known of indexes
 */
record Unwritten<V>(Optional<Object> hidden, SortedTree<Mark<V>> rows, Map<String, SortedTree<Mark<String>>> texts) {

    static <V> Unwritten<V> nothing(Optional<Object> hidden) {
        return new Unwritten<>(hidden, SortedTree.empty(), Map.of());
    }

    SortedTree<Mark<String>> texts(String table) {
        var known = texts.get(table);
        return known == null ? SortedTree.empty() : known;
    }

    Unwritten<V> withRow(String key, @Nullable Mark<V> mark) {
        return new Unwritten<>(hidden, mark == null ? rows.without(key) : rows.with(key, mark), texts);
    }

    Unwritten<V> withText(String table, String key, @Nullable Mark<String> mark) {
        var changed = new HashMap<>(texts);
        changed.put(
                table, mark == null ? texts(table).without(key) : texts(table).with(key, mark));
        return new Unwritten<>(hidden, rows, changed);
    }

    Unwritten<V> withoutTexts(String table) {
        var changed = new HashMap<>(texts);
        changed.remove(table);
        return new Unwritten<>(hidden, rows, changed);
    }

    Unwritten<V> shown() {
        return new Unwritten<>(Optional.empty(), rows, texts);
    }
}
