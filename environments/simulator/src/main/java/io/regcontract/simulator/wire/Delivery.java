package io.regcontract.simulator.wire;

import java.util.function.BooleanSupplier;

/**
 * How an answer leaves.
 *
 * @param isOver for one that is late: whether it is to leave at once after all
 */
public record Delivery(Manner manner, BooleanSupplier isOver) {

    /** In which way an answer leaves. */
    public enum Manner {
        WHOLE,
        /** The head and half of the body, and then the connection is reset. */
        IN_PART,
        /** The connection is reset in its place. */
        NOT_AT_ALL,
        /** After a minute, unless the client hangs up before. */
        LATE
    }

    /** At once and as a whole. */
    public static final Delivery USUAL = of(Manner.WHOLE);

    /** A delivery that waits for nothing. */
    public static Delivery of(Manner manner) {
        return new Delivery(manner, () -> true);
    }
}
