package io.regcontract.simulator.drill.change;

import io.regcontract.simulator.application.ApplicationSwitches;
import io.regcontract.simulator.drill.Undo;
import io.regcontract.simulator.store.StorageHealth;
import java.util.Optional;

/** Something goes wrong with the storage of the records, beside what is wrong with it already. */
public final class StorageFault {

    private StorageFault() {}

    /** Takes no writes; empty when it took none before. */
    public static Optional<Undo> refusingWrites(ApplicationSwitches switches) {
        return switches.spoil(
                        health -> new StorageHealth(true, health.failReads(), health.search()),
                        (health, before) ->
                                new StorageHealth(before.refuseWrites(), health.failReads(), health.search()))
                .map(mended -> mended::run);
    }

    /** Fails to read; empty when it failed before. */
    public static Optional<Undo> failingReads(ApplicationSwitches switches) {
        return switches.spoil(
                        health -> new StorageHealth(health.refuseWrites(), true, health.search()),
                        (health, before) ->
                                new StorageHealth(health.refuseWrites(), before.failReads(), health.search()))
                .map(mended -> mended::run);
    }
}
