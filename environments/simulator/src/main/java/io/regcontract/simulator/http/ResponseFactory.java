package io.regcontract.simulator.http;

import io.regcontract.simulator.wire.WireAnswer;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.impl.EnglishReasonPhraseCatalog;
import org.apache.hc.core5.http.io.entity.ByteArrayEntity;
import org.apache.hc.core5.http.message.BasicClassicHttpResponse;

/** Answers as HTTP has them: dated by the clock of the service. */
final class ResponseFactory {

    private static final DateTimeFormatter HTTP_DATE = DateTimeFormatter.ofPattern(
                    "EEE, dd MMM yyyy HH:mm:ss 'GMT'", Locale.US)
            .withZone(ZoneOffset.UTC);

    private final Clock clock;
    private volatile Second second = new Second(Long.MIN_VALUE, "");

    /** A second, and how HTTP writes it. */
    private record Second(long number, String date) {}

    ResponseFactory(Clock clock) {
        this.clock = clock;
    }

    /**
     * The response that carries an answer.
     *
     * @param bodiless whether there must be no body, whatever the answer has
     * @param connection what becomes of the connection, as the header says it; empty to say nothing
     */
    ClassicHttpResponse response(WireAnswer answer, boolean bodiless, String connection) {
        var response = new BasicClassicHttpResponse(
                answer.status(), EnglishReasonPhraseCatalog.INSTANCE.getReason(answer.status(), Locale.ROOT));
        response.addHeader("Date", date());
        answer.headers().forEach(response::addHeader);
        if (!connection.isEmpty()) {
            response.addHeader("Connection", connection);
        }
        if (!bodiless) {
            response.addHeader("Content-Length", Integer.toString(answer.body().length));
            response.setEntity(new ByteArrayEntity(answer.body(), null));
        }
        return response;
    }

    private String date() {
        long now = Math.floorDiv(clock.millis(), 1_000L);
        var known = second;
        if (known.number() != now) {
            known = new Second(now, HTTP_DATE.format(Instant.ofEpochSecond(now)));
            second = known;
        }
        return known.date();
    }
}
