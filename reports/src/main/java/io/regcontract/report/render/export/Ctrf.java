package io.regcontract.report.render.export;

import io.regcontract.report.record.RecordHeader;
import io.regcontract.report.render.ReportModel;
import io.regcontract.report.render.ReportRenderer;
import java.io.Writer;
import java.time.Instant;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.databind.json.JsonMapper;

/** The Common Test Report Format (ctrf.io), version 0.0. */
public final class Ctrf implements ReportRenderer {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    @Override
    public String fileName() {
        return "ctrf-report.json";
    }

    @Override
    public void write(ReportModel story, Writer out) {
        try (var json =
                JSON.writer().without(StreamWriteFeature.AUTO_CLOSE_TARGET).createGenerator(out)) {
            json.writeStartObject();
            json.writeStringProperty("reportFormat", "CTRF");
            json.writeStringProperty("specVersion", "0.0.0");
            json.writeStringProperty("generatedBy", "regcontract");
            json.writeObjectPropertyStart("results");
            json.writeObjectPropertyStart("tool");
            json.writeStringProperty("name", "regcontract");
            json.writeEndObject();
            summaryAndTests(story, json);
            json.writeObjectPropertyStart("environment");
            json.writeStringProperty(
                    "testEnvironment",
                    story.decision()
                            .environment()
                            .map(RecordHeader.Environment::policyName)
                            .orElse("none"));
            json.writeBooleanProperty("healthy", story.decision().outcome().exitCode() == 0);
            json.writeEndObject();
            json.writeEndObject();
            json.writeEndObject();
        }
    }

    private static void summaryAndTests(ReportModel story, JsonGenerator json) {
        var cases = TestCase.of(story.decision());
        long start = story.run()
                .header()
                .map(RecordHeader::startedAt)
                .map(Instant::toEpochMilli)
                .orElse(0L);
        long millis = Math.round(cases.stream().mapToDouble(TestCase::millis).sum());
        json.writeObjectPropertyStart("summary");
        json.writeNumberProperty("tests", cases.size());
        json.writeNumberProperty("passed", TestCase.count(cases, TestCase.Status.PASSED));
        json.writeNumberProperty("failed", TestCase.count(cases, TestCase.Status.FAILED));
        json.writeNumberProperty("skipped", TestCase.count(cases, TestCase.Status.SKIPPED));
        json.writeNumberProperty("pending", 0);
        json.writeNumberProperty("other", TestCase.count(cases, TestCase.Status.ERROR));
        json.writeNumberProperty("start", start);
        json.writeNumberProperty("stop", start + millis);
        json.writeEndObject();
        json.writeArrayPropertyStart("tests");
        for (var one : cases) {
            json.writeStartObject();
            json.writeStringProperty("name", one.name());
            json.writeStringProperty("status", status(one.status()));
            json.writeNumberProperty("duration", Math.round(one.millis()));
            json.writeArrayPropertyStart("suite");
            json.writeString(one.group());
            json.writeEndArray();
            if (!one.message().isEmpty()) {
                json.writeStringProperty("message", one.message());
                json.writeStringProperty("trace", String.join("\n", one.details()));
            }
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private static String status(TestCase.Status status) {
        return switch (status) {
            case PASSED -> "passed";
            case FAILED -> "failed";
            case SKIPPED -> "skipped";
            case ERROR -> "other";
        };
    }
}
