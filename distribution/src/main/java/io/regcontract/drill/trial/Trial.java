package io.regcontract.drill.trial;

import io.regcontract.simulator.control.OfferedDrill;
import io.regcontract.simulator.control.journal.JournalContent;
import io.regcontract.simulator.control.journal.Reaction;
import java.util.List;

/**
 * All that is known of an application that was drilled.
 *
 * @param command the program and its script or task, without its other arguments, which may hold secrets; empty when a running
 *     simulator was asked
 * @param offered the drills that the simulator has
 * @param phases the runs of the command, in their order; empty when a running simulator was asked
 * @param told what was told of the whole, on the command line
 * @param records how many there were before the first phase, and are there at the end of the first and of the last
 */
public record Trial(
        String application,
        String command,
        List<OfferedDrill> offered,
        List<Phase> phases,
        JournalContent journal,
        List<Reaction> reactions,
        Told told,
        RecordCount records) {

    public Trial {
        offered = List.copyOf(offered);
        phases = List.copyOf(phases);
        reactions = List.copyOf(reactions);
    }
}
