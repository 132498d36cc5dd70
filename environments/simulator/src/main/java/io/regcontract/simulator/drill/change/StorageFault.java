package io.regcontract.simulator.drill.change;

import io.regcontract.simulator.application.ApplicationSwitches;
import io.regcontract.simulator.drill.Undo;
import java.util.Optional;

/** Something goes wrong with the storage of the records, beside what is wrong with it already. */
public final class StorageFault {

    private StorageFault() {}

    /** Takes no writes; empty when it took none before. */
    public static Optional<Undo> refusingWrites(ApplicationSwitches switches) {
        return switches.refuseWrites().map(mended -> mended::run);
    }

    /** Fails to read; empty when it failed before. */
    public static Optional<Undo> failingReads(ApplicationSwitches switches) {
        return switches.failReads().map(mended -> mended::run);
    }
}
