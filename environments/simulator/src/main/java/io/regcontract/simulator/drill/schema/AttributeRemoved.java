package io.regcontract.simulator.drill.schema;

import io.regcontract.simulator.drill.CalledAttributes;
import io.regcontract.simulator.drill.CalledType;
import io.regcontract.simulator.drill.Drill;
import io.regcontract.simulator.drill.DrillAim;
import io.regcontract.simulator.drill.DrillDescription;
import io.regcontract.simulator.drill.IncomingCall;
import io.regcontract.simulator.drill.Undo;
import io.regcontract.simulator.schema.EntityType;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** An attribute that the call names is taken out of the entity type: 223. */
final class AttributeRemoved implements Drill {

    private final Set<String> operations;

    AttributeRemoved(Set<String> operations) {
        this.operations = operations;
    }

    @Override
    public DrillDescription description() {
        return new DrillDescription(
                "attribute-removed",
                223,
                "An attribute that the call names is taken out of the entity type.",
                "The attribute stays away until the drill is undone, and then comes back with its values; not over"
                        + " another attribute that got its name meanwhile.",
                operations,
                SchemaDrills.SHARED);
    }

    @Override
    public boolean concerns(IncomingCall call) {
        return !CalledAttributes.of(call).isEmpty();
    }

    @Override
    public Optional<Undo> change(IncomingCall call, DrillAim aim) {
        var outside = call.application().entityTypes().outside();
        return CalledType.of(call).stream()
                .flatMap(book -> names(call, book.type())
                        .flatMap(name -> outside.setAside(book.type().name(), name).stream()))
                .findFirst()
                .map(back -> back::run);
    }

    /** A filter that asks about an attribute which is not there is told so in another way. */
    private static Stream<String> names(IncomingCall call, EntityType type) {
        var asked = CalledAttributes.ofFilter(call, type).stream()
                .map(path -> path.steps().get(0).name())
                .toList();
        return CalledAttributes.of(call).stream()
                .map(path -> path.steps().get(0).name())
                .filter(name -> !asked.contains(name));
    }
}
