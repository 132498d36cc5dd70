package io.regcontract.simulator.control.journal.json;

import io.regcontract.simulator.control.journal.ActiveDrill;
import io.regcontract.simulator.control.journal.Bound;
import io.regcontract.simulator.control.journal.CallFailure;
import io.regcontract.simulator.control.journal.CallFault;
import io.regcontract.simulator.control.journal.CalledOperation;
import io.regcontract.simulator.control.journal.Cause;
import io.regcontract.simulator.control.journal.JournalCall;
import io.regcontract.simulator.control.journal.JournalContent;
import io.regcontract.simulator.control.journal.JournalMark;
import io.regcontract.simulator.control.journal.MetError;
import io.regcontract.simulator.control.journal.NamedId;
import io.regcontract.simulator.control.journal.Reaction;
import io.regcontract.simulator.control.journal.SearchPage;
import io.regcontract.simulator.control.journal.Verdict;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Function;
import tools.jackson.databind.JsonNode;

/** Reads journals from JSON. */
public final class JournalReader {

    private JournalReader() {}

    /**
     * A journal.
     *
     * @throws RuntimeException when the JSON is no journal
     */
    public static JournalContent content(JsonNode json) {
        return new JournalContent(
                json.path("application").stringValue(),
                all(json, "operations", JournalReader::operation),
                all(json, "errors", JournalReader::error),
                all(json, "calls", JournalReader::call),
                all(json, "marks", JournalReader::mark),
                json.path("last").longValue(),
                json.path("more").booleanValue(),
                json.path("forgotten").longValue());
    }

    /**
     * A call.
     *
     * @throws RuntimeException when the JSON is no call
     */
    public static JournalCall call(JsonNode json) {
        return new JournalCall(
                json.path("sequence").longValue(),
                time(json, "time"),
                json.path("begunNanos").longValue(),
                json.path("tookNanos").longValue(),
                json.path("operation").stringValue(),
                text(json, "clientId"),
                json.path("writes").booleanValue(),
                one(json, "failure", JournalReader::failure),
                one(
                        json,
                        "fault",
                        fault -> new CallFault(
                                fault.path("name").stringValue(),
                                fault.path("performed").booleanValue())),
                all(json, "failedElements", JsonNode::intValue),
                all(json, "drills", JournalReader::drill),
                all(
                        json,
                        "ids",
                        id -> new NamedId(
                                id.path("parameter").stringValue(),
                                id.path("value").stringValue(),
                                id.path("isNothing").booleanValue())),
                all(
                        json,
                        "bounds",
                        bound -> new Bound(
                                bound.path("attribute").stringValue(),
                                bound.path("comparison").stringValue(),
                                bound.path("value").stringValue())),
                one(json, "page", JournalReader::page),
                Long.parseUnsignedLong(json.path("fingerprint").stringValue(), 16),
                json.path("repeated").longValue(),
                json.path("repeatedUntilNanos").longValue());
    }

    /**
     * A mark.
     *
     * @throws RuntimeException when the JSON is no mark
     */
    public static JournalMark mark(JsonNode json) {
        return new JournalMark(
                json.path("sequence").longValue(),
                time(json, "time"),
                json.path("begunNanos").longValue(),
                JournalMark.Kind.valueOf(json.path("kind").stringValue().toUpperCase(Locale.ROOT)),
                json.path("name").stringValue(),
                one(json, "drill", JournalReader::drill));
    }

    /**
     * What callers did after errors.
     *
     * @throws RuntimeException when the JSON is none of that
     */
    public static List<Reaction> reactions(JsonNode json) {
        return all(json, "reactions", JournalReader::reaction);
    }

    private static Reaction reaction(JsonNode json) {
        return new Reaction(
                json.path("rule").stringValue(),
                Verdict.valueOf(json.path("verdict")
                        .stringValue()
                        .toUpperCase(Locale.ROOT)
                        .replace('-', '_')),
                json.path("sentence").stringValue(),
                whole(json, "code"),
                all(
                        json,
                        "calls",
                        call -> new Reaction.Evidence(
                                call.path("sequence").longValue(),
                                time(call, "time"),
                                call.path("operation").stringValue(),
                                whole(call, "code"))));
    }

    private static CalledOperation operation(JsonNode json) {
        return new CalledOperation(
                json.path("operation").stringValue(),
                text(json, "clientId"),
                json.path("calls").longValue(),
                json.path("failures").longValue());
    }

    private static MetError error(JsonNode json) {
        var causes = json.path("causes");
        return new MetError(
                json.path("operation").stringValue(),
                text(json, "clientId"),
                json.path("code").intValue(),
                json.path("error").stringValue(),
                json.path("times").longValue(),
                time(json, "first"),
                time(json, "last"),
                text(json, "requestToken"),
                causes.path("drill").longValue(),
                causes.path("world").longValue(),
                causes.path("caller").longValue());
    }

    private static CallFailure failure(JsonNode json) {
        return new CallFailure(
                json.path("code").intValue(),
                json.path("error").stringValue(),
                json.path("requestToken").stringValue(),
                Cause.valueOf(json.path("cause").stringValue().toUpperCase(Locale.ROOT)));
    }

    private static ActiveDrill drill(JsonNode json) {
        return new ActiveDrill(json.path("id").stringValue(), json.path("name").stringValue(), whole(json, "code"));
    }

    private static SearchPage page(JsonNode json) {
        return new SearchPage(
                whole(json, "maxResults"),
                json.path("firstResult").longValue(),
                whole(json, "results"),
                text(json, "reached").map(Instant::parse));
    }

    private static <T> List<T> all(JsonNode json, String key, Function<JsonNode, T> read) {
        return json.path(key).values().stream().map(read).toList();
    }

    private static <T> Optional<T> one(JsonNode json, String key, Function<JsonNode, T> read) {
        return json.hasNonNull(key) ? Optional.of(read.apply(json.path(key))) : Optional.empty();
    }

    private static Optional<String> text(JsonNode json, String key) {
        return json.path(key).stringValueOpt();
    }

    private static OptionalInt whole(JsonNode json, String key) {
        return json.hasNonNull(key) ? OptionalInt.of(json.path(key).intValue()) : OptionalInt.empty();
    }

    private static Instant time(JsonNode json, String key) {
        return Instant.parse(json.path(key).stringValue());
    }
}
