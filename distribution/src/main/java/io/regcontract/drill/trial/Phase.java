package io.regcontract.drill.trial;

import java.util.List;

/**
 * One run of the command.
 *
 * @param name {@code armed}, {@code undisturbed} when no drill was armed, or {@code run again}
 * @param after number of the journal's newest entry before it
 * @param last number of the journal's newest entry in it
 * @param calls how many calls came
 */
public record Phase(
        String name,
        List<OrderedDrill> drills,
        ProgramEnd end,
        long after,
        long last,
        long calls,
        Told told,
        RecordCount records) {

    public Phase {
        drills = List.copyOf(drills);
    }

    /** Whether drills were armed. */
    public boolean isDrilled() {
        return !drills.isEmpty();
    }
}
