package io.regcontract.simulator.store.postgresql;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.function.Function;

/** Asks for the texts of keys, of some at a time: few at first, since who asks may want no more. */
final class KeyedWalk implements Iterator<Map.Entry<String, Optional<byte[]>>> {

    private static final int FIRST = 8;
    private static final int MOST = 1_024;
    private static final int GROWTH = 4;

    private final Iterator<String> keys;
    private final Function<List<String>, Map<String, byte[]>> texts;
    private Iterator<Map.Entry<String, Optional<byte[]>>> some =
            List.<Map.Entry<String, Optional<byte[]>>>of().iterator();
    private int most = FIRST;

    /** @param texts finds the texts of keys; those that have none are not among them */
    KeyedWalk(Iterator<String> keys, Function<List<String>, Map<String, byte[]>> texts) {
        this.keys = keys;
        this.texts = texts;
    }

    @Override
    public boolean hasNext() {
        return some.hasNext() || keys.hasNext();
    }

    @Override
    public Map.Entry<String, Optional<byte[]>> next() {
        if (!some.hasNext()) {
            ask();
        }
        return some.next();
    }

    private void ask() {
        var next = new ArrayList<String>();
        while (next.size() < most && keys.hasNext()) {
            next.add(keys.next());
        }
        if (next.isEmpty()) {
            throw new NoSuchElementException();
        }
        most = Math.min(MOST, most * GROWTH);
        var found = texts.apply(next);
        some = next.stream()
                .map(key -> Map.entry(key, Optional.ofNullable(found.get(key))))
                .iterator();
    }
}
