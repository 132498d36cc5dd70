package io.regcontract.simulator.drill.availability;

import io.regcontract.simulator.application.ApplicationSwitches;
import io.regcontract.simulator.drill.Drill;
import io.regcontract.simulator.drill.DrillAim;
import io.regcontract.simulator.drill.DrillDescription;
import io.regcontract.simulator.drill.IncomingCall;
import io.regcontract.simulator.drill.Undo;
import io.regcontract.simulator.drill.change.StorageFault;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** Something is wrong with the storage of the records: 500. */
final class StorageSpoilt implements Drill {

    private final DrillDescription description;
    private final Function<ApplicationSwitches, Optional<Undo>> fault;

    private StorageSpoilt(DrillDescription description, Function<ApplicationSwitches, Optional<Undo>> fault) {
        this.description = description;
        this.fault = fault;
    }

    static Drill failingReads(Set<String> operations) {
        return new StorageSpoilt(
                described("storage-fails-reads", "Reading records from the storage fails.", operations),
                StorageFault::failingReads);
    }

    static Drill refusingWrites(Set<String> operations) {
        return new StorageSpoilt(
                described(
                        "storage-refuses-writes",
                        "The storage takes no changes of records; creating one meets 300 meanwhile.",
                        operations),
                StorageFault::refusingWrites);
    }

    @Override
    public DrillDescription description() {
        return description;
    }

    @Override
    public Optional<Undo> change(IncomingCall call, DrillAim aim) {
        return fault.apply(call.application().switches());
    }

    private static DrillDescription described(String name, String sentence, Set<String> operations) {
        return new DrillDescription(
                name,
                500,
                sentence,
                "It is so for every caller of the application until the drill is undone.",
                operations,
                EnumSet.of(DrillAim.Kind.GROUP, DrillAim.Kind.OPERATION));
    }
}
