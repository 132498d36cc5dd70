package io.regcontract.report.history;

import io.regcontract.contract.input.ReadableFile;
import io.regcontract.contract.validation.FileFormats;
import io.regcontract.report.judge.Baseline;
import io.regcontract.report.judge.Decision;
import io.regcontract.report.judge.Judgement;
import io.regcontract.report.judge.Verdict;
import io.regcontract.report.record.Check;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * The verdicts of all requirements of a run, in the format {@code regcontract/baseline/1}. Every run writes one; the
 * copy of it that people put aside is what later runs are compared with.
 */
public final class BaselineFile {

    /** Its name beside the verdict. */
    public static final String NAME = "baseline.json";

    private static final String FORMAT = "regcontract/baseline/1";
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(SerializationFeature.INDENT_OUTPUT)
            .build();

    private BaselineFile() {}

    /** What this run would be as a baseline; nothing when it had no catalogue to speak of. */
    public static Optional<Baseline> of(Decision decision) {
        var verdicts = new TreeMap<String, Verdict>();
        var shapes = new TreeMap<String, String>();
        decision.judgements().forEach((Judgement judgement) -> {
            verdicts.put(judgement.requirement(), judgement.verdict());
            if (judgement.verdict().fails()) {
                shapes.put(judgement.requirement(), shape(judgement));
            }
        });
        return decision.environment()
                .filter(environment -> !verdicts.isEmpty())
                .map(environment -> new Baseline(
                        decision.runId(),
                        environment.policyName(),
                        environment.kind(),
                        environment.dialect(),
                        verdicts,
                        shapes));
    }

    /** What fails, without the values that are new in every run. */
    private static String shape(Judgement judgement) {
        var answered = judgement.observation().orElseThrow().answeredCode();
        return judgement.grounds().stream().map(Check::id).sorted().collect(Collectors.joining(" "))
                + (answered.isPresent() ? ", answered " + answered.getAsInt() : "");
    }

    /** The content of the file. */
    public static ObjectNode json(Baseline baseline) {
        var json = JsonNodeFactory.instance.objectNode().put("format", FORMAT).put("runId", baseline.runId());
        json.putObject("environment")
                .put("name", baseline.environment())
                .put("kind", baseline.kind())
                .put("dialect", baseline.dialect());
        var requirements = json.putObject("requirements");
        baseline.requirements().forEach((id, verdict) -> requirements.put(id, verdict.word()));
        if (!baseline.shapes().isEmpty()) {
            var shapes = json.putObject("shapes");
            baseline.shapes().forEach(shapes::put);
        }
        return json;
    }

    /** The file's text. */
    public static String text(Baseline baseline) {
        return JSON.writeValueAsString(json(baseline)) + "\n";
    }

    /**
     * Reads a baseline.
     *
     * @throws UnreadableException when it is not one; a run must not be compared with half of an earlier one
     */
    public static Baseline read(Path file) {
        JsonNode json;
        try {
            json = JSON.readTree(Files.readString(ReadableFile.of(file)));
        } catch (IOException | JacksonException unreadable) {
            throw new UnreadableException(file + ": this is not a file with JSON that can be read.");
        }
        var wrong =
                FileFormats.validate("baseline", json).stream().min(Comparator.comparing(finding -> finding.pointer()));
        if (wrong.isPresent()) {
            throw new UnreadableException(
                    file + ": this is not a baseline: " + wrong.get().message() + ".");
        }
        var verdicts = new TreeMap<String, Verdict>();
        json.get("requirements")
                .properties()
                .forEach(entry -> verdicts.put(
                        entry.getKey(), Verdict.ofWord(entry.getValue().stringValue())));
        var shapes = new TreeMap<String, String>();
        json.path("shapes")
                .properties()
                .forEach(entry -> shapes.put(entry.getKey(), entry.getValue().stringValue()));
        var environment = json.get("environment");
        return new Baseline(
                json.get("runId").stringValue(),
                environment.get("name").stringValue(),
                environment.get("kind").stringValue(),
                environment.get("dialect").stringValue(),
                verdicts,
                shapes);
    }

    /** A file of an earlier run that cannot be used; the message says which and why. */
    public static final class UnreadableException extends RuntimeException {
        private static final long serialVersionUID = 1L;

        UnreadableException(String message) {
            super(message);
        }
    }
}
