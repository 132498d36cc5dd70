package io.regcontract.report.record;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/**
 * The exchanges of a run. They are by far the most of a record and few of them are ever looked at, so they stay in
 * the file and are read again when they are wanted.
 */
public final class ExchangeReader {

    private final Path run;

    private ExchangeReader(Path run) {
        this.run = run;
    }

    /**
     * The evidence of a run.
     *
     * @param records the directory that has a directory for each run
     */
    public static ExchangeReader of(Path records, String runId) {
        return new ExchangeReader(records.resolve(runId));
    }

    /** What was sent and answered for an observation; empty when the record has gone since it was judged. */
    public List<Exchange> exchanges(Observation observation) {
        try (var file =
                new RandomAccessFile(run.resolve(observation.place().file()).toFile(), "r")) {
            file.seek(observation.offset());
            var line = new byte[observation.length()];
            file.readFully(line);
            var exchanges = new ArrayList<Exchange>();
            RecordLineParser.json(line).path("exchanges").forEach(exchange -> exchanges.add(exchange(exchange)));
            return exchanges;
        } catch (IOException gone) {
            return List.of();
        }
    }

    /** The header of a file of a record; empty where it has none, or another attempt began it than the one asked for. */
    public static Optional<RecordHeader> header(Path file, Optional<String> attempt) {
        return ShardFile.header(file).filter(found -> attempt.filter(asked -> !asked.equals(found.attempt()))
                .isEmpty());
    }

    /**
     * Hands out every exchange of one file of a record, in its order and one line at a time: a record may be larger than
     * the memory. Lines that cannot be read are left out: the gate tells of them.
     *
     * @param attempt the attempt that must have begun the file, if it matters: otherwise nothing is handed out
     */
    public static void each(Path file, Optional<String> attempt, Visitor visitor) throws IOException {
        if (header(file, attempt).isEmpty()) {
            return;
        }
        try (var lines = BoundedLineReader.of(file, ShardFile.LONGEST_LINE_IN_BYTES)) {
            boolean more = true;
            while (more) {
                try {
                    var line = lines.next();
                    more = line.isPresent();
                    if (more) {
                        visit(RecordLineParser.json(line.orElseThrow().text()), visitor);
                    }
                } catch (BoundedLineReader.UnreadableLineException | JacksonException unreadable) {
                    // Left out, as promised: the next line may be in order.
                }
            }
        }
    }

    /** Takes an exchange after the other. */
    @FunctionalInterface
    public interface Visitor {

        /**
         * Takes one.
         *
         * @param requirement id of the requirement that it was made for
         */
        void take(String requirement, Exchange exchange) throws IOException;
    }

    private static void visit(JsonNode line, Visitor visitor) throws IOException {
        var exchanges = new ArrayList<Exchange>();
        line.path("exchanges").forEach(exchange -> exchanges.add(exchange(exchange)));
        if (!exchanges.isEmpty()) {
            var requirement = text(line.required("requirement"), "id");
            for (var exchange : exchanges) {
                visitor.take(requirement, exchange);
            }
        }
    }

    private static Exchange exchange(JsonNode json) {
        var request = json.required("request");
        return new Exchange(
                text(json, "role"),
                text(json, "at"),
                json.required("millis").doubleValue(),
                new Exchange.Request(
                        text(request, "method"), text(request, "url"), headers(request), text(request, "body")),
                Optional.of(json.path("response"))
                        .filter(JsonNode::isObject)
                        .map(response -> new Exchange.Response(
                                response.required("status").intValue(),
                                headers(response),
                                text(response, "body"),
                                response.path("truncated").booleanValue(false),
                                response.has("size")
                                        ? OptionalLong.of(response.path("size").longValue())
                                        : OptionalLong.empty())),
                json.path("failure").asString(""),
                text(json, "curl"));
    }

    private static List<Exchange.Header> headers(JsonNode json) {
        var headers = new ArrayList<Exchange.Header>();
        json.required("headers")
                .forEach(header -> headers.add(new Exchange.Header(text(header, "name"), text(header, "value"))));
        return headers;
    }

    private static String text(JsonNode json, String key) {
        return json.required(key).stringValue();
    }
}
