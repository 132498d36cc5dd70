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
        for (var value : head.values("Content-Encoding")) {
            for (var coding : value.split(",", -1)) {
                if (bytes.length == 0) {
                    return TrafficBody.NONE;
                }
                try (var unpacked = unpacked(coding.strip().toLowerCase(Locale.ROOT), bytes)) {
                    bytes = unpacked.readNBytes(LARGEST + 1);
                } catch (IOException unreadable) {
                    return new TrafficBody(copy.bytes(), TrafficBody.Flaw.UNREADABLE);
                }
                if (bytes.length > LARGEST) {
                    return new TrafficBody(new byte[0], TrafficBody.Flaw.TOO_LARGE);
                }
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
            default -> throw new IOException("unknown coding");
        };
    }
}
