package io.regcontract.simulator.imports.file;

import io.regcontract.simulator.json.Json;
import java.io.IOException;
import java.nio.file.Path;
import java.util.OptionalLong;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.node.ObjectNode;

/**
 * Records as JSON: answers of entity.find, one or several behind each other; records behind each other, such as one in
 * each line; or lists of records. An answer that tells of an error, or holds fewer records than it says, is refused: a
 * file of them would be an export cut short.
 */
public final class JsonRecords implements RecordSource {

    private static final String RESULTS = "results";

    private final Path file;

    /** Records of a file that {@link #forEach} opens. */
    public JsonRecords(Path file) {
        this.file = file;
    }

    @Override
    public void forEach(Sink sink) {
        try (var stream = ImportFile.open(file);
                var parser = Json.parser(stream)) {
            new Reading(parser, sink).all();
        } catch (JacksonException broken) {
            throw ImportFile.broken(file, broken);
        } catch (IOException unreadable) {
            throw ImportFile.unreadable(file, unreadable);
        }
    }

    /** One way through the file. */
    private final class Reading {

        private final JsonParser parser;
        private final Sink sink;
        private long read;
        private long answers;

        Reading(JsonParser parser, Sink sink) {
            this.parser = parser;
            this.sink = sink;
        }

        void all() {
            for (var token = parser.nextToken(); token != null; token = parser.nextToken()) {
                switch (token) {
                    case START_ARRAY -> list();
                    case START_OBJECT -> answerOrRecord();
                    default -> throw wrong("a record must be a JSON object");
                }
            }
        }

        private void list() {
            for (var token = parser.nextToken(); token != JsonToken.END_ARRAY; token = parser.nextToken()) {
                if (token != JsonToken.START_OBJECT) {
                    throw wrong("a record must be a JSON object");
                }
                var line = parser.currentTokenLocation().getLineNr();
                hand((ObjectNode) Json.read(parser), line);
            }
        }

        /** Members are collected until it shows what the object is: the results of an answer can be too many. */
        private void answerOrRecord() {
            var line = parser.currentTokenLocation().getLineNr();
            var members = Json.object();
            var found = OptionalLong.empty();
            for (var token = parser.nextToken(); token != JsonToken.END_OBJECT; token = parser.nextToken()) {
                var name = parser.currentName();
                var begins = parser.nextToken();
                if (name.equals(RESULTS) && begins == JsonToken.START_ARRAY && canBeAnswer(members)) {
                    long before = read;
                    list();
                    found = OptionalLong.of(read - before);
                } else {
                    members.set(name, Json.read(parser));
                }
            }
            if (found.isPresent() || (members.has("stat") && !members.has("uuid"))) {
                answers++;
                check(members, found, line);
            } else {
                hand(members, line);
            }
        }

        private boolean canBeAnswer(ObjectNode members) {
            return !members.has("uuid") && !members.has("id");
        }

        private void check(ObjectNode answer, OptionalLong found, int line) {
            var place = "line " + line + ", answer " + answers;
            var stat = answer.path("stat").stringValue("");
            if (!stat.equals("ok")) {
                throw ImportException.at(
                        file,
                        place,
                        stat.equals("error")
                                ? "this is an error and no page of records: code "
                                        + ImportFile.plain(answer.path("code")) + " "
                                        + ImportFile.plain(answer.path("error"))
                                : "an answer must have the stat ok");
            }
            if (found.isEmpty()) {
                throw ImportException.at(file, place, "this answer has no list of results");
            }
            var said = answer.path("result_count");
            if (said.isIntegralNumber() && said.asLong(-1) != found.getAsLong()) {
                throw ImportException.at(
                        file,
                        place,
                        "the answer says result_count " + said.asLong(-1) + " and holds " + found.getAsLong()
                                + " records");
            }
        }

        private void hand(ObjectNode record, int line) {
            read++;
            sink.take(record, "line " + line + ", record " + read);
        }

        private ImportException wrong(String reason) {
            return ImportException.at(
                    file, "line " + parser.currentTokenLocation().getLineNr() + ", record " + (read + 1), reason);
        }
    }
}
