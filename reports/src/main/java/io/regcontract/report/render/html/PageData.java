package io.regcontract.report.render.html;

import static io.regcontract.report.render.html.PageJson.counts;
import static io.regcontract.report.render.html.PageJson.strings;
import static io.regcontract.report.render.html.PageJson.text;
import static io.regcontract.report.render.html.PageJson.word;

import io.regcontract.report.record.RecordHeader;
import io.regcontract.report.render.Links;
import io.regcontract.report.render.ReportModel;
import java.io.Writer;
import java.util.Set;
import java.util.TreeSet;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.core.json.JsonWriteFeature;
import tools.jackson.databind.json.JsonMapper;

/** The data of the page: all but the exchanges. Written as it goes, so that a large run takes little memory. */
final class PageData {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final ReportModel story;

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
            story.decision().traffic().ifPresent(traffic -> TrafficData.write(json, traffic));
            codes(json);
            var requirements = new RequirementData(story.decision(), story.contract());
            requirements.requirements(json);
            requirements.checks(json);
            var found = new FindingData(story);
            found.findings(json);
            found.accepted(json);
            found.changes(json);
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
        json.writeArrayPropertyStart("earlier");
        for (var passed : story.earlier()) {
            json.writeStartObject();
            json.writeStringProperty("run", passed.runId());
            json.writeStringProperty("at", passed.startedAt());
            json.writeStringProperty("verdict", passed.outcome());
            counts(json, "codes", passed.codes());
            json.writeEndObject();
        }
        json.writeEndArray();
    }
}
