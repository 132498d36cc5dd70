package io.regcontract.report;

import io.regcontract.contract.Contract;
import io.regcontract.contract.model.DocumentedError;
import io.regcontract.report.record.RecordCriteria;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Builds the record of a small run: one requirement for each documented code, all of them proven in a simulator. A test then
 * changes the one thing it is about.
 */
public final class RecordBuilder {

    public static final String RUN = "20261122T134500123Z";

    /** The attempt that began the record. */
    public static final String ATTEMPT = "attempt-1";

    /** The moment at which tests judge, shortly after the record was made. */
    public static final Instant NOW = Instant.parse("2026-11-22T14:00:00Z");

    /** What tests demand of a record: that it is of that day. Its catalogue is one of these small requirements. */
    public static final RecordCriteria DEMANDS = RecordCriteria.at(NOW).ofAnyCatalogue();

    private static final String UNSAID = "{}";

    private final Contract contract = Contract.load();
    private final ObjectNode header = header();
    private final ObjectNode footer = object().put("type", "footer").put("runId", RUN);
    private final Map<String, ObjectNode> observations = new LinkedHashMap<>();
    private final List<ObjectNode> more = new ArrayList<>();
    private UnaryOperator<String> text = UnaryOperator.identity();
    private String runId = RUN;
    private String file = "observations-simulator-1of1.jsonl";

    public RecordBuilder() {
        contract.errors().forEach(error -> observations.put(id(error.code().code()), observation(error)));
        observations.keySet().forEach(header.withArray("/catalogue")::add);
        footer.put("observations", observations.size()).put("finishedAt", "2026-11-22T13:45:09Z");
    }

    /** The one requirement that the record has for a code. */
    public static String id(int code) {
        return "REG-" + code + ".some-operation.some-case";
    }

    /** Changes the observation of one code. */
    public RecordBuilder of(int code, Consumer<ObjectNode> change) {
        change.accept(observations.get(id(code)));
        return this;
    }

    /** Changes the observation that was added last. */
    public RecordBuilder last(Consumer<ObjectNode> change) {
        observations.values().stream().reduce((first, second) -> second).ifPresent(change);
        return this;
    }

    public RecordBuilder header(Consumer<ObjectNode> change) {
        change.accept(header);
        return this;
    }

    public RecordBuilder environment(Consumer<ObjectNode> change) {
        change.accept((ObjectNode) header.get("environment"));
        return this;
    }

    public RecordBuilder footer(Consumer<ObjectNode> change) {
        change.accept(footer);
        return this;
    }

    /** Another requirement of a code, observed as proven. */
    public RecordBuilder withRequirement(int code, String slug) {
        return withRequirement(code, "some-operation", "/some.operation", slug);
    }

    /** Another requirement of a code at an operation, observed as proven. */
    public RecordBuilder withRequirement(int code, String name, String path, String slug) {
        var id = "REG-" + code + "." + name + "." + slug;
        var observation = observation(contract.find(code).orElseThrow());
        requirement(observation).put("id", id).put("case", slug).put("operation", path);
        // A token is one answer's alone.
        observation.put("requestToken", "%08x".formatted(id.hashCode()) + "abcde" + code);
        observations.put(id, observation);
        header.withArray("/catalogue").add(id);
        return counted();
    }

    /**
     * Makes it the record of a replacement that implements /entity alone: the codes given have their requirement there, all
     * others are out of scope.
     */
    public RecordBuilder replacement(Integer... codes) {
        var inScope = List.of(codes);
        environment(here -> here.put("name", "replacement")
                .put("kind", "replacement")
                .putArray("operations")
                .add("/entity"));
        header.withArray("/catalogue").removeAll();
        contract.errors().forEach(error -> {
            int code = error.code().code();
            if (inScope.contains(code)) {
                var id = "REG-" + code + ".entity.some-case";
                requirement(observations.get(id(code))).put("id", id).put("operation", "/entity");
                header.withArray("/catalogue").add(id);
            } else {
                ending("out-of-scope", "the replacement does not implement /some.operation")
                        .accept(observations.get(id(code)));
                header.withArray("/catalogue").add(id(code));
            }
        });
        return file("observations-replacement-1of1.jsonl");
    }

    /** Takes the observation of a code away; the catalogue still has it. */
    public RecordBuilder withoutObservation(int code) {
        observations.remove(id(code));
        return counted();
    }

    public RecordBuilder withoutObservations() {
        observations.clear();
        return counted();
    }

    /** A line more, before the footer. */
    public RecordBuilder with(ObjectNode line) {
        more.add(line);
        return this;
    }

    /** The observation of a code a second time, which the footer counts as well. */
    public RecordBuilder twice(int code) {
        more.add(observations.get(id(code)).deepCopy());
        return footer(
                footer -> footer.put("observations", footer.get("observations").intValue() + 1));
    }

    public RecordBuilder refused(int exitCode, String message, String remedy) {
        return with(object().put("type", "refusal")
                .put("exitCode", exitCode)
                .put("message", message)
                .put("remedy", remedy));
    }

    /** Changes the finished text of the file. */
    public RecordBuilder text(UnaryOperator<String> change) {
        text = change;
        return this;
    }

    /** Makes it the record of another run. */
    public RecordBuilder runId(String id) {
        runId = id;
        return header(header -> header.put("runId", id)).footer(footer -> footer.put("runId", id));
    }

    public RecordBuilder file(String name) {
        file = name;
        return this;
    }

    /** Writes the record where the run's record belongs, and gives back the directory of all records. */
    public Path writeTo(Path records) {
        try {
            var run = Files.createDirectories(records.resolve(runId));
            Files.writeString(run.resolve(file), text.apply(text()));
            return records;
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }

    private String text() {
        var lines = new StringBuilder().append(header).append('\n');
        observations.values().forEach(line -> lines.append(answering(line)).append('\n'));
        more.stream().map(RecordBuilder::answering).forEach(line -> lines.append(line)
                .append('\n'));
        return lines.append(footer).append('\n').toString();
    }

    /** The observation with what it says was answered in the exchange that shows it, unless a test has put an answer there. */
    private static ObjectNode answering(ObjectNode line) {
        var shown = line.deepCopy();
        for (var exchange : shown.path("exchanges")) {
            if (exchange.path("role").asString("").equals("drive")
                    && exchange.path("response").path("body").asString("").equals(UNSAID)) {
                var body = object();
                for (var field : List.of("answeredCode code", "answeredError error", "requestToken request_token")) {
                    var names = field.split(" ", -1);
                    Optional.ofNullable(shown.get(names[0])).ifPresent(value -> body.set(names[1], value));
                }
                ((ObjectNode) exchange.get("response")).put("body", body.toString());
            }
        }
        return shown;
    }

    private RecordBuilder counted() {
        return footer(footer -> footer.put("observations", observations.size()));
    }

    private static ObjectNode header() {
        var header = object().put("type", "header")
                .put("format", "regcontract/observation/2")
                .put("runId", RUN)
                .put("attempt", ATTEMPT)
                .put("contract", Contract.load().digest())
                .put("startedAt", "2026-11-22T13:45:00.123Z")
                .put("seed", 123);
        var environment = header.putObject("environment")
                .put("name", "simulator")
                .put("kind", "simulator")
                .put("dialect", "documented")
                .put("baseAddress", "http://127.0.0.1:4711");
        environment.putArray("capabilities").add("TIME_TRAVEL");
        environment.putArray("acceptedErrata");
        environment.putArray("acceptedReadings");
        environment.putArray("expectedNotDrivable");
        header.putObject("shard").put("index", 1).put("total", 1);
        header.putArray("catalogue");
        header.putObject("selection").put("complete", true).put("description", "all");
        header.putObject("tool").put("version", "0.1.0").put("java", "17.0.15");
        return header;
    }

    private static ObjectNode observation(DocumentedError error) {
        int code = error.code().code();
        var observation = object().put("type", "observation");
        observation
                .putObject("requirement")
                .put("id", id(code))
                .put("code", code)
                .put("error", error.name())
                .put("operation", "/some.operation")
                .put("case", "some-case")
                .put("condition", "the condition of " + code + " holds")
                .put("category", error.category());
        observation
                .put("outcome", "observed")
                .put("answeredCode", code)
                .put("answeredError", error.name())
                .put("requestToken", "abcdefgh12345" + code)
                .put("startedAt", "2026-11-22T13:45:01Z")
                .put("millis", 12.5);
        var checks = observation.putArray("checks");
        Contract.load().promises().forEach(promise -> {
            var applies = promise.appliesTo(false, false);
            checks.addObject()
                    .put("id", promise.id())
                    .put("weight", promise.weight().name().toLowerCase(Locale.ROOT))
                    .put("result", applies ? "holds" : "not-applicable");
        });
        var exchanges = observation.putArray("exchanges");
        exchange(exchanges.addObject(), "drive", UNSAID);
        exchange(exchanges.addObject(), "twin", "{\"stat\":\"ok\"}");
        return observation;
    }

    private static void exchange(ObjectNode exchange, String role, String body) {
        exchange.put("role", role)
                .put("at", "2026-11-22T13:45:01Z")
                .put("millis", 3.2)
                .put("curl", "curl http://127.0.0.1:4711/some.operation");
        exchange.putObject("request")
                .put("method", "POST")
                .put("url", "http://127.0.0.1:4711/some.operation")
                .put("body", "")
                .putArray("headers");
        exchange.putObject("response").put("status", 200).put("body", body).putArray("headers");
    }

    /** The check of an observation, to be changed; made when it is not there. */
    public static ObjectNode check(ObjectNode observation, String id) {
        for (var check : observation.get("checks")) {
            if (check.get("id").stringValue().equals(id)) {
                return (ObjectNode) check;
            }
        }
        return observation
                .withArray("/checks")
                .addObject()
                .put("id", id)
                .put("weight", "must")
                .put("result", "holds");
    }

    /** Lets a check fail. */
    public static Consumer<ObjectNode> failing(String id, String expected, String actual) {
        return observation -> check(observation, id)
                .put("result", "fails")
                .put("expected", expected)
                .put("actual", actual);
    }

    /** Lets a check fail and hold all the same, by an erratum or a reading. */
    public static Consumer<ObjectNode> heldBy(String id, String accepted) {
        return failing(id, "as documented", "as recorded")
                .andThen(observation ->
                        check(observation, id).putArray("relaxedBy").add(accepted));
    }

    /** Lets another code of the family come back, and the checks fail that then must. */
    public static Consumer<ObjectNode> answering(int code, String error) {
        return observation -> {
            var requirement = requirement(observation);
            observation.put("answeredCode", code).put("answeredError", error);
            failing("body.code", requirement.get("code").toString(), String.valueOf(code))
                    .andThen(failing("body.error", requirement.get("error").stringValue(), error))
                    .accept(observation);
        };
    }

    /** Lets the attempt end without an answer that could be judged. */
    public static Consumer<ObjectNode> ending(String outcome, String reason) {
        return observation -> {
            observation.put("outcome", outcome).put("reason", reason);
            observation.remove(List.of("answeredCode", "answeredError", "requestToken"));
            observation.putArray("checks");
        };
    }

    private static ObjectNode requirement(ObjectNode observation) {
        return (ObjectNode) observation.get("requirement");
    }

    private static ObjectNode object() {
        return JsonNodeFactory.instance.objectNode();
    }
}
