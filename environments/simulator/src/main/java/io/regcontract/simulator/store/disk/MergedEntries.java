package io.regcontract.simulator.store.disk;

import java.util.Iterator;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/** What is not written yet, over what the backend has, in one order. */
final class MergedEntries<T> implements Iterator<Map.Entry<String, T>> {

    private final Iterator<Map.Entry<String, Mark<T>>> unwritten;
    private final Iterator<Map.Entry<String, byte[]>> written;
    private final BiFunction<String, byte[], T> reading;
    private final boolean descending;
    private Map.@Nullable Entry<String, Mark<T>> above;
    private Map.@Nullable Entry<String, byte[]> below;
    private Map.@Nullable Entry<String, T> next;

    MergedEntries(
            Iterator<Map.Entry<String, Mark<T>>> unwritten,
            Iterator<Map.Entry<String, byte[]>> written,
            BiFunction<String, byte[], T> reading,
            boolean descending) {
        this.unwritten = unwritten;
        this.written = written;
        this.reading = reading;
        this.descending = descending;
        this.above = step(unwritten);
        this.below = step(written);
        this.next = advanced();
    }

    @Override
    public boolean hasNext() {
        return next != null;
    }

    @Override
    public Map.Entry<String, T> next() {
        var present = next;
        if (present == null) {
            throw new NoSuchElementException();
        }
        next = advanced();
        return present;
    }

    private Map.@Nullable Entry<String, T> advanced() {
        while (above != null || below != null) {
            var over = above;
            var under = below;
            int order = over == null ? 1 : under == null ? -1 : over.getKey().compareTo(under.getKey());
            if (over != null && under != null && descending) {
                order = -order;
            }
            if (over != null && order <= 0) {
                above = step(unwritten);
                below = order == 0 ? step(written) : below;
                Optional<T> value = over.getValue().value();
                if (value.isPresent()) {
                    return Map.entry(over.getKey(), value.get());
                }
            } else if (under != null) {
                below = step(written);
                return Map.entry(under.getKey(), reading.apply(under.getKey(), under.getValue()));
            }
        }
        return null;
    }

    private static <E> @Nullable E step(Iterator<E> all) {
        return all.hasNext() ? all.next() : null;
    }
}
