package io.regcontract.report.render.export;

import io.regcontract.contract.model.DocumentedError;
import io.regcontract.report.judge.CodeVerdict;
import io.regcontract.report.judge.Decision;
import io.regcontract.report.judge.GateFinding;
import io.regcontract.report.judge.Judgement;
import io.regcontract.report.record.Observation;
import io.regcontract.report.render.Links;
import io.regcontract.report.render.ReportModel;
import io.regcontract.report.render.ReportRenderer;
import io.regcontract.report.render.TrafficText;
import io.regcontract.report.render.TruncatedText;
import java.io.Writer;
import java.util.List;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * SARIF 2.1.0: each failing or remarkable check as a result, located at the schema file of its code, the one file of a
 * repository that says what was promised.
 */
public final class Sarif implements ReportRenderer {

    /** Code scanning shows no more than these and chooses itself which it drops. */
    private static final int MOST_RESULTS = 5_000;

    private static final int LONGEST_TEXT = 1_000;
    private static final String SCHEMAS = "schemas/src/main/resources/contract/errors/";
    private static final JsonMapper JSON = JsonMapper.builder().build();

    @Override
    public String fileName() {
        return "results.sarif";
    }

    @Override
    public void write(ReportModel story, Writer out) {
        var codes = story.decision().codes().stream().map(CodeVerdict::error).toList();
        try (var json =
                JSON.writer().without(StreamWriteFeature.AUTO_CLOSE_TARGET).createGenerator(out)) {
            json.writeStartObject();
            json.writeStringProperty("$schema", "https://json.schemastore.org/sarif-2.1.0.json");
            json.writeStringProperty("version", "2.1.0");
            json.writeArrayPropertyStart("runs");
            json.writeStartObject();
            tool(json, codes);
            json.writeArrayPropertyStart("results");
            story.decision().findings().stream()
                    .filter(finding -> finding.level() != GateFinding.Level.NOTES)
                    .filter(finding -> finding.judgement().isPresent())
                    .limit(MOST_RESULTS)
                    .forEach(finding ->
                            result(json, codes, finding, finding.judgement().get()));
            json.writeEndArray();
            json.writeStringProperty("columnKind", "utf16CodeUnits");
            properties(json, story.decision());
            json.writeEndObject();
            json.writeEndArray();
            json.writeEndObject();
        }
    }

    private static void properties(JsonGenerator json, Decision decision) {
        if (!decision.reserved() && decision.traffic().isEmpty()) {
            return;
        }
        json.writeObjectPropertyStart("properties");
        if (decision.reserved()) {
            json.writeStringProperty("reservation", decision.reservation().orElse(""));
        }
        decision.traffic()
                .ifPresent(traffic -> json.writeStringProperty(
                        "traffic", traffic.sentence() + " " + TrafficText.cannotTell(traffic)));
        json.writeEndObject();
    }

    private static void tool(JsonGenerator json, List<DocumentedError> codes) {
        json.writeObjectPropertyStart("tool");
        json.writeObjectPropertyStart("driver");
        json.writeStringProperty("name", "regcontract");
        json.writeArrayPropertyStart("rules");
        for (var error : codes) {
            json.writeStartObject();
            json.writeStringProperty("id", ruleId(error.code().code()));
            json.writeStringProperty("name", error.name());
            text(json, "shortDescription", error.code().code() + " " + error.name());
            text(json, "fullDescription", error.description());
            json.writeStringProperty("helpUri", Links.documentation(error));
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeEndObject();
        json.writeEndObject();
    }

    private static void result(
            JsonGenerator json, List<DocumentedError> codes, GateFinding finding, Judgement judgement) {
        var error = codes.stream()
                .filter(candidate -> candidate.code().code() == judgement.code())
                .findFirst()
                .orElseThrow();
        json.writeStartObject();
        json.writeStringProperty("ruleId", ruleId(judgement.code()));
        json.writeNumberProperty("ruleIndex", codes.indexOf(error));
        json.writeStringProperty("level", finding.level() == GateFinding.Level.FAILS ? "error" : "warning");
        text(json, "message", message(finding, judgement));
        json.writeArrayPropertyStart("locations");
        json.writeStartObject();
        json.writeObjectPropertyStart("physicalLocation");
        json.writeObjectPropertyStart("artifactLocation");
        json.writeStringProperty("uri", SCHEMAS + judgement.code() + "-" + error.name() + ".schema.json");
        json.writeEndObject();
        json.writeObjectPropertyStart("region");
        json.writeNumberProperty("startLine", 1);
        json.writeEndObject();
        json.writeEndObject();
        json.writeArrayPropertyStart("logicalLocations");
        json.writeStartObject();
        json.writeStringProperty("fullyQualifiedName", judgement.requirement());
        json.writeEndObject();
        json.writeEndArray();
        json.writeEndObject();
        json.writeEndArray();
        json.writeObjectPropertyStart("partialFingerprints");
        json.writeStringProperty(
                "requirement/v1",
                judgement.requirement() + " " + finding.rule()
                        + finding.check().map(check -> " " + check.id()).orElse(""));
        json.writeEndObject();
        json.writeEndObject();
    }

    private static String message(GateFinding finding, Judgement judgement) {
        return finding.check()
                .map(check -> check.id() + ": expected " + TruncatedText.text(check.expected(), LONGEST_TEXT)
                        + ", actual "
                        + TruncatedText.text(check.actual().isEmpty() ? check.reason() : check.actual(), LONGEST_TEXT)
                        + " in " + judgement.requirement()
                        + judgement
                                .observation()
                                .flatMap(Observation::requestToken)
                                .map(token -> ", request token " + TruncatedText.text(token, 40))
                                .orElse("")
                        + judgement
                                .observation()
                                .flatMap(Observation::answers)
                                .map(answers -> ", in recorded traffic: "
                                        + TrafficText.contradicted(answers.contradicted(), answers.judged()))
                                .orElse(""))
                .orElseGet(() -> TruncatedText.text(finding.message(), LONGEST_TEXT));
    }

    private static void text(JsonGenerator json, String name, String text) {
        json.writeObjectPropertyStart(name);
        json.writeStringProperty("text", text);
        json.writeEndObject();
    }

    private static String ruleId(int code) {
        return "REG-" + code;
    }
}
