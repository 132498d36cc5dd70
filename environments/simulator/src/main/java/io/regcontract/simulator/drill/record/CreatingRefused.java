package io.regcontract.simulator.drill.record;

import io.regcontract.simulator.drill.Drill;
import io.regcontract.simulator.drill.DrillAim;
import io.regcontract.simulator.drill.DrillDescription;
import io.regcontract.simulator.drill.IncomingCall;
import io.regcontract.simulator.drill.Undo;
import io.regcontract.simulator.drill.change.StorageFault;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/** The storage refuses the new record: 300. */
final class CreatingRefused implements Drill {

    private final Set<String> operations;

    CreatingRefused(Set<String> operations) {
        this.operations = operations;
    }

    @Override
    public DrillDescription description() {
        return new DrillDescription(
                "creating-refused",
                300,
                "The storage of the application's records takes no writes, so that no record can be created.",
                "No record can be written, by any caller of the application, until the drill is undone; what changes a"
                        + " record that is there meets 500 meanwhile.",
                operations,
                EnumSet.of(DrillAim.Kind.GROUP, DrillAim.Kind.OPERATION));
    }

    @Override
    public Optional<Undo> change(IncomingCall call, DrillAim aim) {
        return StorageFault.refusingWrites(call.application().switches());
    }
}
