package io.regcontract.simulator.store;

import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * Values of one kind by key. Values are immutable by agreement: who changes one puts another in its place. Every single
 * call is atomic.
 */
public interface Table<V> {

    Optional<V> get(String key);

    /**
     * Adds a value under a key that is free.
     *
     * @return false when the key is taken; nothing is written then
     */
    boolean insert(String key, V value);

    /** Writes a value, over an older one if there is one. */
    void put(String key, V value);

    /**
     * Removes a value.
     *
     * @return the value that was there
     */
    Optional<V> remove(String key);

    /** All keys, in order. */
    List<String> keys();

    /** All values, in the order of their keys. */
    Collection<V> values();
}
