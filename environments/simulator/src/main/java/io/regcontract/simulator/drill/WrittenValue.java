package io.regcontract.simulator.drill;

import io.regcontract.simulator.operation.SelectedRecord;
import io.regcontract.simulator.record.RecordRepository;
import io.regcontract.simulator.record.RecordValues;
import io.regcontract.simulator.schema.AttributeDefinition;
import io.regcontract.simulator.schema.AttributePath;
import io.regcontract.simulator.schema.Constraint;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/**
 * A value that a call is about to write to a record.
 *
 * @param path of the attribute, without ids of elements
 * @param record that is written to; empty when it is a new one
 */
public record WrittenValue(
        RecordRepository book,
        AttributePath path,
        AttributeDefinition definition,
        JsonNode value,
        Optional<SelectedRecord> record) {

    /**
     * The plain values that a call writes, null among them; of several new records those of the first. Attributes that
     * records are told apart by come last, since much else depends on them.
     */
    public static List<WrittenValue> of(IncomingCall call) {
        var record = isNew(call) ? Optional.<SelectedRecord>empty() : CalledRecord.of(call);
        return CalledType.of(call).stream()
                .flatMap(book -> all(call, book, record))
                .sorted(Comparator.comparing(written -> written.definition().has(Constraint.UNIQUE)))
                .toList();
    }

    /** Whether a call makes a new record. */
    public static boolean isNew(IncomingCall call) {
        return call.operation().path().equals("/entity.create")
                || call.operation().path().equals("/entity.bulkCreate");
    }

    /** What a call writes, as it stands in its arguments. */
    public static Optional<JsonNode> content(IncomingCall call) {
        return CalledAttributes.json(call, "attributes")
                .or(() -> CalledAttributes.json(call, "value"))
                .or(() -> CalledAttributes.json(call, "all_attributes").map(all -> all.path(0)));
    }

    /** Whether the record holds another value, or none. */
    public boolean isChange() {
        return record.flatMap(known -> RecordValues.at(known.whole(), path))
                .filter(value::equals)
                .isEmpty();
    }

    private static Stream<WrittenValue> all(IncomingCall call, RecordRepository book, Optional<SelectedRecord> record) {
        var at = call.argument("attribute_name").flatMap(AttributePath::parse);
        var found = new ArrayList<WrittenValue>();
        content(call).ifPresent(content -> {
            if (at.isEmpty()) {
                collect(book, "", book.type().own(), content, record, found);
            } else {
                book.type()
                        .find(at.get())
                        .ifPresent(
                                definition -> collect(book, at.get().withoutIds(), definition, content, record, found));
            }
        });
        return found.stream();
    }

    private static void collect(
            RecordRepository book,
            String parent,
            List<AttributeDefinition> definitions,
            JsonNode object,
            Optional<SelectedRecord> record,
            List<WrittenValue> into) {
        for (var definition : definitions) {
            if (object.has(definition.name())) {
                var path = parent + "/" + definition.name();
                collect(book, path, definition, object.path(definition.name()), record, into);
            }
        }
    }

    private static void collect(
            RecordRepository book,
            String path,
            AttributeDefinition definition,
            JsonNode value,
            Optional<SelectedRecord> record,
            List<WrittenValue> into) {
        if (!definition.type().hasChildren()) {
            AttributePath.parse(path)
                    .ifPresent(parsed -> into.add(new WrittenValue(book, parsed, definition, value, record)));
        } else if (value.isArray()) {
            value.values().forEach(element -> collect(book, path, definition.children(), element, record, into));
        } else {
            collect(book, path, definition.children(), value, record, into);
        }
    }
}
