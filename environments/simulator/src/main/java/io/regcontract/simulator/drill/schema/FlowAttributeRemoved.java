package io.regcontract.simulator.drill.schema;

import io.regcontract.simulator.drill.CalledType;
import io.regcontract.simulator.drill.Drill;
import io.regcontract.simulator.drill.DrillAim;
import io.regcontract.simulator.drill.DrillDescription;
import io.regcontract.simulator.drill.IncomingCall;
import io.regcontract.simulator.drill.SubmittedForm;
import io.regcontract.simulator.drill.Undo;
import io.regcontract.simulator.schema.AttributePath;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** An attribute that the flow of the call needs is taken out of its entity type: 226. */
final class FlowAttributeRemoved implements Drill {

    /** Where identities of people at other providers are kept. */
    private static final String PROFILES = "profiles";

    private final Set<String> operations;

    FlowAttributeRemoved(Set<String> operations) {
        this.operations = operations;
    }

    @Override
    public DrillDescription description() {
        return new DrillDescription(
                "flow-attribute-removed",
                226,
                "An attribute that the flow of the call needs is taken out of the entity type: the one that the last"
                        + " field of its form is about, or the one that keeps the identities of people.",
                "The attribute stays away until the drill is undone, and then comes back with its values.",
                operations,
                SchemaDrills.SHARED);
    }

    @Override
    public Optional<Undo> change(IncomingCall call, DrillAim aim) {
        var outside = call.application().entityTypes().outside();
        return CalledType.ofFlow(call).stream()
                .map(book -> book.type().name())
                .flatMap(type -> needed(call).flatMap(name -> outside.setAside(type, name).stream()))
                .findFirst()
                .map(back -> back::run);
    }

    private static Stream<String> needed(IncomingCall call) {
        var fields = SubmittedForm.of(call)
                .map(form -> form.flow().forms().get(form.name()).fields().stream()
                        .flatMap(
                                name -> Optional.ofNullable(form.flow().fields().get(name)).stream())
                        .flatMap(field -> field.attribute().stream())
                        .flatMap(attribute -> AttributePath.parse(attribute).stream())
                        .map(path -> path.steps().get(0).name())
                        .toList())
                .orElse(List.of());
        return fields.isEmpty() ? Stream.of(PROFILES) : Stream.of(fields.get(fields.size() - 1));
    }
}
