package io.regcontract.report.traffic;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import tools.jackson.databind.JsonNode;

/**
 * What traffic was judged.
 *
 * @param files where it came from
 * @param from when the first judged exchange took place, where any says so, UTC
 * @param to when the last did, UTC
 * @param exchanges all that were read
 * @param foreign those that do not belong to the API
 * @param unjudged those of the API that could not be judged
 * @param operations what was called
 * @param remarks what requests show, and no answer of a code
 * @param incomplete what was to be judged and was not, a sentence each
 * @param bodies whether the data of people are kept
 */
public record Traffic(
        List<Source> files,
        Optional<Instant> from,
        Optional<Instant> to,
        long exchanges,
        long foreign,
        List<Unjudged> unjudged,
        List<Called> operations,
        List<Remark> remarks,
        List<String> incomplete,
        boolean bodies) {

    private static final int MOST_NAMES = 3;

    public Traffic {
        files = List.copyOf(files);
        unjudged = List.copyOf(unjudged);
        operations = List.copyOf(operations);
        remarks = List.copyOf(remarks);
        incomplete = List.copyOf(incomplete);
    }

    /**
     * A file, or where traffic passed.
     *
     * @param flaw what is wrong with it
     */
    public record Source(
            String name,
            long exchanges,
            long judged,
            Optional<Instant> from,
            Optional<Instant> to,
            Optional<String> flaw) {}

    /** Exchanges that could not be judged for one reason, and where the first stands. */
    public record Unjudged(String reason, long count, String first) {}

    /** An operation that was called. */
    public record Called(String path, long calls, long successes, long failures) {}

    /** What requests to an operation show, and where the first stands. */
    public record Remark(String operation, String rule, String sentence, long count, String first) {}

    /** Reads a line that keeps the format of the record. */
    public static Traffic of(JsonNode json) {
        return new Traffic(
                each(
                        json,
                        "files",
                        file -> new Source(
                                text(file, "name"),
                                number(file, "exchanges"),
                                number(file, "judged"),
                                instant(file, "from"),
                                instant(file, "to"),
                                file.has("flaw") ? Optional.of(text(file, "flaw")) : Optional.empty())),
                instant(json, "from"),
                instant(json, "to"),
                number(json, "exchanges"),
                number(json, "foreign"),
                each(
                        json,
                        "unjudged",
                        one -> new Unjudged(text(one, "reason"), number(one, "count"), text(one, "first"))),
                each(
                        json,
                        "operations",
                        one -> new Called(
                                text(one, "path"),
                                number(one, "calls"),
                                number(one, "successes"),
                                number(one, "failures"))),
                each(
                        json,
                        "remarks",
                        one -> new Remark(
                                text(one, "operation"),
                                text(one, "rule"),
                                text(one, "sentence"),
                                number(one, "count"),
                                text(one, "first"))),
                each(json, "incomplete", JsonNode::stringValue),
                json.required("bodies").booleanValue());
    }

    /** Exchanges of the API that were judged, successes too. */
    public long judged() {
        return successes() + failures();
    }

    /** Exchanges of the API that could not be judged. */
    public long unjudgedCount() {
        return unjudged.stream().mapToLong(Unjudged::count).sum();
    }

    /** Calls that succeeded. */
    public long successes() {
        return operations.stream().mapToLong(Called::successes).sum();
    }

    /** Calls that were answered with an error. */
    public long failures() {
        return operations.stream().mapToLong(Called::failures).sum();
    }

    /** The files by name: {@code shop.har, monday.ndjson and 4 more}. */
    public String sources() {
        var named = files.stream().limit(MOST_NAMES).map(Source::name).toList();
        var more = files.size() - named.size();
        if (more > 0) {
            return String.join(", ", named) + " and " + more + " more";
        }
        return named.size() == 1
                ? named.get(0)
                : String.join(", ", named.subList(0, named.size() - 1)) + " and " + named.get(named.size() - 1);
    }

    /** From when to when: {@code from 2026-11-20T08:00:00Z to 2026-11-20T09:00:00Z}. */
    public String span() {
        if (from.isEmpty() || to.isEmpty()) {
            return "at times that it does not tell";
        }
        return from.get().equals(to.get()) ? "at " + from.get() : "from " + from.get() + " to " + to.get();
    }

    /** What it is, in one sentence. */
    public String sentence() {
        // Nothing judged is at no time at all.
        return "Recorded traffic of " + sources() + (judged() == 0 ? "" : ", " + span()) + ": " + exchanges
                + (exchanges == 1 ? " exchange, " : " exchanges, ") + judged() + " judged, " + foreign
                + " foreign to the API.";
    }

    static Optional<Instant> instant(JsonNode json, String key) {
        return json.path(key).isString() ? Optional.of(Instant.parse(text(json, key))) : Optional.empty();
    }

    private static <T> List<T> each(JsonNode json, String key, Function<JsonNode, T> read) {
        var all = new ArrayList<T>();
        json.required(key).forEach(one -> all.add(read.apply(one)));
        return all;
    }

    private static String text(JsonNode json, String key) {
        return json.required(key).stringValue();
    }

    private static long number(JsonNode json, String key) {
        return json.required(key).longValue();
    }
}
