package io.regcontract.simulator.drill.record;

import io.regcontract.simulator.drill.Drill;
import io.regcontract.simulator.drill.DrillAim;
import io.regcontract.simulator.drill.DrillDescription;
import io.regcontract.simulator.drill.IncomingCall;
import io.regcontract.simulator.drill.Undo;
import io.regcontract.simulator.drill.WrittenValue;
import io.regcontract.simulator.schema.Constraint;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/** Somebody else takes the value of a unique attribute just before the call writes it: 361. */
final class ValueTaken implements Drill {

    private final Set<String> operations;

    ValueTaken(Set<String> operations) {
        this.operations = operations;
    }

    @Override
    public DrillDescription description() {
        return new DrillDescription(
                "value-taken",
                361,
                "Somebody else gets a record with the value of a unique attribute that the call is about to write.",
                "The other record stays until the drill is undone, and longer when somebody has changed it; a call with"
                        + " another value succeeds.",
                operations,
                EnumSet.allOf(DrillAim.Kind.class));
    }

    @Override
    public boolean concerns(IncomingCall call) {
        return WrittenValue.content(call).isPresent();
    }

    @Override
    public boolean canAimAtStranger() {
        return true;
    }

    @Override
    public Optional<Undo> change(IncomingCall call, DrillAim aim) {
        return WrittenValue.of(call).stream()
                .filter(written -> written.definition().has(Constraint.UNIQUE)
                        && !written.value().isNull())
                .flatMap(written ->
                        Takeover.by(written.book(), Takeover.holding(written.book(), written.path(), written.value()))
                                .stream())
                .findFirst();
    }
}
