package io.regcontract.report.render.html;

import io.regcontract.report.judge.Judgement;
import io.regcontract.report.record.Exchange;
import io.regcontract.report.render.ReportModel;
import io.regcontract.report.render.TruncatedText;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Comparator;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * The exchanges, compressed and in base64, opened by the page when someone looks at the first. What is not plainly
 * proven goes first, up to a size that keeps the page light; for the rest the page names the place in the record.
 */
final class PageExchanges {

    private static final int MOST_COMPRESSED_BYTES = 750_000;
    private static final int LONGEST_BODY = 20_000;
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final ReportModel story;

    PageExchanges(ReportModel story) {
        this.story = story;
    }

    void write(Writer page) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var gzip = new GZIPOutputStream(bytes, 1 << 16, true);
                var writer = new OutputStreamWriter(gzip, StandardCharsets.UTF_8);
                var json = JSON.writer()
                        .without(StreamWriteFeature.FLUSH_PASSED_TO_STREAM)
                        .without(StreamWriteFeature.AUTO_CLOSE_TARGET)
                        .createGenerator(writer)) {
            json.writeStartObject();
            for (var judgement : troubledFirst()) {
                write(json, judgement);
                json.flush();
                writer.flush();
                if (bytes.size() > MOST_COMPRESSED_BYTES) {
                    break;
                }
            }
            json.writeEndObject();
        }
        page.write(Base64.getEncoder().encodeToString(bytes.toByteArray()));
    }

    private List<Judgement> troubledFirst() {
        return story.decision().judgements().stream()
                .filter(judgement -> judgement.observation().isPresent())
                .sorted(Comparator.comparing(Judgement::verdict).reversed())
                .toList();
    }

    private void write(JsonGenerator json, Judgement judgement) {
        var exchanges = story.evidence().exchanges(judgement.observation().orElseThrow());
        if (exchanges.isEmpty()) {
            return;
        }
        json.writeArrayPropertyStart(judgement.requirement());
        exchanges.forEach(exchange -> write(json, exchange));
        json.writeEndArray();
    }

    private static void write(JsonGenerator json, Exchange exchange) {
        json.writeStartObject();
        json.writeStringProperty("role", exchange.role());
        json.writeStringProperty("at", exchange.at());
        json.writeNumberProperty("ms", exchange.millis());
        json.writeStringProperty("method", exchange.request().method());
        json.writeStringProperty("url", TruncatedText.text(exchange.request().url(), LONGEST_BODY));
        headers(json, "sent", exchange.request().headers());
        json.writeStringProperty("form", TruncatedText.text(exchange.request().body(), LONGEST_BODY));
        exchange.response().ifPresent(response -> {
            json.writeNumberProperty("status", response.status());
            headers(json, "got", response.headers());
            json.writeStringProperty("body", TruncatedText.text(response.body(), LONGEST_BODY));
            if (response.truncated()) {
                json.writeBooleanProperty("cut", true);
            }
        });
        if (!exchange.failure().isEmpty()) {
            json.writeStringProperty("failure", TruncatedText.text(exchange.failure(), LONGEST_BODY));
        }
        // A command that was cut would not run, or do something else.
        if (exchange.curl().length() <= LONGEST_BODY) {
            json.writeStringProperty("curl", exchange.curl());
        }
        json.writeEndObject();
    }

    private static void headers(JsonGenerator json, String name, List<Exchange.Header> headers) {
        json.writeArrayPropertyStart(name);
        for (var header : headers) {
            json.writeString(TruncatedText.text(header.name() + ": " + header.value(), 2_000));
        }
        json.writeEndArray();
    }
}
