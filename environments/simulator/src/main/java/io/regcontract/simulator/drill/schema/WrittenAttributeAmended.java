package io.regcontract.simulator.drill.schema;

import io.regcontract.simulator.drill.Drill;
import io.regcontract.simulator.drill.DrillAim;
import io.regcontract.simulator.drill.DrillDescription;
import io.regcontract.simulator.drill.IncomingCall;
import io.regcontract.simulator.drill.Undo;
import io.regcontract.simulator.drill.WrittenValue;
import java.util.Optional;
import java.util.function.BiFunction;

/** The definition of an attribute that the call writes changes, so that its value is not right any more. */
final class WrittenAttributeAmended implements Drill {

    private final DrillDescription description;
    private final BiFunction<WrittenValue, IncomingCall, Optional<Amendment>> amendment;

    /** @param amendment the change under which a value is not right any more; empty when there is none */
    WrittenAttributeAmended(
            DrillDescription description, BiFunction<WrittenValue, IncomingCall, Optional<Amendment>> amendment) {
        this.description = description;
        this.amendment = amendment;
    }

    @Override
    public DrillDescription description() {
        return description;
    }

    @Override
    public boolean concerns(IncomingCall call) {
        return WrittenValue.content(call).isPresent();
    }

    @Override
    public Optional<Undo> change(IncomingCall call, DrillAim aim) {
        return WrittenValue.of(call).stream()
                .flatMap(written ->
                        amendment.apply(written, call).flatMap(change -> perform(call, written, change)).stream())
                .findFirst();
    }

    private static Optional<Undo> perform(IncomingCall call, WrittenValue written, Amendment change) {
        return call.application()
                .entityTypes()
                .outside()
                .amend(written.book().type().name(), written.path(), change.part(), change.change(), change.back())
                .map(back -> back::run);
    }
}
