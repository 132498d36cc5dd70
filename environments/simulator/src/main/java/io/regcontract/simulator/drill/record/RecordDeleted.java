package io.regcontract.simulator.drill.record;

import io.regcontract.simulator.drill.CalledRecord;
import io.regcontract.simulator.drill.Drill;
import io.regcontract.simulator.drill.DrillAim;
import io.regcontract.simulator.drill.DrillDescription;
import io.regcontract.simulator.drill.IncomingCall;
import io.regcontract.simulator.drill.Undo;
import io.regcontract.simulator.drill.change.RecordRemoval;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/** The record that the call is about was deleted behind the caller's back: 310. */
final class RecordDeleted implements Drill {

    private final Set<String> operations;

    RecordDeleted(Set<String> operations) {
        this.operations = operations;
    }

    @Override
    public DrillDescription description() {
        return new DrillDescription(
                "record-deleted",
                310,
                "Somebody else deletes the record that the call names, or the account of the social sign-in, with all"
                        + " tokens and codes.",
                "The record stays away until the drill is undone, and then comes back with its ids, times and tokens;"
                        + " not over another record that has one of its unique values by then.",
                operations,
                EnumSet.allOf(DrillAim.Kind.class));
    }

    /** The tokens of a record go with it: who shows one is told that it is unknown. */
    @Override
    public boolean concerns(IncomingCall call) {
        return !call.actsForPerson()
                && (call.argument("uuid").isPresent()
                        || call.argument("id").isPresent()
                        || call.argument("key_value").isPresent()
                        || call.argument("token").isPresent());
    }

    @Override
    public Optional<Undo> change(IncomingCall call, DrillAim aim) {
        return CalledRecord.of(call).map(subject -> RecordRemoval.of(call.application(), subject));
    }
}
