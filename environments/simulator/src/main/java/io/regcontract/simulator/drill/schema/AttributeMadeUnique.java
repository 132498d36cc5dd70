package io.regcontract.simulator.drill.schema;

import io.regcontract.simulator.drill.Drill;
import io.regcontract.simulator.drill.DrillAim;
import io.regcontract.simulator.drill.DrillDescription;
import io.regcontract.simulator.drill.IncomingCall;
import io.regcontract.simulator.drill.Undo;
import io.regcontract.simulator.drill.WrittenValue;
import io.regcontract.simulator.schema.AttributeType;
import io.regcontract.simulator.schema.Constraint;
import java.util.Optional;
import java.util.Set;

/** An attribute becomes unique while another record holds the value that the call writes: 361. */
final class AttributeMadeUnique implements Drill {

    private final Set<String> operations;

    AttributeMadeUnique(Set<String> operations) {
        this.operations = operations;
    }

    @Override
    public DrillDescription description() {
        return new DrillDescription(
                "attribute-made-unique",
                361,
                "An attribute that the call writes becomes unique, and another record holds the value already.",
                "The constraint stays until the drill is undone; a call that writes a value of nobody succeeds.",
                operations,
                SchemaDrills.SHARED);
    }

    @Override
    public boolean concerns(IncomingCall call) {
        return WrittenValue.content(call).isPresent();
    }

    @Override
    public Optional<Undo> change(IncomingCall call, DrillAim aim) {
        return WrittenValue.of(call).stream()
                .filter(written -> !written.value().isNull()
                        && written.definition().type() != AttributeType.JSON
                        && !written.definition().type().isPassword()
                        && !written.definition().has(Constraint.UNIQUE))
                .flatMap(written -> madeUnique(call, written).stream())
                .findFirst();
    }

    /** It stays unique only where that keeps the call from writing its value. */
    private static Optional<Undo> madeUnique(IncomingCall call, WrittenValue written) {
        var unique = Amendment.constraint(Constraint.UNIQUE);
        var back = call.application()
                .entityTypes()
                .outside()
                .amend(written.book().type().name(), written.path(), unique.part(), unique.change(), unique.back());
        if (back.isEmpty()) {
            return Optional.empty();
        }
        var holder = written.book().byValue(written.path(), written.value());
        if (holder.isEmpty()
                || written.record()
                        .filter(own -> own.record().uuid().equals(holder.get().uuid()))
                        .isPresent()) {
            back.get().run();
            return Optional.empty();
        }
        return Optional.of(back.get()::run);
    }
}
