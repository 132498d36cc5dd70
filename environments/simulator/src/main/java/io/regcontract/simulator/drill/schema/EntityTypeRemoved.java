package io.regcontract.simulator.drill.schema;

import io.regcontract.simulator.drill.Drill;
import io.regcontract.simulator.drill.DrillAim;
import io.regcontract.simulator.drill.DrillDescription;
import io.regcontract.simulator.drill.IncomingCall;
import io.regcontract.simulator.drill.Undo;
import java.util.Optional;
import java.util.Set;

/** The entity type that the call names is removed with its records: 222. */
final class EntityTypeRemoved implements Drill {

    private final Set<String> operations;

    EntityTypeRemoved(Set<String> operations) {
        this.operations = operations;
    }

    @Override
    public DrillDescription description() {
        return new DrillDescription(
                "entity-type-removed",
                222,
                "The entity type that the call names is removed, and its records with it.",
                "The type stays away until the drill is undone, and then comes back with all records; not over another"
                        + " type that got its name meanwhile.",
                operations,
                SchemaDrills.SHARED);
    }

    /** A token knows its record, and never asks for the type by name. */
    @Override
    public boolean concerns(IncomingCall call) {
        return call.argument("type_name").isPresent() && !call.actsForPerson();
    }

    @Override
    public Optional<Undo> change(IncomingCall call, DrillAim aim) {
        var outside = call.application().entityTypes().outside();
        return call.argument("type_name").filter(outside::setAside).map(name -> () -> outside.bringBack(name));
    }
}
