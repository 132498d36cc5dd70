package io.regcontract.report.render.html;

import static io.regcontract.report.render.html.PageJson.optional;
import static io.regcontract.report.render.html.PageJson.text;
import static io.regcontract.report.render.html.PageJson.word;

import io.regcontract.report.judge.GateFinding;
import io.regcontract.report.render.AcceptedUse;
import io.regcontract.report.render.ReportModel;
import tools.jackson.core.JsonGenerator;

/**
 * What the gate found, in the data of the page: findings, what was accepted beforehand, and what differs from the
 * baseline.
 */
final class FindingData {

    private static final int MOST_FINDINGS = 2_000;
    private static final int MOST_CHANGES = 2_000;

    private final ReportModel story;

    FindingData(ReportModel story) {
        this.story = story;
    }

    void findings(JsonGenerator json) {
        var told = story.decision().findings().stream()
                .filter(finding -> !AcceptedUse.isToldBy(finding))
                .toList();
        json.writeNumberProperty("findingsTotal", told.size());
        json.writeArrayPropertyStart("findings");
        told.stream().limit(MOST_FINDINGS).forEach(finding -> finding(json, finding));
        json.writeEndArray();
    }

    void accepted(JsonGenerator json) {
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

    void changes(JsonGenerator json) {
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
}
