package io.regcontract.simulator.http;

import io.regcontract.simulator.wire.WireAnswer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;

/** Compresses answers with gzip for clients that accept it. */
final class Compression {

    private static final Pattern REFUSED = Pattern.compile("q\\s*=\\s*0(?:\\.0{0,3})?");

    private Compression() {}

    /** The answer, compressed when {@code Accept-Encoding} allows gzip. */
    static WireAnswer of(@Nullable String acceptEncoding, WireAnswer answer) throws IOException {
        if (answer.body().length == 0 || acceptEncoding == null || !allowsGzip(acceptEncoding)) {
            return answer;
        }
        var packed = new ByteArrayOutputStream(answer.body().length);
        try (var gzip = new GZIPOutputStream(packed)) {
            gzip.write(answer.body());
        }
        return new WireAnswer(answer.status(), answer.headers(), packed.toByteArray(), answer.delivery())
                .withHeader("Content-Encoding", "gzip")
                .varyingBy("Accept-Encoding");
    }

    private static boolean allowsGzip(String acceptEncoding) {
        for (var offer : acceptEncoding.toLowerCase(Locale.ROOT).split(",", -1)) {
            var parts = offer.split(";", 2);
            if (parts[0].strip().equals("gzip")) {
                return parts.length == 1 || !REFUSED.matcher(parts[1].strip()).matches();
            }
        }
        return false;
    }
}
