package io.regcontract.report.render.export;

import io.regcontract.contract.input.ReadableFile;
import io.regcontract.report.file.AtomicFile;
import io.regcontract.report.judge.Decision;
import io.regcontract.report.judge.GateFinding;
import io.regcontract.report.judge.Judgement;
import io.regcontract.report.judge.VerdictCounts;
import io.regcontract.report.record.Check;
import io.regcontract.report.record.Observation;
import io.regcontract.report.render.Links;
import io.regcontract.report.render.TruncatedText;
import io.regcontract.report.traffic.Traffic;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** {@code verdict.json}: a decision for machines, in the format {@code regcontract/verdict/1}. */
public final class VerdictFile {

    /** Its name, in whatever directory it is written to. */
    public static final String NAME = "verdict.json";

    private static final int MOST_FILES = 100;
    private static final int LONGEST_TEXT = 2_000;
    private static final JsonMapper JSON =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    private VerdictFile() {}

    /**
     * The run of the last build, as the file in a directory has it: the one that it is about, unless somebody named
     * that one by hand. Empty when there is no such file, or none that can be read, or no build that is known.
     */
    public static Optional<String> runOfTheBuild(Path directory) {
        try {
            var json = JSON.readTree(Files.readString(ReadableFile.of(directory.resolve(NAME))));
            return json.path(json.has("build") ? "build" : "runId")
                    .stringValueOpt()
                    .filter(id -> !id.isBlank());
        } catch (IOException | JacksonException unreadable) {
            return Optional.empty();
        }
    }

    /**
     * The content of the file.
     *
     * @param build the run of the last build, where the decision is about one that somebody named by hand
     */
    public static String text(Decision decision, Optional<String> build) {
        return JSON.writeValueAsString(json(decision, build)) + "\n";
    }

    static ObjectNode json(Decision decision, Optional<String> build) {
        var json = JsonNodeFactory.instance.objectNode();
        json.put("format", "regcontract/verdict/1");
        json.put("runId", decision.runId());
        build.ifPresent(id -> json.put("build", bounded(id)));
        decision.environment().ifPresent(environment -> json.putObject("environment")
                .put("name", bounded(environment.policyName()))
                .put("kind", environment.kind())
                .put("dialect", environment.dialect())
                .put("baseAddress", bounded(environment.baseAddress())));
        decision.judged().ifPresent(judged -> json.putObject("record")
                .put("attempt", judged.attempt())
                .put("startedAt", judged.startedAt().toString())
                .put("handedOver", judged.handedOver()));
        decision.traffic().ifPresent(traffic -> json.set("traffic", traffic(traffic)));
        json.put("verdict", decision.outcome().word());
        json.put("exitCode", decision.outcome().exitCode());
        json.put("sentence", bounded(decision.sentence()));
        if (decision.reserved()) {
            json.put("reservation", bounded(decision.reservation().orElse("")));
        }
        json.set("codes", counts(decision.codeCounts()));
        json.set("requirements", counts(decision.requirementCounts()));
        var findings = json.putArray("findings");
        decision.findings().forEach(finding -> findings.add(finding(decision, finding)));
        json.put("asOf", decision.terms().asOf().toString());
        decision.terms().baseline().ifPresent(baseline -> json.put("baseline", baseline.runId()));
        return json;
    }

    private static ObjectNode traffic(Traffic traffic) {
        var json = JsonNodeFactory.instance.objectNode().put("sentence", bounded(traffic.sentence()));
        var files = json.putArray("files");
        traffic.files().stream().limit(MOST_FILES).forEach(file -> files.add(bounded(file.name())));
        traffic.from().ifPresent(from -> json.put("from", from.toString()));
        traffic.to().ifPresent(to -> json.put("to", to.toString()));
        return json.put("exchanges", traffic.exchanges())
                .put("judged", traffic.judged())
                .put("successes", traffic.successes())
                .put("failures", traffic.failures())
                .put("foreign", traffic.foreign())
                .put("unjudged", traffic.unjudgedCount())
                .put("bodies", traffic.bodies());
    }

    /**
     * Writes the file whole or not at all, so that no reader ever sees half a verdict.
     *
     * @return where it was written
     */
    public static Path write(Path directory, String text) throws IOException {
        var target = directory.resolve(NAME);
        AtomicFile.write(target, text);
        return target;
    }

    private static ObjectNode counts(VerdictCounts counts) {
        var json = JsonNodeFactory.instance.objectNode().put("total", counts.total());
        counts.verdicts().forEach(verdict -> json.put(verdict.word(), counts.of(verdict)));
        return json;
    }

    private static ObjectNode finding(Decision decision, GateFinding finding) {
        var json = JsonNodeFactory.instance
                .objectNode()
                .put("rule", finding.rule())
                .put("level", finding.level().name().toLowerCase(Locale.ROOT))
                .put("leadsTo", finding.leadsTo().word());
        finding.judgement().ifPresent(judgement -> {
            json.put("requirement", judgement.requirement());
            json.put("code", judgement.code());
        });
        finding.check().ifPresent(check -> describe(check, json));
        finding.check()
                .filter(check ->
                        decision.traffic().isPresent() && !check.reason().isEmpty())
                .ifPresent(check -> json.put("where", bounded(check.reason())));
        finding.judgement().flatMap(Judgement::observation).ifPresent(observation -> describe(observation, json));
        finding.waiver().ifPresent(waiver -> json.put("waiver", waiver.id()));
        decision.ownerOf(finding).ifPresent(owner -> json.put("owner", bounded(owner)));
        Links.of(decision, finding).ifPresent(link -> json.put("link", link));
        return json.put("message", bounded(finding.message()));
    }

    private static void describe(Check check, ObjectNode json) {
        json.put("check", check.id());
        if (!check.expected().isEmpty()) {
            json.put("expected", bounded(check.expected()));
        }
        if (!check.actual().isEmpty()) {
            json.put("actual", bounded(check.actual()));
        }
        check.proposal().ifPresent(proposal -> json.putObject("proposal")
                .put("file", bounded(proposal.file()))
                .put("pointer", bounded(proposal.pointer()))
                .put("schema", bounded(proposal.schema())));
    }

    private static void describe(Observation observation, ObjectNode json) {
        observation.answers().ifPresent(answers -> json.putObject("answers")
                .put("judged", answers.judged())
                .put("contradicted", answers.contradicted()));
        observation.requestToken().ifPresent(token -> json.put("requestToken", bounded(token)));
        json.put("condition", bounded(observation.requirement().condition()));
    }

    private static String bounded(String text) {
        return TruncatedText.text(text, LONGEST_TEXT);
    }
}
