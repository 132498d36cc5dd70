package io.regcontract.report.history;

import io.regcontract.contract.input.ReadableFile;
import io.regcontract.report.judge.Decision;
import io.regcontract.report.judge.Verdict;
import io.regcontract.report.judge.VerdictCounts;
import io.regcontract.report.record.RunRecord;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.TreeMap;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * How the runs of one environment came out, one line each, by run id. It feeds the trend and nothing else: a line
 * that cannot be read is left out. Each environment has a file of its own, so that two never mix.
 */
public final class RunHistory {

    private static final int MOST_RUNS = 200;
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final TreeMap<String, RunSummary> runs = new TreeMap<>();
    private final Path file;

    private RunHistory(Path file) {
        this.file = file;
    }

    /** The history of an environment; empty when there is none yet. */
    public static RunHistory of(Path directory, String environment) {
        // An environment's name comes from a record: it must not lead out of the directory.
        var history = new RunHistory(directory.resolve(environment.replaceAll("[^A-Za-z0-9_-]", "_") + ".jsonl"));
        try {
            Files.readAllLines(ReadableFile.of(history.file)).forEach(history::read);
        } catch (IOException none) {
            return history;
        }
        return history;
    }

    /** The latest runs before one, oldest first. */
    public List<RunSummary> before(String runId, int most) {
        var earlier = List.copyOf(runs.headMap(runId).values());
        return earlier.subList(Math.max(0, earlier.size() - most), earlier.size());
    }

    /** How a judged run came out. */
    public static RunSummary passed(RunRecord run, Decision decision) {
        return new RunSummary(
                decision.runId(),
                run.header().map(header -> header.startedAt().toString()).orElse(""),
                decision.outcome().word(),
                decision.codeCounts(),
                decision.requirementCounts());
    }

    /** Adds a run, or replaces what was known of it, and writes the file. */
    public void add(RunSummary passed) throws IOException {
        runs.put(passed.runId(), passed);
        while (runs.size() > MOST_RUNS) {
            runs.pollFirstEntry();
        }
        Files.createDirectories(file.toAbsolutePath().getParent());
        var draft = file.resolveSibling(file.getFileName() + ".tmp");
        Files.write(draft, runs.values().stream().map(RunHistory::line).toList());
        Files.move(draft, file, StandardCopyOption.REPLACE_EXISTING);
    }

    private static String line(RunSummary passed) {
        var json = JsonNodeFactory.instance
                .objectNode()
                .put("format", "regcontract/history/1")
                .put("runId", passed.runId())
                .put("startedAt", passed.startedAt())
                .put("verdict", passed.outcome());
        json.set("codes", counts(passed.codes()));
        json.set("requirements", counts(passed.requirements()));
        return json.toString();
    }

    private static ObjectNode counts(VerdictCounts counts) {
        var json = JsonNodeFactory.instance.objectNode();
        for (var verdict : counts.verdicts()) {
            json.put(verdict.word(), counts.of(verdict));
        }
        return json;
    }

    private void read(String line) {
        try {
            var json = JSON.readTree(line);
            var passed = new RunSummary(
                    json.required("runId").stringValue(),
                    json.required("startedAt").stringValue(),
                    json.required("verdict").stringValue(),
                    counts(json.required("codes")),
                    counts(json.required("requirements")));
            runs.put(passed.runId(), passed);
        } catch (JacksonException notALine) {
            return;
        }
    }

    private static VerdictCounts counts(JsonNode json) {
        var each = new EnumMap<Verdict, Integer>(Verdict.class);
        for (var verdict : Verdict.all(json.has(Verdict.NEVER_SEEN.word()))) {
            each.put(verdict, json.path(verdict.word()).asInt(0));
        }
        return new VerdictCounts(sum(each.values()), each);
    }

    private static int sum(Collection<Integer> numbers) {
        return numbers.stream().mapToInt(Integer::intValue).sum();
    }
}
