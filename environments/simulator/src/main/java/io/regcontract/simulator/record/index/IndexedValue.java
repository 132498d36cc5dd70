package io.regcontract.simulator.record.index;

import io.regcontract.simulator.schema.AttributePath;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** Finds what a record holds at a path, through objects and through all elements of plurals. */
public final class IndexedValue {

    private IndexedValue() {}

    /** The values at a path that are not null; ids of elements in the path play no part. */
    public static List<JsonNode> at(JsonNode values, AttributePath path) {
        var found = new ArrayList<JsonNode>(1);
        gather(values, path.steps(), 0, found);
        return found;
    }

    private static void gather(JsonNode node, List<AttributePath.Step> steps, int next, List<JsonNode> found) {
        if (node.isArray()) {
            node.values().forEach(element -> gather(element, steps, next, found));
        } else if (next < steps.size()) {
            gather(node.path(steps.get(next).name()), steps, next + 1, found);
        } else if (!node.isNull() && !node.isMissingNode()) {
            found.add(node);
        }
    }
}
