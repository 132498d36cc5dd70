package io.regcontract.simulator.drill.schema;

import io.regcontract.simulator.application.EntityTypes;
import io.regcontract.simulator.drill.CalledAttributes;
import io.regcontract.simulator.drill.CalledType;
import io.regcontract.simulator.drill.Drill;
import io.regcontract.simulator.drill.DrillAim;
import io.regcontract.simulator.drill.DrillDescription;
import io.regcontract.simulator.drill.IncomingCall;
import io.regcontract.simulator.drill.Undo;
import io.regcontract.simulator.record.RecordRepository;
import io.regcontract.simulator.schema.AttributeDefinition;
import io.regcontract.simulator.schema.AttributePath;
import io.regcontract.simulator.schema.AttributeType;
import java.util.Optional;
import java.util.Set;

/** Somebody else gives the type an attribute of the name just before: 233. */
final class AttributeTaken implements Drill {

    private final Set<String> operations;

    AttributeTaken(Set<String> operations) {
        this.operations = operations;
    }

    @Override
    public DrillDescription description() {
        return new DrillDescription(
                "attribute-taken",
                233,
                "Somebody else gives the entity type an attribute of the same name just before the call.",
                "The other attribute stays until the drill is undone, and longer when somebody has changed or filled"
                        + " it.",
                operations,
                SchemaDrills.SHARED);
    }

    @Override
    public Optional<Undo> change(IncomingCall call, DrillAim aim) {
        var types = call.application().entityTypes();
        return CalledType.of(call).flatMap(book -> name(call)
                .filter(name -> book.type().definition(name).isEmpty())
                .flatMap(name -> taken(types, book, name)));
    }

    private static Optional<Undo> taken(EntityTypes types, RecordRepository book, String name) {
        var definition = AttributeDefinition.of(name, AttributeType.STRING);
        var outside = types.outside();
        var typeName = book.type().name();
        return outside.change(typeName, type -> type.with(definition))
                ? Optional.of(() -> outside.records(typeName)
                        .filter(present -> present == book
                                && present.type()
                                        .definition(name)
                                        .filter(definition::equals)
                                        .isPresent()
                                && present.stream()
                                        .noneMatch(record -> record.values().hasNonNull(name)))
                        .ifPresent(present -> outside.change(typeName, type -> type.without(name))))
                : Optional.empty();
    }

    /** The name that the call gives to an attribute at the top of the type. */
    private static Optional<String> name(IncomingCall call) {
        return CalledAttributes.json(call, "attr_def")
                .flatMap(definition -> definition.path("name").stringValueOpt())
                .or(() -> call.argument("target_name")
                        .flatMap(AttributePath::parse)
                        .filter(path -> path.steps().size() == 1)
                        .map(path -> path.last().name()));
    }
}
