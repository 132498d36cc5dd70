package io.regcontract.suite.twin;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/** Says in the end what an export without names has replaced and what it has kept: somebody has to look through both. */
final class AnonymisedSummary {

    private static final int MOST = 12;

    private AnonymisedSummary() {}

    /** @param file where all of it is listed */
    static List<String> lines(ExportState state, ExportOptions options, Path file) {
        var lines = new ArrayList<String>();
        if (!options.anonymise()) {
            return lines;
        }
        for (var type : state.types()) {
            var kept = type.path("kept");
            lines.add("type " + type.path("name").asString("") + ": "
                    + type.path("replaced").size() + " attributes replaced or taken out, " + kept.size()
                    + " with texts kept" + (kept.isEmpty() ? "" : ": " + some(kept)));
        }
        lines.add("kept in every record: ids, uuids, times, numbers"
                + (options.hashes() && options.has("records")
                        ? ", and the hashes of passwords, which --without-hashes leaves out"
                        : ""));
        lines.add("All that was replaced and kept is listed in " + file
                + ": look through it before you hand the files on. --personal /PATH replaces more.");
        return lines;
    }

    private static String some(JsonNode names) {
        var shown =
                names.valueStream().limit(MOST).map(name -> name.asString("")).collect(Collectors.joining(", "));
        return names.size() > MOST ? shown + " and " + (names.size() - MOST) + " more" : shown;
    }
}
