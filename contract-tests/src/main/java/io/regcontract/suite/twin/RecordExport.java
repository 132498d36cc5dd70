package io.regcontract.suite.twin;

import io.regcontract.suite.twin.anonymise.RecordAnonymiser;
import java.util.Optional;
import java.util.function.Consumer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.NullNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Reads the records of a type, page after page by their ids, until a page is empty: a page that is short may be short
 * because the service gives fewer than it was asked for. In the end, the service counts them.
 */
final class RecordExport {

    private final TenantReader tenant;
    private final ExportOptions options;
    private final ExportDirectory directory;
    private final ExportState state;
    private final String type;
    private final Optional<RecordAnonymiser> anonymiser;

    RecordExport(
            TenantReader tenant,
            ExportOptions options,
            ExportDirectory directory,
            ExportState state,
            String type,
            Optional<RecordAnonymiser> anonymiser) {
        this.tenant = tenant;
        this.options = options;
        this.directory = directory;
        this.state = state;
        this.type = type;
        this.anonymiser = anonymiser;
    }

    void run(Consumer<String> progress) {
        var progressed = state.type(type);
        var file = "records/" + type + ".ndjson";
        long before = progressed.path("records").asLong();
        if (before > 0) {
            progress.accept("records of " + type + ": going on behind " + before);
        }
        progressed.put("file", file);
        read(file, progressed);
        if (progressed.path("records").asLong() == 0) {
            progressed.put("bytes", directory.append(file, 0, ""));
        }
        checkCount(file, progressed);
        progressed.put("complete", true);
        state.save();
        progress.accept("records of " + type + ": " + progressed.path("records").asLong());
    }

    private JsonNode page(ObjectNode progressed) {
        var answer = tenant.ask(
                "/entity.find",
                "type_name",
                type,
                "filter",
                "id > " + progressed.path("lastId").asLong(),
                "sort_on",
                TwinExport.list("id"),
                "max_results",
                Integer.toString(options.page()));
        var records = TwinExport.array("/entity.find", answer, "results");
        if (answer.path("result_count").asLong(-1) != records.size()) {
            throw ExportException.interrupted("/entity.find says result_count "
                    + answer.path("result_count").asLong(-1) + " and gives " + records.size() + " records of " + type);
        }
        return records;
    }

    private void append(String file, JsonNode records, ObjectNode progressed) {
        var lines = new StringBuilder();
        long last = progressed.path("lastId").asLong();
        for (var record : records) {
            var id = record.path("id");
            if (!record.isObject() || !id.isIntegralNumber() || id.asLong() <= last) {
                throw ExportException.interrupted("/entity.find was asked for records of " + type
                        + " in the order of their ids, and gives one that is not behind " + last);
            }
            last = id.asLong();
            lines.append(TwinJson.line(written((ObjectNode) record))).append('\n');
        }
        progressed.put("bytes", directory.append(file, progressed.path("bytes").asLong(), lines.toString()));
        progressed.put("records", progressed.path("records").asLong() + records.size());
        progressed.put("lastId", last);
        state.save();
    }

    private ObjectNode written(ObjectNode record) {
        if (!options.hashes()) {
            withoutHashes(record);
        }
        anonymiser.ifPresent(each -> each.anonymise(record));
        return record;
    }

    /** A password is an object whose type says so, wherever it stands. */
    private static void withoutHashes(ObjectNode object) {
        for (var member : object.properties()) {
            if (member.getValue() instanceof ObjectNode below) {
                if (below.path("type").asString("").startsWith("password") && below.has("value")) {
                    member.setValue(NullNode.getInstance());
                } else {
                    withoutHashes(below);
                }
            } else {
                member.getValue().valueStream().forEach(element -> {
                    if (element instanceof ObjectNode below) {
                        withoutHashes(below);
                    }
                });
            }
        }
    }

    /** @return whether there were any */
    private boolean read(String file, ObjectNode progressed) {
        boolean some = false;
        for (var page = page(progressed); page.size() > 0; page = page(progressed)) {
            append(file, page, progressed);
            some = true;
        }
        return some;
    }

    /** Fewer than the service counts is a short export; more is one in which somebody has deleted meanwhile. */
    private void checkCount(String file, ObjectNode progressed) {
        while (true) {
            long counted = tenant.ask("/entity.count", "type_name", type)
                    .path("total_count")
                    .asLong(-1);
            long read = progressed.path("records").asLong();
            if (counted < 0) {
                throw ExportException.interrupted("/entity.count was answered without its total_count");
            }
            if (counted < read) {
                state.left(
                        "records of " + type,
                        "the service counts " + counted + ", " + (read - counted)
                                + " fewer than were read: they were deleted meanwhile");
            }
            // Somebody may have registered since the last page.
            if (counted <= read) {
                return;
            }
            if (!read(file, progressed)) {
                throw ExportException.interrupted("the service counts " + counted + " records of " + type
                        + ", and only " + read + " were found: the export would be short");
            }
        }
    }
}
