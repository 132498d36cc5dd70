package io.regcontract.simulator.drill.schema;

import io.regcontract.simulator.drill.Drill;
import io.regcontract.simulator.drill.DrillAim;
import io.regcontract.simulator.drill.DrillDescription;
import io.regcontract.simulator.drill.IncomingCall;
import io.regcontract.simulator.drill.Undo;
import io.regcontract.simulator.schema.EntityType;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Somebody else creates an entity type of the name just before: 232. */
final class EntityTypeTaken implements Drill {

    private final Set<String> operations;

    EntityTypeTaken(Set<String> operations) {
        this.operations = operations;
    }

    @Override
    public DrillDescription description() {
        return new DrillDescription(
                "entity-type-taken",
                232,
                "Somebody else creates an entity type of the same name, without attributes, just before the call.",
                "The other type stays until the drill is undone, and longer when somebody has changed or filled it.",
                operations,
                SchemaDrills.SHARED);
    }

    @Override
    public Optional<Undo> change(IncomingCall call, DrillAim aim) {
        var types = call.application().entityTypes();
        return call.argument("type_name")
                .map(name -> EntityType.of(name, List.of()))
                .filter(types::addIfAbsent)
                .map(type -> () -> types.find(type.name())
                        .filter(book -> book.type().equals(type) && book.count() == 0)
                        .ifPresent(book -> types.delete(type)));
    }
}
