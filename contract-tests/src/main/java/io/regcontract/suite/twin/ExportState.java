package io.regcontract.suite.twin;

import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * How far an export is, in the file {@code export.json} (format twin-export), which is also what a person reads of it.
 * It is written after each page, so that a second run goes on behind the last whole one.
 */
final class ExportState {

    static final String FILE = "export.json";
    private static final String FORMAT = "regcontract/twin-export/1";

    private final ExportDirectory directory;
    private final ObjectNode json;

    private ExportState(ExportDirectory directory, ObjectNode json) {
        this.directory = directory;
        this.json = json;
    }

    /**
     * The state of the export in a directory; a new one where there is none.
     *
     * @throws ExportException when it is of another environment or of other options
     */
    static ExportState in(ExportDirectory directory, String environment, ExportOptions options) {
        var asked = TwinJson.object();
        asked.put("format", FORMAT);
        asked.put("environment", environment);
        var wishes = asked.putObject("options");
        options.types().forEach(wishes.putArray("types")::add);
        options.without().stream().sorted().forEach(wishes.putArray("without")::add);
        wishes.put("hashes", options.hashes());
        wishes.put("anonymised", options.anonymise());
        options.personal().forEach(wishes.putArray("personal")::add);
        options.impersonal().forEach(wishes.putArray("notPersonal")::add);
        asked.put("complete", false);
        asked.putArray("types");
        asked.putArray("files");
        asked.putArray("left");
        if (!directory.has(FILE)) {
            return new ExportState(directory, asked);
        }
        var there = read(directory);
        if (!there.path("environment").equals(asked.path("environment"))
                || !there.path("options").equals(asked.path("options"))) {
            throw ExportException.refused(directory.root().resolve(FILE)
                    + " is of an export of another environment or with other options. Name another directory, or the"
                    + " same options to go on with it.");
        }
        return new ExportState(directory, there);
    }

    private static ObjectNode read(ExportDirectory directory) {
        try {
            if (TwinJson.read(directory.read(FILE)) instanceof ObjectNode object
                    && object.path("format").asString("").equals(FORMAT)) {
                return object;
            }
        } catch (JacksonException none) {
            // The same as one of another format.
        }
        throw ExportException.refused(
                directory.root().resolve(FILE) + " is no file of an export. Name another directory.");
    }

    boolean isComplete() {
        return json.path("complete").booleanValue(false);
    }

    void complete() {
        json.put("complete", true);
        save();
    }

    void save() {
        directory.write(FILE, TwinJson.pretty(json));
    }

    boolean hasFile(String name) {
        return json.path("files").valueStream().anyMatch(file -> file.asString("")
                .equals(name));
    }

    /** Writes a file that is read in one go, and notes it. */
    void write(String name, JsonNode content) {
        directory.write(name, TwinJson.pretty(content));
        ((ArrayNode) json.path("files")).add(name);
        save();
    }

    /** Notes what was not read, or not written, and why. */
    void left(String what, String why) {
        var already = json.path("left")
                .valueStream()
                .anyMatch(each -> each.path("what").asString("").equals(what)
                        && each.path("why").asString("").equals(why));
        if (!already) {
            ((ArrayNode) json.path("left")).addObject().put("what", what).put("why", why);
        }
    }

    JsonNode leftOut() {
        return json.path("left");
    }

    /** What is known of the records of a type. */
    ObjectNode type(String name) {
        return find(name).orElseGet(() -> {
            var type = ((ArrayNode) json.path("types")).addObject();
            type.put("name", name);
            type.put("records", 0);
            type.put("bytes", 0);
            type.put("lastId", 0);
            type.put("complete", false);
            return type;
        });
    }

    private Optional<ObjectNode> find(String name) {
        return json.path("types")
                .valueStream()
                .filter(type -> type.path("name").asString("").equals(name))
                .map(ObjectNode.class::cast)
                .findFirst();
    }

    JsonNode types() {
        return json.path("types");
    }
}
