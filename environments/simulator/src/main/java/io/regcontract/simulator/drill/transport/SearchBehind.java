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

/** Searches see the records as they were a while ago. */
final class SearchBehind implements Drill {

    private static final Duration LAG = Duration.ofSeconds(10);

    private final Set<String> operations;

    SearchBehind(Set<String> operations) {
        this.operations = operations;
    }

    @Override
    public DrillDescription description() {
        return new DrillDescription(
                "search-behind",
                OptionalInt.empty(),
                "Searches see the records as they were 10 seconds ago: a new record is not found yet, a changed one is"
                        + " found as it was.",
                "Searches stay behind for every caller of the application until the drill is undone or the lag is set.",
                operations,
                EnumSet.of(DrillAim.Kind.GROUP, DrillAim.Kind.OPERATION));
    }

    @Override
    public Optional<Undo> change(IncomingCall call, DrillAim aim) {
        return call.application().switches().searchBehind(LAG).map(back -> back::run);
    }
}
