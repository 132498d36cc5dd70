package io.regcontract.simulator.store.postgresql;

import io.regcontract.simulator.store.indexed.KeyRange;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.function.Function;

/** Goes through a range, some rows at a time: few at first, since most who ask want one or two. */
final class OrderedWalk<T> implements Iterator<T> {

    private static final int FIRST = 8;
    private static final int MOST = 1_024;
    private static final int GROWTH = 8;
    /** No key is between a key and the same with this behind it. */
    private static final String NEXT = "\u0001";

    private final boolean descending;
    private final Rows rows;
    private final Function<Map.Entry<String, byte[]>, T> made;
    private KeyRange rest;
    private Iterator<Map.Entry<String, byte[]>> some =
            List.<Map.Entry<String, byte[]>>of().iterator();
    private int most = FIRST;
    private boolean ended;

    /** Asks for the first rows of a range. */
    @FunctionalInterface
    interface Rows {

        List<Map.Entry<String, byte[]>> first(KeyRange range, int most);
    }

    OrderedWalk(KeyRange range, boolean descending, Rows rows, Function<Map.Entry<String, byte[]>, T> made) {
        this.rest = range;
        this.descending = descending;
        this.rows = rows;
        this.made = made;
    }

    @Override
    public boolean hasNext() {
        if (!some.hasNext() && !ended) {
            var next = rows.first(rest, most);
            ended = next.size() < most;
            most = Math.min(MOST, most * GROWTH);
            some = next.iterator();
        }
        return some.hasNext();
    }

    @Override
    public T next() {
        if (!hasNext()) {
            throw new NoSuchElementException();
        }
        var row = some.next();
        rest = descending ? new KeyRange(rest.from(), row.getKey()) : new KeyRange(row.getKey() + NEXT, rest.before());
        return made.apply(row);
    }
}
