package io.regcontract.report;

import static io.regcontract.report.RecordBuilder.RUN;

import io.regcontract.contract.Contract;
import io.regcontract.contract.TrafficCatalogue;
import io.regcontract.contract.TrafficCatalogue.Pair;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Builds the record of recorded traffic in which three codes were witnessed at two operations. A test then changes the one
 * thing it is about.
 */
public final class TrafficRecord {

    public static final String FILE = "observations-shop-1of1.jsonl";

    private static final Contract CONTRACT = Contract.load();
    private static final TrafficCatalogue CATALOGUE = TrafficCatalogue.of(CONTRACT);

    private final ObjectNode header = header();
    private final ObjectNode traffic = traffic();
    private final ObjectNode footer = object().put("type", "footer").put("runId", RUN);
    private final Map<String, ObjectNode> observations = new LinkedHashMap<>();
    private UnaryOperator<String> text = UnaryOperator.identity();
    private boolean tellsTraffic = true;

    public TrafficRecord() {
        footer.put("finishedAt", "2026-11-22T13:45:09Z");
        witnessed(361, "/entity.create", 250)
                .witnessed(100, "/entity.create", 3)
                .witnessed(310, "/entity", 12);
    }

    /** The id of what was seen. */
    public static String id(int code, String operation) {
        return CATALOGUE.pair(code, operation).map(Pair::id).orElseThrow();
    }

    /** Answers of a code from an operation, in all of which the contract holds. */
    public TrafficRecord witnessed(int code, String operation, int answers) {
        observations.put(
                id(code, operation), observation(CATALOGUE.pair(code, operation).orElseThrow(), answers));
        var called = operation(operation);
        file().put("judged", file().get("judged").longValue() + answers);
        called.put("failures", called.get("failures").longValue() + answers)
                .put("calls", called.get("calls").longValue() + answers);
        return counted(answers);
    }

    /** Changes the observation of a code at an operation. */
    public TrafficRecord of(int code, String operation, Consumer<ObjectNode> change) {
        change.accept(observations.get(id(code, operation)));
        return this;
    }

    /** Lets a check fail in one answer, the one that the first sample shows. */
    public static Consumer<ObjectNode> contradicted(String check, String expected, String actual) {
        return RecordBuilder.failing(check, expected, actual).andThen(observation -> {
            ((ObjectNode) observation.get("answers")).put("contradicted", 1);
            RecordBuilder.check(observation, check)
                    .put(
                            "reason",
                            "1 of " + observation.get("answers").get("judged") + " answers, at shop.har, entry 12");
        });
    }

    public TrafficRecord header(Consumer<ObjectNode> change) {
        change.accept(header);
        return this;
    }

    public TrafficRecord environment(Consumer<ObjectNode> change) {
        change.accept((ObjectNode) header.get("environment"));
        return this;
    }

    public TrafficRecord traffic(Consumer<ObjectNode> change) {
        change.accept(traffic);
        return this;
    }

    /** Leaves out the line that says which traffic was judged. */
    public TrafficRecord withoutTraffic() {
        tellsTraffic = false;
        return this;
    }

    /** Takes all observations and calls away. */
    public TrafficRecord withoutCalls() {
        observations.clear();
        file().put("judged", 0L);
        traffic.putArray("operations");
        traffic.put("foreign", traffic.get("exchanges").longValue());
        return this;
    }

    /** Calls that succeeded, of an operation. */
    public TrafficRecord succeeded(String operation, int calls) {
        var called = operation(operation);
        file().put("judged", file().get("judged").longValue() + calls);
        called.put("successes", called.get("successes").longValue() + calls)
                .put("calls", called.get("calls").longValue() + calls);
        return counted(calls);
    }

    public TrafficRecord remark(String operation, String rule, String sentence) {
        traffic.withArray("/remarks")
                .addObject()
                .put("operation", operation)
                .put("rule", rule)
                .put("sentence", sentence)
                .put("count", 2)
                .put("first", "shop.har, entry 7");
        return this;
    }

    public TrafficRecord incomplete(String sentence) {
        traffic.withArray("/incomplete").add(sentence);
        return this;
    }

    public TrafficRecord unjudged(String reason, int count) {
        traffic.withArray("/unjudged")
                .addObject()
                .put("reason", reason)
                .put("count", count)
                .put("first", "shop.har, entry 9");
        return counted(count);
    }

    /** Changes the finished text of the file. */
    public TrafficRecord text(UnaryOperator<String> change) {
        text = change;
        return this;
    }

    /** Writes the record where the run's record belongs, and gives back the directory of all records. */
    public Path writeTo(Path records) {
        return writeTo(records, FILE);
    }

    /** The same under another name. */
    public Path writeTo(Path records, String file) {
        try {
            var run = Files.createDirectories(records.resolve(RUN));
            Files.writeString(run.resolve(file), text.apply(text()));
            return records;
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }

    private String text() {
        footer.put("observations", observations.size());
        var lines = new StringBuilder().append(header).append('\n');
        observations.values().forEach(line -> lines.append(line).append('\n'));
        if (tellsTraffic) {
            lines.append(traffic).append('\n');
        }
        return lines.append(footer).append('\n').toString();
    }

    private ObjectNode operation(String path) {
        for (var called : traffic.get("operations")) {
            if (called.get("path").stringValue().equals(path)) {
                return (ObjectNode) called;
            }
        }
        return traffic.withArray("/operations")
                .addObject()
                .put("path", path)
                .put("calls", 0L)
                .put("successes", 0L)
                .put("failures", 0L);
    }

    private TrafficRecord counted(int more) {
        traffic.put("exchanges", traffic.get("exchanges").longValue() + more);
        file().put("exchanges", file().get("exchanges").longValue() + more);
        return this;
    }

    private ObjectNode file() {
        return (ObjectNode) traffic.get("files").get(0);
    }

    private static ObjectNode header() {
        var header = object().put("type", "header")
                .put("format", "regcontract/observation/2")
                .put("runId", RUN)
                .put("attempt", RecordBuilder.ATTEMPT)
                .put("contract", CONTRACT.digest())
                .put("startedAt", "2026-11-22T13:45:00.123Z")
                .put("seed", 0);
        var environment = header.putObject("environment")
                .put("name", "shop")
                .put("kind", "traffic")
                .put("dialect", "documented")
                .put("baseAddress", "https://shop.example");
        environment.putArray("capabilities");
        environment.putArray("acceptedErrata");
        environment.putArray("acceptedReadings");
        environment.putArray("expectedNotDrivable");
        header.putObject("shard").put("index", 1).put("total", 1);
        CATALOGUE.ids().forEach(header.putArray("catalogue")::add);
        header.putObject("selection").put("complete", true).put("description", "recorded traffic");
        header.putObject("tool").put("version", "0.1.0").put("java", "17.0.15");
        return header;
    }

    private static ObjectNode traffic() {
        var traffic = object().put("type", "traffic")
                .put("from", "2026-11-20T08:00:00Z")
                .put("to", "2026-11-20T09:30:00Z")
                .put("exchanges", 40L)
                .put("foreign", 40L)
                .put("bodies", false);
        traffic.putArray("files")
                .addObject()
                .put("name", "shop.har")
                .put("exchanges", 40L)
                .put("judged", 0L)
                .put("from", "2026-11-20T08:00:00Z")
                .put("to", "2026-11-20T09:30:00Z");
        traffic.putArray("unjudged");
        traffic.putArray("operations");
        traffic.putArray("remarks");
        traffic.putArray("incomplete");
        return traffic;
    }

    private static ObjectNode observation(Pair pair, int answers) {
        var error = CONTRACT.find(pair.code()).orElseThrow();
        // A token is one answer's alone.
        var token = "%08x".formatted(pair.id().hashCode()) + "abcde" + pair.code();
        var observation = object().put("type", "observation");
        observation
                .putObject("requirement")
                .put("id", pair.id())
                .put("code", pair.code())
                .put("error", error.name())
                .put("operation", pair.operation())
                .put("case", pair.slug())
                .put("condition", pair.condition())
                .put("category", error.category());
        observation
                .put("outcome", "observed")
                .put("answeredCode", pair.code())
                .put("answeredError", error.name())
                .put("requestToken", token)
                .put("startedAt", "2026-11-20T08:00:00Z")
                .put("millis", 12.5)
                .putObject("answers")
                .put("judged", answers)
                .put("contradicted", 0)
                .put("first", "2026-11-20T08:00:00Z")
                .put("last", "2026-11-20T09:30:00Z");
        var checks = observation.putArray("checks");
        CONTRACT.trafficPromises().forEach(promise -> checks.addObject()
                .put("id", promise.id())
                .put("weight", promise.weight().name().toLowerCase(Locale.ROOT))
                .put("result", promise.appliesTo(false, false) ? "holds" : "not-applicable"));
        sample(
                observation.putArray("exchanges").addObject(),
                pair.operation(),
                "{\"stat\":\"error\",\"code\":" + pair.code() + ",\"error\":\"" + error.name()
                        + "\",\"request_token\":\"" + token + "\"}");
        return observation;
    }

    /** Fills in an exchange of traffic. */
    public static void sample(ObjectNode exchange, String operation, String body) {
        exchange.put("role", "drive")
                .put("at", "2026-11-20T08:00:00Z")
                .put("millis", 3.2)
                .put("curl", "curl https://shop.example" + operation);
        exchange.putObject("request")
                .put("method", "POST")
                .put("url", "https://shop.example" + operation + "?lang=en")
                .put("body", "type_name=user")
                .putArray("headers");
        exchange.putObject("response").put("status", 200).put("body", body).putArray("headers");
    }

    private static ObjectNode object() {
        return JsonNodeFactory.instance.objectNode();
    }
}
