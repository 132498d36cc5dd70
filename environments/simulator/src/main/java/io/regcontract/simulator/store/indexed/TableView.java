package io.regcontract.simulator.store.indexed;

import java.util.Iterator;
import java.util.Optional;

/**
 * What was in a table at one moment. An index has {@code ENTRY KEY} for each entry of each value: the entry, a space,
 * and the key of the value. Nothing is read before it is asked for. Whoever keeps others from writing may use a view as it is; who uses
 * one after that holds it before.
 */
public interface TableView<V> extends AutoCloseable {

    /** Sees, from now on, what is there at this moment, whatever is written afterwards. */
    default void hold() {}

    /** Frees what the view keeps. A view that is not closed is freed some time. */
    @Override
    default void close() {}

    /** The value of a key. */
    Optional<V> get(String key);

    /** How many keys belong to a range. */
    long count(KeyRange keys);

    /** The keys that belong to a range, in order. */
    Iterator<String> keys(KeyRange keys, boolean descending);

    /** The values whose keys belong to a range, in the order of their keys. */
    Iterator<V> values(KeyRange keys, boolean descending);

    /** The values of some keys, in the order of these; a key that has no value is left out. */
    default Iterator<V> values(Iterator<String> keys) {
        return Iterated.stream(keys).flatMap(key -> get(key).stream()).iterator();
    }

    /** How many entries of an index belong to a range. */
    long count(String index, KeyRange entries);

    /** The entries of an index that belong to a range, each with a space and the key behind it, in order. */
    Iterator<String> entries(String index, KeyRange entries, boolean descending);

    /** The key within an entry of an index. */
    static String keyOf(String entry) {
        return entry.substring(entry.lastIndexOf(' ') + 1);
    }
}
