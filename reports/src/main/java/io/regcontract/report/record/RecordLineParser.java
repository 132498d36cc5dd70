package io.regcontract.report.record;

import io.regcontract.contract.model.OperationScope;
import io.regcontract.contract.validation.FileFormats;
import io.regcontract.report.traffic.Traffic;
import io.regcontract.report.traffic.TrafficAnswers;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeSet;
import java.util.regex.Pattern;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** One line of a record as an object: first strict JSON, then the format, then the meaning. */
final class RecordLineParser {

    private static final String FORMAT = "observation";
    private static final String CURRENT = "regcontract/observation/2";
    private static final Pattern VERSION = Pattern.compile("regcontract/observation/[0-9]{1,4}");
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private RecordLineParser() {}

    /** What a line says. */
    sealed interface Line {}

    record HeaderLine(RecordHeader header) implements Line {}

    record ObservationLine(Observation observation) implements Line {}

    record TrafficLine(Traffic traffic) implements Line {}

    record RefusalLine(RunRefusal refusal) implements Line {}

    /** @param leftovers what the run made and could not remove, each with the reason */
    record FooterLine(String runId, int observations, Instant finishedAt, List<String> leftovers) implements Line {}

    /** @param cutOff whether it is not JSON at all, as the last line of a killed run is */
    record Malformed(String message, boolean cutOff) implements Line {}

    /** The line as JSON, strictly. */
    static JsonNode json(String text) {
        return JSON.readTree(text);
    }

    /** A line that was read before as JSON again. */
    static JsonNode json(byte[] utf8) {
        return JSON.readTree(utf8);
    }

    static Line parse(BoundedLineReader.Line line, RecordLocation place) {
        JsonNode json;
        try {
            json = json(line.text());
        } catch (JacksonException notJson) {
            return new Malformed("this line is not JSON", true);
        } catch (BoundedLineReader.UnreadableLineException notText) {
            return new Malformed(String.valueOf(notText.getMessage()), false);
        }
        var findings = FileFormats.validate(FORMAT, json);
        if (!findings.isEmpty()) {
            return ofAnotherVersion(json).orElseGet(() -> broken(findings.get(0).message()));
        }
        try {
            return meant(json, place, line);
        } catch (DateTimeParseException noDay) {
            return broken(noDay.getParsedString() + " is not in the calendar");
        }
    }

    private static Line meant(JsonNode json, RecordLocation place, BoundedLineReader.Line line) {
        return switch (text(json, "type")) {
            case "header" -> new HeaderLine(header(json));
            case "observation" -> new ObservationLine(observation(json, place, line));
            case "traffic" -> new TrafficLine(Traffic.of(json));
            case "refusal" ->
                new RefusalLine(new RunRefusal(
                        json.required("exitCode").intValue() == 2, text(json, "message"), text(json, "remedy")));
            default ->
                new FooterLine(
                        text(json, "runId"),
                        json.required("observations").intValue(),
                        Instant.parse(text(json, "finishedAt")),
                        json.path("leftovers")
                                .valueStream()
                                .map(left -> text(left, "what") + " (" + text(left, "why") + ")")
                                .toList());
        };
    }

    /** A record of another version of the format has nothing wrong that its writer could mend. */
    private static Optional<Line> ofAnotherVersion(JsonNode json) {
        var format = json.path("format").asString("");
        return VERSION.matcher(format).matches() && !format.equals(CURRENT)
                ? Optional.of(new Malformed(
                        "the record is of the format " + format + ", and this version judges " + CURRENT
                                + " only: drive the run again, or judge it with the version that drove it",
                        false))
                : Optional.empty();
    }

    private static Malformed broken(String how) {
        return new Malformed("this line breaks the format: " + how, false);
    }

    private static RecordHeader header(JsonNode json) {
        var shard = json.required("shard");
        var selection = json.required("selection");
        return new RecordHeader(
                text(json, "runId"),
                text(json, "attempt"),
                text(json, "contract"),
                Instant.parse(text(json, "startedAt")),
                text(json.required("tool"), "version"),
                text(json.required("tool"), "java"),
                environment(json.required("environment")),
                shard.required("index").intValue(),
                shard.required("total").intValue(),
                Collections.unmodifiableSortedSet(new TreeSet<>(texts(json, "catalogue"))),
                selection.required("complete").booleanValue(),
                text(selection, "description"),
                json.path("seed").asLong(0));
    }

    private static RecordHeader.Environment environment(JsonNode json) {
        var accepted = new HashSet<>(texts(json, "acceptedErrata"));
        accepted.addAll(texts(json, "acceptedReadings"));
        var notDrivable = new LinkedHashMap<Integer, String>();
        for (JsonNode expected : json.required("expectedNotDrivable")) {
            notDrivable.put(expected.required("code").intValue(), text(expected, "reason"));
        }
        var lacking = new LinkedHashMap<String, String>();
        for (JsonNode expected : json.path("expectedLacking")) {
            lacking.put(text(expected, "capability"), text(expected, "reason"));
        }
        return new RecordHeader.Environment(
                text(json, "name"),
                text(json, "kind"),
                text(json, "dialect"),
                text(json, "baseAddress"),
                OperationScope.of(json.has("operations") ? texts(json, "operations") : List.of()),
                accepted,
                notDrivable,
                lacking);
    }

    private static Observation observation(JsonNode json, RecordLocation place, BoundedLineReader.Line line) {
        var requirement = requirement(json.required("requirement"));
        var checks = new ArrayList<Check>();
        for (JsonNode check : json.required("checks")) {
            checks.add(check(check));
        }
        var outcome = Observation.Outcome.valueOf(constant(text(json, "outcome")));
        return new Observation(
                requirement,
                outcome,
                json.path("reason").asString(""),
                optional(json, "missingCapability"),
                code(json.path("answeredCode")),
                optional(json, "answeredError"),
                optional(json, "requestToken"),
                checks,
                json.path("earlierAttempts").size(),
                Instant.parse(text(json, "startedAt")),
                json.required("millis").doubleValue(),
                TrafficAnswers.of(json.path("answers")),
                outcome == Observation.Outcome.OBSERVED ? doubt(json, requirement, checks) : Optional.empty(),
                place,
                line.offset(),
                line.length());
    }

    private static Requirement requirement(JsonNode json) {
        var alsoHolding = new ArrayList<Integer>();
        json.path("alsoHolding").forEach(code -> alsoHolding.add(code.intValue()));
        return new Requirement(
                text(json, "id"),
                json.required("code").intValue(),
                text(json, "operation"),
                text(json, "condition"),
                optional(json, "reading"),
                texts(json, "errata"),
                alsoHolding,
                optional(json, "element"));
    }

    private static Optional<String> doubt(JsonNode json, Requirement requirement, List<Check> checks) {
        var answered = code(json.path("answeredCode"));
        return json.has("answers")
                ? SampleProof.doubt(json, requirement, answered, checks)
                : proof(json).doubt(requirement, answered, checks);
    }

    private static ObservationProof proof(JsonNode json) {
        var proof = new ObservationProof();
        for (JsonNode exchange : json.required("exchanges")) {
            var response = exchange.path("response");
            if (response.isObject()) {
                proof.answer(
                        text(exchange, "role"),
                        text(response, "body"),
                        response.path("truncated").booleanValue(false));
            }
        }
        return proof;
    }

    private static Check check(JsonNode json) {
        return new Check(
                text(json, "id"),
                Check.Weight.valueOf(constant(text(json, "weight"))),
                Check.Result.valueOf(constant(text(json, "result"))),
                json.path("expected").asString(""),
                json.path("actual").asString(""),
                json.path("reason").asString(""),
                texts(json, "relaxedBy"),
                json.has("proposal") ? Optional.of(proposal(json.path("proposal"))) : Optional.empty());
    }

    private static SchemaProposal proposal(JsonNode json) {
        return new SchemaProposal(text(json, "file"), text(json, "pointer"), text(json, "schema"));
    }

    /** A code beyond an int is some number, but no code: nothing that could be a relative of the expected one. */
    static OptionalInt code(JsonNode value) {
        return value.isIntegralNumber() && value.canConvertToInt()
                ? OptionalInt.of(value.intValue())
                : OptionalInt.empty();
    }

    private static String constant(String word) {
        return word.toUpperCase(Locale.ROOT).replace('-', '_');
    }

    private static String text(JsonNode json, String key) {
        return json.required(key).stringValue();
    }

    private static Optional<String> optional(JsonNode json, String key) {
        return json.path(key).isString() ? Optional.of(text(json, key)) : Optional.empty();
    }

    private static List<String> texts(JsonNode json, String key) {
        var texts = new ArrayList<String>();
        json.path(key).forEach(item -> texts.add(item.stringValue()));
        return texts;
    }
}
