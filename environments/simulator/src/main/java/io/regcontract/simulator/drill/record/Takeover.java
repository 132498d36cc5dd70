package io.regcontract.simulator.drill.record;

import io.regcontract.simulator.drill.Undo;
import io.regcontract.simulator.json.Json;
import io.regcontract.simulator.record.RecordRepository;
import io.regcontract.simulator.schema.AttributePath;
import io.regcontract.simulator.schema.AttributeType;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Somebody else gets a record of their own with a value that can be there once. */
final class Takeover {

    private Takeover() {}

    /**
     * Adds a record.
     *
     * @return removes it again, unless somebody has changed it; empty when a value of it is taken already
     */
    static Optional<Undo> by(RecordRepository book, ObjectNode values) {
        return book.outside().add(values).map(record -> () -> book.outside().remove(record));
    }

    /** The values of a record that holds one value at a path, and nothing else. */
    static ObjectNode holding(RecordRepository book, AttributePath path, JsonNode value) {
        var root = Json.object();
        var parent = root;
        for (int length = 1; length < path.steps().size(); length++) {
            var above = new AttributePath(path.steps().subList(0, length));
            var name = above.last().name();
            if (book.type()
                    .find(above)
                    .filter(each -> each.type() == AttributeType.PLURAL)
                    .isPresent()) {
                parent = parent.putArray(name)
                        .addObject()
                        .put("id", book.outside().elementId());
            } else {
                parent = parent.putObject(name);
            }
        }
        parent.set(path.last().name(), value);
        return root;
    }
}
