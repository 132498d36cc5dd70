package io.regcontract.simulator.store.indexed;

import java.util.Iterator;
import java.util.Spliterators;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** What an iterator goes through, as a stream that takes nothing before it is needed. */
public final class Iterated {

    private Iterated() {}

    /** A stream that can be gone through once, as the iterator can. */
    public static <T> Stream<T> stream(Iterator<T> all) {
        return StreamSupport.stream(Spliterators.spliteratorUnknownSize(all, 0), false);
    }
}
