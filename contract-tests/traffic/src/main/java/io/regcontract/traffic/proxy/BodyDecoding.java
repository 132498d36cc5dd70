package io.regcontract.traffic.proxy;

import io.regcontract.traffic.TrafficBody;
import io.regcontract.traffic.proxy.message.BodyCapture;
import io.regcontract.traffic.proxy.message.MessageHead;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Locale;
import java.util.zip.GZIPInputStream;
import java.util.zip.InflaterInputStream;
import org.brotli.dec.BrotliInputStream;

/** Takes off what Content-Encoding put on. */
final class BodyDecoding {

    /** How large a packed body may become; an attack packs a thousand to one. */
    private static final int LARGEST = 16 * 1024 * 1024;

    private BodyDecoding() {}

    /** The body of a message with this head. */
    static TrafficBody decoded(BodyCapture copy, boolean whole, MessageHead head) {
        if (copy.loss() != BodyCapture.Loss.NONE) {
            return new TrafficBody(new byte[0], TrafficBody.Flaw.TOO_LARGE);
        }
        var bytes = copy.bytes();
        if (!whole) {
            return new TrafficBody(bytes, TrafficBody.Flaw.CUT_OFF);
        }
        var codings = String.join(",", head.values("Content-Encoding")).split(",", -1);
        // The last that was put on is the first to come off.
        for (var at = codings.length - 1; at >= 0 && bytes.length > 0; at--) {
            try (var unpacked = unpacked(codings[at].strip().toLowerCase(Locale.ROOT), bytes)) {
                bytes = unpacked.readNBytes(LARGEST + 1);
            } catch (IOException unreadable) {
                return new TrafficBody(copy.bytes(), TrafficBody.Flaw.UNREADABLE);
            }
            if (bytes.length > LARGEST) {
                return new TrafficBody(new byte[0], TrafficBody.Flaw.TOO_LARGE);
            }
        }
        return bytes.length == 0 ? TrafficBody.NONE : new TrafficBody(bytes, TrafficBody.Flaw.NONE);
    }

    private static InputStream unpacked(String coding, byte[] bytes) throws IOException {
        var packed = new ByteArrayInputStream(bytes);
        return switch (coding) {
            case "", "identity" -> packed;
            case "gzip", "x-gzip" -> new GZIPInputStream(packed);
            case "deflate" -> new InflaterInputStream(packed);
            case "br" -> new BrotliInputStream(packed);
            default -> throw new IOException("unknown coding");
        };
    }
}
