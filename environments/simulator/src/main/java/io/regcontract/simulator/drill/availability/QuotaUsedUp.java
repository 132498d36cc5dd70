package io.regcontract.simulator.drill.availability;

import io.regcontract.simulator.drill.Drill;
import io.regcontract.simulator.drill.DrillAim;
import io.regcontract.simulator.drill.DrillDescription;
import io.regcontract.simulator.drill.IncomingCall;
import io.regcontract.simulator.drill.Undo;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/** All calls that the application may have are used up: 510. */
final class QuotaUsedUp implements Drill {

    private final Set<String> operations;

    QuotaUsedUp(Set<String> operations) {
        this.operations = operations;
    }

    @Override
    public DrillDescription description() {
        return new DrillDescription(
                "quota-used-up",
                510,
                "The application may not be called any more: its quota is used up.",
                "Every call of every caller of the application is refused until the drill is undone; waiting does not"
                        + " help.",
                operations,
                EnumSet.of(DrillAim.Kind.GROUP, DrillAim.Kind.OPERATION));
    }

    @Override
    public Optional<Undo> change(IncomingCall call, DrillAim aim) {
        return call.application().switches().useUp().map(back -> back::run);
    }
}
