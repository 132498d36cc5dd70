package io.regcontract.simulator.drill.availability;

import io.regcontract.simulator.drill.Drill;
import io.regcontract.simulator.drill.DrillAim;
import io.regcontract.simulator.drill.DrillDescription;
import io.regcontract.simulator.drill.IncomingCall;
import io.regcontract.simulator.drill.Undo;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/** The group of the operation is off for maintenance: 480. */
final class Maintenance implements Drill {

    private final Set<String> operations;

    Maintenance(Set<String> operations) {
        this.operations = operations;
    }

    @Override
    public DrillDescription description() {
        return new DrillDescription(
                "maintenance",
                480,
                "The group of operations that the call belongs to goes off for maintenance.",
                "The group stays off for every caller of the application until the drill is undone.",
                operations,
                EnumSet.of(DrillAim.Kind.GROUP, DrillAim.Kind.OPERATION));
    }

    @Override
    public Optional<Undo> change(IncomingCall call, DrillAim aim) {
        return call.application().switches().takeOff(call.operation().group()).map(on -> on::run);
    }
}
