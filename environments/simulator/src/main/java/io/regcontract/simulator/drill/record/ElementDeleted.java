package io.regcontract.simulator.drill.record;

import io.regcontract.simulator.drill.CalledAttributes;
import io.regcontract.simulator.drill.CalledRecord;
import io.regcontract.simulator.drill.CalledType;
import io.regcontract.simulator.drill.Drill;
import io.regcontract.simulator.drill.DrillAim;
import io.regcontract.simulator.drill.DrillDescription;
import io.regcontract.simulator.drill.IncomingCall;
import io.regcontract.simulator.drill.Undo;
import io.regcontract.simulator.drill.WrittenValue;
import io.regcontract.simulator.drill.change.RecordEdit;
import io.regcontract.simulator.operation.SelectedRecord;
import io.regcontract.simulator.schema.AttributePath;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The element of a plural that the call names was deleted behind the caller's back: 310. */
final class ElementDeleted implements Drill {

    private final Set<String> operations;

    ElementDeleted(Set<String> operations) {
        this.operations = operations;
    }

    /** An element of a plural at the top of a type. */
    private record Element(String plural, long id) {}

    @Override
    public DrillDescription description() {
        return new DrillDescription(
                "element-deleted",
                310,
                "Somebody else deletes the element of a plural that the call names by its id; the record stays.",
                "The element stays away until the drill is undone, and then comes back with its id; unless the plural"
                        + " has been written since.",
                operations,
                EnumSet.allOf(DrillAim.Kind.class));
    }

    @Override
    public boolean concerns(IncomingCall call) {
        return elements(call).findAny().isPresent();
    }

    @Override
    public Optional<Undo> change(IncomingCall call, DrillAim aim) {
        return elements(call)
                .flatMap(element -> holder(call, element).flatMap(record -> deleted(call, record, element)).stream())
                .findFirst();
    }

    private static Optional<Undo> deleted(IncomingCall call, SelectedRecord record, Element element) {
        return RecordEdit.values(call.application(), record, values -> without(values, element));
    }

    private static ObjectNode without(ObjectNode values, Element element) {
        if (values.path(element.plural()) instanceof ArrayNode list) {
            list.removeIf(each -> each.path("id").asLong(-1) == element.id());
        }
        return values;
    }

    private static Stream<Element> elements(IncomingCall call) {
        return Stream.of(adopted(call), ofPaths(call), ofContent(call)).flatMap(each -> each);
    }

    private static Stream<Element> adopted(IncomingCall call) {
        return call.argument("child_id").filter(id -> id.matches("[0-9]{1,18}")).stream()
                .flatMap(id -> call.argument("attribute_name").flatMap(AttributePath::parse).stream()
                        .map(path -> new Element(path.steps().get(0).name(), Long.parseLong(id))));
    }

    private static Stream<Element> ofPaths(IncomingCall call) {
        return CalledAttributes.of(call).stream()
                .map(path -> path.steps().get(0))
                .filter(step -> step.element().isPresent())
                .map(step -> new Element(step.name(), step.element().getAsLong()));
    }

    /** Elements that are changed by an object that has their id. */
    private static Stream<Element> ofContent(IncomingCall call) {
        return WrittenValue.isNew(call) || call.argument("attribute_name").isPresent()
                ? Stream.empty()
                : WrittenValue.content(call).stream()
                        .flatMap(content -> content.properties().stream())
                        .flatMap(member -> member.getValue().values().stream()
                                .filter(each -> each.path("id").isIntegralNumber())
                                .map(each -> new Element(
                                        member.getKey(), each.path("id").longValue())));
    }

    /** An element that is adopted is in another record than the one that the call names. */
    private static Optional<SelectedRecord> holder(IncomingCall call, Element element) {
        if (call.argument("child_id").isEmpty()) {
            return CalledRecord.of(call);
        }
        return CalledType.of(call).flatMap(book -> book.stream()
                .map(record -> new SelectedRecord(book, record))
                .filter(each -> holds(each, element))
                .findFirst());
    }

    private static boolean holds(SelectedRecord record, Element element) {
        return List.copyOf(record.record().values().path(element.plural()).values()).stream()
                .anyMatch(each -> each.path("id").asLong(-1) == element.id());
    }
}
