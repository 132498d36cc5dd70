package io.regcontract.report.render;

import io.regcontract.report.history.RunSummary;
import io.regcontract.report.judge.GateFinding;
import io.regcontract.report.judge.Judgement;
import io.regcontract.report.judge.Verdict;
import io.regcontract.report.judge.VerdictCounts;
import io.regcontract.report.policy.Waiver;
import io.regcontract.report.record.Check;
import io.regcontract.report.record.Observation;
import io.regcontract.report.record.RecordHeader;
import java.io.Writer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.core.json.JsonWriteFeature;
import tools.jackson.databind.json.JsonMapper;

/** The data of the page: all but the exchanges. Written as it goes, so that the largest run takes no memory to speak of. */
final class PageData {

    private static final int LONGEST_TEXT = 2_000;
    private static final int MOST_FINDINGS = 2_000;
    private static final int MOST_CHANGES = 2_000;
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final ReportModel story;
    private final Map<Check, Integer> checks = new LinkedHashMap<>();

    PageData(ReportModel story) {
        this.story = story;
    }

    void write(Writer island) {
        try (var json = JSON.writer()
                .with(JsonWriteFeature.ESCAPE_NON_ASCII)
                .without(StreamWriteFeature.AUTO_CLOSE_TARGET)
                .createGenerator(island)) {
            json.writeStartObject();
            run(json);
            codes(json);
            requirements(json);
            // Behind the requirements, which number them: most checks are alike.
            checks(json);
            findings(json);
            accepted(json);
            changes(json);
            waivers(json);
            errata(json);
            trend(json);
            json.writeEndObject();
        }
    }

    private void run(JsonGenerator json) {
        var decision = story.decision();
        json.writeStringProperty("run", decision.runId());
        json.writeStringProperty("verdict", decision.outcome().word());
        json.writeNumberProperty("exit", decision.outcome().exitCode());
        text(json, "sentence", decision.sentence());
        if (decision.reserved()) {
            text(json, "reservation", decision.reservation().orElse(""));
        }
        json.writeStringProperty("asOf", decision.terms().asOf().toString());
        story.run().header().ifPresent(header -> header(json, header));
        decision.terms().baseline().ifPresent(baseline -> json.writeStringProperty("baseline", baseline.runId()));
        counts(json, "codeCounts", decision.codeCounts());
        counts(json, "requirementCounts", decision.requirementCounts());
    }

    private static void header(JsonGenerator json, RecordHeader header) {
        json.writeStringProperty("startedAt", header.startedAt().toString());
        text(json, "tool", header.tool() + " on Java " + header.java());
        text(json, "attempt", header.attempt());
        text(json, "selection", header.selection());
        json.writeNumberProperty("shards", header.shards());
        var environment = header.environment();
        json.writeObjectPropertyStart("environment");
        text(json, "name", environment.name());
        json.writeStringProperty("kind", environment.kind());
        json.writeStringProperty("dialect", environment.dialect());
        text(json, "address", environment.baseAddress());
        strings(json, "accepted", new TreeSet<>(environment.accepted()));
        json.writeEndObject();
    }

    private void codes(JsonGenerator json) {
        json.writeArrayPropertyStart("codes");
        for (var code : story.decision().codes()) {
            var error = code.error();
            json.writeStartObject();
            json.writeNumberProperty("code", error.code().code());
            json.writeStringProperty("name", error.name());
            json.writeStringProperty("category", error.category());
            json.writeStringProperty("description", error.description());
            json.writeStringProperty("condition", error.condition());
            json.writeStringProperty("link", Links.documentation(error));
            json.writeStringProperty("v", code.verdict().word());
            json.writeNumberProperty("held", code.proven());
            json.writeNumberProperty("of", code.judgements().size());
            strings(json, "errata", error.errata());
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private void requirements(JsonGenerator json) {
        json.writeArrayPropertyStart("requirements");
        story.decision().judgements().forEach(judgement -> requirement(json, judgement));
        json.writeEndArray();
    }

    private void requirement(JsonGenerator json, Judgement judgement) {
        json.writeStartObject();
        json.writeStringProperty("id", judgement.requirement());
        json.writeNumberProperty("code", judgement.code());
        json.writeStringProperty("v", judgement.verdict().word());
        optional(json, "why", judgement.why());
        if (judgement.expected()) {
            json.writeBooleanProperty("expected", true);
        }
        story.decision()
                .terms()
                .policy()
                .ownerOf(judgement.requirement())
                .ifPresent(owner -> text(json, "owner", owner));
        if (!judgement.waivers().isEmpty()) {
            strings(
                    json,
                    "waivers",
                    judgement.waivers().stream().map(Waiver::id).toList());
        }
        judgement.observation().ifPresent(observation -> observation(json, observation));
        json.writeEndObject();
    }

    private void observation(JsonGenerator json, Observation observation) {
        var requirement = observation.requirement();
        json.writeStringProperty("op", TruncatedText.text(requirement.operation(), 200));
        text(json, "when", requirement.condition());
        requirement.reading().ifPresent(reading -> json.writeStringProperty("reading", reading));
        if (!requirement.errata().isEmpty()) {
            strings(json, "errata", requirement.errata());
        }
        observation
                .requestToken()
                .ifPresent(token -> json.writeStringProperty("token", TruncatedText.text(token, 200)));
        json.writeNumberProperty("ms", Math.round(observation.millis()));
        if (observation.earlierAttempts() > 0) {
            json.writeNumberProperty("repeated", observation.earlierAttempts());
        }
        json.writeStringProperty("at", observation.place().toString());
        if (!observation.checks().isEmpty()) {
            json.writeArrayPropertyStart("checks");
            for (var check : observation.checks()) {
                json.writeNumber(checks.computeIfAbsent(check, any -> checks.size()));
            }
            json.writeEndArray();
        }
    }

    private void checks(JsonGenerator json) {
        json.writeArrayPropertyStart("checks");
        for (var check : checks.keySet()) {
            json.writeStartObject();
            json.writeStringProperty("id", check.id());
            json.writeStringProperty("weight", word(check.weight()));
            json.writeStringProperty("result", word(check.result()));
            optional(json, "expected", check.expected());
            optional(json, "actual", check.actual());
            optional(json, "reason", check.reason());
            check.proposal().ifPresent(proposal -> {
                text(json, "place", proposal.place());
                text(json, "proposed", proposal.schema());
            });
            if (!check.relaxedBy().isEmpty()) {
                strings(json, "by", check.relaxedBy());
            }
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private void findings(JsonGenerator json) {
        var told = story.decision().findings().stream()
                .filter(finding -> !AcceptedUse.isToldBy(finding))
                .toList();
        json.writeNumberProperty("findingsTotal", told.size());
        json.writeArrayPropertyStart("findings");
        told.stream().limit(MOST_FINDINGS).forEach(finding -> finding(json, finding));
        json.writeEndArray();
    }

    private void accepted(JsonGenerator json) {
        json.writeArrayPropertyStart("accepted");
        for (var use : AcceptedUse.in(story.decision())) {
            json.writeStartObject();
            text(json, "id", use.id());
            text(json, "title", story.titleOf(use.id()));
            json.writeNumberProperty("requirements", use.requirements());
            json.writeNumberProperty("codes", use.codes());
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private void finding(JsonGenerator json, GateFinding finding) {
        json.writeStartObject();
        json.writeStringProperty("rule", finding.rule());
        json.writeStringProperty("level", word(finding.level()));
        text(json, "message", finding.message());
        finding.judgement().ifPresent(judgement -> json.writeStringProperty("requirement", judgement.requirement()));
        finding.check().ifPresent(check -> {
            json.writeStringProperty("check", check.id());
            optional(json, "expected", check.expected());
            optional(json, "actual", check.actual().isEmpty() ? check.reason() : check.actual());
        });
        finding.waiver().ifPresent(waiver -> json.writeStringProperty("waiver", waiver.id()));
        story.decision().ownerOf(finding).ifPresent(owner -> text(json, "owner", owner));
        json.writeEndObject();
    }

    private void changes(JsonGenerator json) {
        story.changes().ifPresent(changes -> {
            json.writeNumberProperty("changesTotal", changes.all().size());
            json.writeArrayPropertyStart("changes");
            changes.all().stream().limit(MOST_CHANGES).forEach(change -> {
                json.writeStartObject();
                json.writeStringProperty("id", change.requirement());
                json.writeStringProperty("kind", change.kind().word());
                change.before().ifPresent(verdict -> json.writeStringProperty("before", verdict.word()));
                change.after().ifPresent(verdict -> json.writeStringProperty("after", verdict.word()));
                json.writeEndObject();
            });
            json.writeEndArray();
        });
    }

    private void waivers(JsonGenerator json) {
        var decision = story.decision();
        var day = decision.terms().asOf();
        json.writeArrayPropertyStart("waivers");
        for (var waiver : decision.terms().policy().waivers()) {
            json.writeStartObject();
            json.writeStringProperty("id", waiver.id());
            json.writeStringProperty("requirement", waiver.requirement().toString());
            strings(json, "environments", waiver.environments());
            json.writeStringProperty("check", waiver.check());
            text(json, "actual", waiver.actual().toString());
            text(json, "reason", waiver.reason());
            text(json, "issue", waiver.issue());
            if (Links.isAddress(waiver.issue())) {
                json.writeBooleanProperty("link", true);
            }
            text(json, "owner", waiver.owner());
            json.writeStringProperty("expires", waiver.expires().toString());
            json.writeNumberProperty("days", waiver.daysLeft(day));
            json.writeBooleanProperty("strict", waiver.strict());
            json.writeNumberProperty(
                    "used",
                    decision.judgements().stream()
                            .filter(judgement -> judgement.waivers().contains(waiver))
                            .count());
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private void errata(JsonGenerator json) {
        var accepted =
                story.decision().environment().map(here -> here.accepted()).orElse(Set.of());
        json.writeArrayPropertyStart("errata");
        for (var erratum : story.contract().errata()) {
            json.writeStartObject();
            json.writeStringProperty("id", erratum.id());
            json.writeStringProperty("title", erratum.title());
            json.writeStringProperty("kind", word(erratum.kind()));
            json.writeStringProperty("documented", erratum.documented());
            json.writeStringProperty("observed", erratum.observed());
            strings(json, "evidence", erratum.evidence());
            json.writeArrayPropertyStart("codes");
            erratum.codes().forEach(json::writeNumber);
            json.writeEndArray();
            json.writeBooleanProperty("accepted", accepted.contains(erratum.id()));
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeArrayPropertyStart("readings");
        for (var reading : story.contract().readings()) {
            json.writeStartObject();
            json.writeStringProperty("id", reading.id());
            json.writeStringProperty("between", reading.between());
            json.writeStringProperty("rule", reading.rule());
            json.writeStringProperty("source", reading.source());
            json.writeStringProperty("sure", word(reading.sure()));
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private void trend(JsonGenerator json) {
        var runs = new ArrayList<RunSummary>(story.earlier());
        json.writeArrayPropertyStart("earlier");
        for (var passed : runs) {
            json.writeStartObject();
            json.writeStringProperty("run", passed.runId());
            json.writeStringProperty("at", passed.startedAt());
            json.writeStringProperty("verdict", passed.outcome());
            counts(json, "codes", passed.codes());
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private static void counts(JsonGenerator json, String name, VerdictCounts counts) {
        json.writeObjectPropertyStart(name);
        json.writeNumberProperty("total", counts.total());
        for (var verdict : Verdict.values()) {
            json.writeNumberProperty(verdict.word(), counts.of(verdict));
        }
        json.writeEndObject();
    }

    private static void strings(JsonGenerator json, String name, Iterable<String> texts) {
        json.writeArrayPropertyStart(name);
        for (var text : texts) {
            json.writeString(TruncatedText.text(text, LONGEST_TEXT));
        }
        json.writeEndArray();
    }

    private static void optional(JsonGenerator json, String name, String text) {
        if (!text.isEmpty()) {
            text(json, name, text);
        }
    }

    private static void text(JsonGenerator json, String name, String text) {
        json.writeStringProperty(name, TruncatedText.text(text, LONGEST_TEXT));
    }

    private static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
