package io.regcontract.simulator.drill.transport;

import io.regcontract.simulator.drill.Drill;
import io.regcontract.simulator.drill.DrillAim;
import io.regcontract.simulator.drill.DrillDescription;
import io.regcontract.simulator.drill.IncomingCall;
import io.regcontract.simulator.drill.Undo;
import java.time.Duration;
import java.util.EnumSet;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/** The clock of the application is behind. */
final class ClockBehind implements Drill {

    private static final Duration SPAN = Duration.ofSeconds(90);

    private final Set<String> operations;

    ClockBehind(Set<String> operations) {
        this.operations = operations;
    }

    @Override
    public DrillDescription description() {
        return new DrillDescription(
                "clock-behind",
                OptionalInt.empty(),
                "The clock of the application goes back by 90 seconds: created and lastUpdated are earlier than a"
                        + " caller's clock says, also earlier than what was written before, and tokens live longer. The"
                        + " dates of signed calls go by the clock of the process and are judged as before.",
                "The clock stays behind for every caller of the application until the drill is undone or the clock is"
                        + " set.",
                operations,
                EnumSet.of(DrillAim.Kind.GROUP, DrillAim.Kind.OPERATION));
    }

    @Override
    public Optional<Undo> change(IncomingCall call, DrillAim aim) {
        return Optional.of(call.application().switches().setBack(SPAN)::run);
    }
}
