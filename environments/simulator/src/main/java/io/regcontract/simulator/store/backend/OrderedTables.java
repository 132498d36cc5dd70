package io.regcontract.simulator.store.backend;

import io.regcontract.simulator.store.indexed.Iterated;
import io.regcontract.simulator.store.indexed.KeyRange;
import java.util.Iterator;
import java.util.Map;
import java.util.Optional;

/**
 * Tables of a backend that are looked into where they lie, and need not be read whole: their names begin with {@link
 * #PREFIX}. Keys are printable ASCII characters and stand in their order. {@link StateBackend#write} writes them as it
 * writes others; {@link StateBackend#content} leaves them out. Snapshots may be taken and used by any thread, also
 * while something is written.
 */
public interface OrderedTables {

    /** How the names of such tables begin. */
    String PREFIX = "ordered/";

    /** Stands between the name of a table and the name of what belongs to it, and goes with it when it is dropped. */
    String INDEX = "\u0001";

    /** What is there now. */
    Snapshot snapshot();

    /** The text at a place now. */
    default Optional<byte[]> text(String table, String key) {
        try (var present = snapshot()) {
            return present.text(table, key);
        }
    }

    /**
     * Puts a text at a place. It is not safe before {@link #flush}, and may be seen before. One thread at a time, and
     * not while a batch is written.
     */
    void put(String table, String key, byte[] text);

    /** Puts texts whose keys are in order, as {@link #put} puts one. */
    default void putAll(String table, Iterator<Map.Entry<String, byte[]>> texts) {
        texts.forEachRemaining(text -> put(table, text.getKey(), text.getValue()));
    }

    /** Removes a text, as {@link #put} puts one. */
    void remove(String table, String key);

    /** Removes all texts of a table, as {@link #put} puts one. */
    void clear(String table);

    /**
     * Makes safe what was put and removed.
     *
     * @throws LostStateException when this is not the place any more that it was
     */
    void flush();

    /** Much was put and is safe: a backend that plans how it finds something may look now at what it has. */
    default void loaded() {}

    /**
     * What was there at one moment. It is to be closed: what it may still need takes room until then. One that holds
     * tables may be left to the collector.
     */
    interface Snapshot extends AutoCloseable {

        /** Reads, from now on, what these tables have at this moment; others have what they have when they are used. */
        void hold(Iterable<String> tables);

        /** The text at a place. */
        Optional<byte[]> text(String table, String key);

        /** How many keys of a table belong to a range. */
        long count(String table, KeyRange range);

        /** The keys of a table that belong to a range, in order. */
        Iterator<String> keys(String table, KeyRange range, boolean descending);

        /** The keys of a table that belong to a range, with their texts, in order. */
        Iterator<Map.Entry<String, byte[]>> texts(String table, KeyRange range, boolean descending);

        /**
         * Each of some keys of a table, in their order, with its text; with nothing where it has none. Keys may be taken
         * before what belongs to them is asked for.
         */
        default Iterator<Map.Entry<String, Optional<byte[]>>> texts(String table, Iterator<String> keys) {
            return Iterated.stream(keys)
                    .map(key -> Map.entry(key, text(table, key)))
                    .iterator();
        }

        @Override
        void close();
    }
}
