package io.regcontract.simulator.drill;

import java.util.OptionalInt;

/**
 * Which calls a drill is for.
 *
 * @param from at the how-manieth matching call the application changes, from 1
 * @param times after how many calls, counted from that one, it changes back; empty: when it is told to
 */
public record DrillOrder(DrillAim aim, int from, OptionalInt times) {

    /** From the next call on, until it is undone. */
    public static final DrillOrder NEXT_CALL = new DrillOrder(DrillAim.ANYONE, 1, OptionalInt.empty());
}
