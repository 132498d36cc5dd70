package io.regcontract.report.benchmark;

import io.regcontract.contract.Contract;
import io.regcontract.contract.model.DocumentedError;
import io.regcontract.report.RecordBuilder;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * The gate, as people start it ({@code distribution/bin/regcontract gate}), over records of 1,000, 3,000 and 10,000
 * observations as the suite writes them. Prints a table for BENCHMARKS.md. Processor time is that of the whole process,
 * compilers and collector included.
 */
final class GateBenchmark {

    private static final int ROUNDS = 3;
    private static final int INCOMPLETE = 4;

    /** Shortly before the gate that reads it. */
    private final Instant begun = Instant.now().truncatedTo(ChronoUnit.MILLIS);

    private final Path script;
    private final Path policy;
    private final Path work;
    private final List<DocumentedError> errors = Contract.load().errors();

    private GateBenchmark(Path script, Path policy, Path work) {
        this.script = script;
        this.policy = policy;
        this.work = work;
    }

    /**
     * Measures.
     *
     * @param arguments the start script, the policy's directory, a directory to work in
     */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        new GateBenchmark(Path.of(arguments[0]), Path.of(arguments[1]), Path.of(arguments[2])).run();
    }

    private void run() throws IOException, InterruptedException {
        System.out.printf(
                Locale.ROOT,
                "Java %s, %d processors, median of %d rounds each, -Xmx800m%n%n",
                Runtime.version(),
                Runtime.getRuntime().availableProcessors(),
                ROUNDS);
        System.out.println("| observations | record | wall clock | processor time | most memory |");
        System.out.println("|---:|---:|---:|---:|---:|");
        for (int observations : new int[] {1_000, 3_000, 10_000}) {
            var records = work.resolve("records-" + observations);
            var file = write(records, observations);
            var wall = new double[ROUNDS];
            var processor = new double[ROUNDS];
            var memory = new double[ROUNDS];
            for (int round = 0; round < ROUNDS; round++) {
                gate(records, round, wall, processor, memory);
            }
            System.out.printf(
                    Locale.ROOT,
                    "| %,d | %d MB | %.1f s | %.1f s | %.0f MB |%n",
                    observations,
                    Files.size(file) / 1_000_000,
                    median(wall),
                    median(processor),
                    median(memory));
            Files.delete(file);
        }
    }

    private void gate(Path records, int round, double[] wall, double[] processor, double[] memory)
            throws IOException, InterruptedException {
        long start = System.nanoTime();
        var command = new ProcessBuilder(
                        script.toString(),
                        "gate",
                        "--records",
                        records.toString(),
                        "--run",
                        RecordBuilder.RUN,
                        "--policy",
                        policy.toString(),
                        "--history",
                        work.resolve("history").toString(),
                        "--out",
                        work.resolve("out").toString())
                .redirectErrorStream(true)
                .redirectOutput(work.resolve("gate.log").toFile());
        command.environment().put("JAVA_HOME", System.getProperty("java.home"));
        command.environment().put("REGCONTRACT_JVM", "-Xmx800m");
        var gate = command.start();
        while (!gate.waitFor(50, TimeUnit.MILLISECONDS)) {
            gate.toHandle()
                    .info()
                    .totalCpuDuration()
                    .ifPresent(time -> processor[round] = Math.max(processor[round], time.toMillis() / 1e3));
            memory[round] = Math.max(memory[round], mostMemory(gate.pid()));
        }
        wall[round] = (System.nanoTime() - start) / 1e9;
        // Requirements that are made up are no suite's catalogue: the gate reads, judges and writes them all, and says
        // so.
        if (gate.exitValue() != INCOMPLETE) {
            throw new IllegalStateException("The gate did not judge: see " + work.resolve("gate.log"));
        }
    }

    /** In MB, where the system says so; 0 elsewhere. */
    private static double mostMemory(long process) {
        try {
            return Files.readAllLines(Path.of("/proc/" + process + "/status")).stream()
                    .filter(line -> line.startsWith("VmHWM:"))
                    .mapToDouble(line -> Double.parseDouble(line.replaceAll("\\D", "")) / 1e3)
                    .findFirst()
                    .orElse(0);
        } catch (IOException ended) {
            return 0;
        }
    }

    private static double median(double[] figures) {
        var sorted = figures.clone();
        Arrays.sort(sorted);
        return sorted[sorted.length / 2];
    }

    private Path write(Path records, int observations) throws IOException {
        var run = Files.createDirectories(records.resolve(RecordBuilder.RUN));
        var file = run.resolve("observations-simulator-1of1.jsonl");
        try (BufferedWriter lines = Files.newBufferedWriter(file)) {
            lines.write(header(observations).toString());
            lines.write('\n');
            var templates = new ArrayList<String>();
            errors.forEach(error -> templates.add(observation(error).toString()));
            for (int index = 0; index < observations; index++) {
                lines.write(templates
                        .get(index % errors.size())
                        .replace("CASE", "case-" + index)
                        .replace("TOKEN", "%016x".formatted(index * 0x9E3779B97F4A7C15L)));
                lines.write('\n');
            }
            lines.write(object().put("type", "footer")
                    .put("runId", RecordBuilder.RUN)
                    .put("observations", observations)
                    .put("finishedAt", begun.plusSeconds(1).toString())
                    .toString());
            lines.write('\n');
        }
        return file;
    }

    private ObjectNode header(int observations) {
        var header = object().put("type", "header")
                .put("format", "regcontract/observation/2")
                .put("runId", RecordBuilder.RUN)
                .put("attempt", RecordBuilder.ATTEMPT)
                .put("contract", Contract.load().digest())
                .put("startedAt", begun.toString())
                .put("seed", 123);
        var environment = header.putObject("environment")
                .put("name", "simulator")
                .put("kind", "simulator")
                .put("dialect", "documented")
                .put("baseAddress", "embedded");
        List.of("capabilities", "acceptedErrata", "acceptedReadings", "expectedNotDrivable")
                .forEach(environment::putArray);
        header.putObject("shard").put("index", 1).put("total", 1);
        var catalogue = header.putArray("catalogue");
        IntStream.range(0, observations)
                .mapToObj(index -> id(errors.get(index % errors.size())).replace("CASE", "case-" + index))
                .sorted()
                .forEach(catalogue::add);
        header.putObject("selection").put("complete", true).put("description", "all");
        header.putObject("tool").put("version", "0.1.0").put("java", "17.0.15");
        return header;
    }

    private static String id(DocumentedError error) {
        return "REG-" + error.code().code() + ".entity-create.CASE";
    }

    /** Four exchanges and 25 checks, 7 KB: the average of a run over all operations. */
    private ObjectNode observation(DocumentedError error) {
        var observation = object().put("type", "observation");
        observation
                .putObject("requirement")
                .put("id", id(error))
                .put("code", error.code().code())
                .put("error", error.name())
                .put("operation", "/entity.create")
                .put("case", "CASE")
                .put("condition", "the condition of " + error.code().code() + " holds")
                .put("category", error.category());
        observation
                .put("outcome", "observed")
                .put("answeredCode", error.code().code())
                .put("answeredError", error.name())
                .put("requestToken", "TOKEN");
        var checks = observation.putArray("checks");
        Contract.load().promises().forEach(promise -> checks.addObject()
                .put("id", promise.id())
                .put("weight", promise.weight().name().toLowerCase(Locale.ROOT))
                .put("result", promise.appliesTo(false, false) ? "holds" : "not-applicable"));
        var exchanges = observation.putArray("exchanges");
        List.of("set-up", "set-up", "drive", "twin")
                .forEach(role ->
                        exchange(exchanges.addObject(), role, error.code().code()));
        return observation.put("startedAt", begun.toString()).put("millis", 12.345678);
    }

    private void exchange(ObjectNode exchange, String role, int code) {
        var attributes = "{\"userName\":\"rc20261122-CASE\",\"email\":\"rc20261122-CASE@example.com\",\"age\":42}";
        exchange.put("role", role).put("at", begun.toString()).put("millis", 3.456789);
        var request =
                exchange.putObject("request").put("method", "POST").put("url", "http://127.0.0.1:4711/entity.create");
        headers(
                request.putArray("headers"),
                "Authorization",
                "Basic ${CLIENT_SECRET_1_BASIC}",
                "X-Application-Id",
                "rc20261122-CASE");
        request.put("body", "type_name=rc20261122-CASE-user&attributes=" + attributes.repeat(2));
        var response = exchange.putObject("response").put("status", 200);
        headers(
                response.putArray("headers"),
                "Date",
                "Sun, 22 Nov 2026 13:45:01 GMT",
                "Content-type",
                "application/json",
                "Cache-control",
                "no-store");
        response.put(
                "body",
                "{\"code\":" + code
                        + ",\"error\":\"unique_violation\",\"error_description\":\"a value is taken\",\"request_token\":\"TOKEN\",\"stat\":\"error\"}");
        exchange.put(
                "curl",
                "curl -sS -X POST 'http://127.0.0.1:4711/entity.create' \\\n  -u \"rc20261122:${CLIENT_SECRET_1}\" \\\n"
                        + "  --data-urlencode 'type_name=rc20261122-CASE-user' \\\n  --data-urlencode 'attributes="
                        + attributes.repeat(2) + "'");
    }

    private static void headers(ArrayNode headers, String... namesAndValues) {
        for (int index = 0; index < namesAndValues.length; index += 2) {
            headers.addObject().put("name", namesAndValues[index]).put("value", namesAndValues[index + 1]);
        }
    }

    private static ObjectNode object() {
        return JsonNodeFactory.instance.objectNode();
    }
}
