package io.regcontract.drill.run;

import io.regcontract.drill.trial.Told;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * What is to be run.
 *
 * @param command words of it
 * @param drills that are armed for the first run
 * @param again whether it is run again after they are undone
 * @param limit how long each run may take
 * @param recordType the type whose records are counted
 * @param told what it tells, where that is known before
 */
public record TrialOrder(
        List<String> command,
        List<NamedOrder> drills,
        boolean again,
        Optional<Duration> limit,
        String recordType,
        Told told) {

    public TrialOrder {
        command = List.copyOf(command);
        drills = List.copyOf(drills);
    }
}
