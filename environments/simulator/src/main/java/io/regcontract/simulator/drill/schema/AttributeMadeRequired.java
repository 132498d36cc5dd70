package io.regcontract.simulator.drill.schema;

import io.regcontract.simulator.drill.CalledType;
import io.regcontract.simulator.drill.Drill;
import io.regcontract.simulator.drill.DrillAim;
import io.regcontract.simulator.drill.DrillDescription;
import io.regcontract.simulator.drill.IncomingCall;
import io.regcontract.simulator.drill.SubmittedForm;
import io.regcontract.simulator.drill.Undo;
import io.regcontract.simulator.drill.WrittenValue;
import io.regcontract.simulator.record.RecordRepository;
import io.regcontract.simulator.schema.AttributeDefinition;
import io.regcontract.simulator.schema.AttributePath;
import io.regcontract.simulator.schema.Constraint;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/** An attribute that the call leaves empty becomes required: 362. */
final class AttributeMadeRequired implements Drill {

    private final Set<String> operations;

    AttributeMadeRequired(Set<String> operations) {
        this.operations = operations;
    }

    @Override
    public DrillDescription description() {
        return new DrillDescription(
                "attribute-made-required",
                362,
                "An attribute becomes required that the call leaves empty: one that it does not name where it writes a"
                        + " whole record, or one that it sets to null.",
                "The constraint stays until the drill is undone; a call that fills the attribute in succeeds.",
                operations,
                SchemaDrills.SHARED);
    }

    @Override
    public boolean concerns(IncomingCall call) {
        return WrittenValue.content(call).isPresent() || call.argument("form").isPresent();
    }

    @Override
    public Optional<Undo> change(IncomingCall call, DrillAim aim) {
        var book = WrittenValue.content(call).isPresent() ? CalledType.of(call) : CalledType.ofFlow(call);
        return book.stream()
                .flatMap(records -> empty(call, records).flatMap(path -> madeRequired(call, records, path).stream()))
                .findFirst();
    }

    private static Optional<Undo> madeRequired(IncomingCall call, RecordRepository records, AttributePath path) {
        var required = Amendment.constraint(Constraint.REQUIRED);
        return call.application()
                .entityTypes()
                .outside()
                .amend(records.type().name(), path, required.part(), required.change(), required.back())
                .map(back -> back::run);
    }

    /** The attributes that the call leaves empty and that may be empty now. */
    private static Stream<AttributePath> empty(IncomingCall call, RecordRepository records) {
        return writesAll(call)
                ? records.type().own().stream()
                        .filter(definition -> !definition.type().hasChildren() && !definition.has(Constraint.REQUIRED))
                        .map(AttributeDefinition::name)
                        .filter(name -> !named(call).contains(name))
                        .flatMap(name -> AttributePath.parse(name).stream())
                : WrittenValue.of(call).stream()
                        .filter(written -> written.value().isNull()
                                && !written.definition().has(Constraint.REQUIRED))
                        .map(WrittenValue::path);
    }

    private static boolean writesAll(IncomingCall call) {
        return call.argument("attribute_name").isEmpty()
                && !call.operation().path().equals("/entity.update");
    }

    /** The names that the call fills in, as attributes or by the fields of its form. */
    private static Set<String> named(IncomingCall call) {
        var ofForm = SubmittedForm.of(call).stream()
                .flatMap(form -> form.flow().forms().get(form.name()).fields().stream()
                        .flatMap(field ->
                                Optional.ofNullable(form.flow().fields().get(field)).stream()))
                .flatMap(field -> field.attribute().stream())
                .flatMap(attribute -> AttributePath.parse(attribute).stream())
                .map(path -> path.steps().get(0).name());
        var written = WrittenValue.content(call).filter(JsonNode::isObject).stream()
                .flatMap(content -> content.properties().stream())
                .filter(member -> !member.getValue().isNull())
                .map(member -> member.getKey());
        return Stream.concat(ofForm, written).collect(Collectors.toSet());
    }
}
