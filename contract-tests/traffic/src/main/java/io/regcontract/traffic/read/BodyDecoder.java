package io.regcontract.traffic.read;

import io.regcontract.check.answer.Answer;
import io.regcontract.traffic.TrafficBody;
import io.regcontract.traffic.TrafficBody.Flaw;
import java.io.ByteArrayInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;
import java.util.zip.Inflater;
import java.util.zip.InflaterInputStream;
import org.brotli.dec.BrotliInputStream;

/** Makes the body that passed of what a tool wrote down of it. */
final class BodyDecoder {

    private static final int LARGEST = Piece.LARGEST;
    private static final byte[] NOTHING = new byte[0];
    private static final Pattern COMMA = Pattern.compile("\\s*,\\s*");
    private static final Pattern BREAKS = Pattern.compile("\\s+");

    private BodyDecoder() {}

    /** A body that is written as text. */
    static TrafficBody ofText(String text) {
        return new TrafficBody(text.getBytes(StandardCharsets.UTF_8), Flaw.NONE);
    }

    /** A body that is written in base64, perhaps as it was compressed on its way. */
    static TrafficBody ofBase64(String base64, List<Answer.Header> headers) {
        byte[] bytes;
        try {
            bytes = Base64.getDecoder().decode(BREAKS.matcher(base64).replaceAll(""));
        } catch (IllegalArgumentException noBase64) {
            return new TrafficBody(NOTHING, Flaw.UNREADABLE);
        }
        var body = new TrafficBody(bytes, Flaw.NONE);
        var encodings = COMMA.split(
                RecordedJson.header(headers, "Content-Encoding").orElse("").toLowerCase(Locale.ROOT), -1);
        for (int index = encodings.length - 1; index >= 0 && body.isWhole(); index--) {
            body = decoded(body, encodings[index]);
        }
        return body;
    }

    /** Most tools write a body down as it was before it was compressed, and leave the header as it came. */
    private static TrafficBody decoded(TrafficBody body, String encoding) {
        byte[] bytes = body.bytes();
        if (bytes.length == 0) {
            return body;
        }
        return switch (encoding) {
            case "gzip", "x-gzip" -> isGzip(bytes) ? inflated(GZIPInputStream::new, bytes) : body;
            case "deflate" -> looksPlain(bytes) ? body : inflated(BodyDecoder::deflate, bytes);
            case "br" -> looksPlain(bytes) ? body : inflated(BrotliInputStream::new, bytes);
            case "", "identity" -> body;
            default -> looksPlain(bytes) ? body : new TrafficBody(NOTHING, Flaw.UNREADABLE);
        };
    }

    private static boolean isGzip(byte[] bytes) {
        return bytes.length > 2 && bytes[0] == 0x1f && bytes[1] == (byte) 0x8b;
    }

    /** Nothing that is compressed begins like JSON or a page: with a bracket and then printable characters. */
    private static boolean looksPlain(byte[] bytes) {
        if ("{[<\" \r\n\t".indexOf(bytes[0]) < 0) {
            return false;
        }
        for (int index = 0; index < Math.min(bytes.length, 16); index++) {
            if (bytes[index] >= 0 && bytes[index] < ' ' && "\r\n\t".indexOf(bytes[index]) < 0) {
                return false;
            }
        }
        return true;
    }

    /** With the head of zlib, as the standard says, or without, as some send it. */
    private static InputStream deflate(InputStream in) throws IOException {
        in.mark(2);
        int first = in.read();
        int second = in.read();
        in.reset();
        return new InflaterInputStream(in, new Inflater((first & 0x0f) != 8 || ((first << 8) + second) % 31 != 0));
    }

    @FunctionalInterface
    private interface Decompression {
        InputStream of(InputStream in) throws IOException;
    }

    private static TrafficBody inflated(Decompression decompression, byte[] bytes) {
        try (var in = decompression.of(new ByteArrayInputStream(bytes))) {
            byte[] inflated = in.readNBytes(LARGEST + 1);
            return inflated.length > LARGEST
                    ? new TrafficBody(NOTHING, Flaw.TOO_LARGE)
                    : new TrafficBody(inflated, Flaw.NONE);
        } catch (EOFException end) {
            return new TrafficBody(NOTHING, Flaw.CUT_OFF);
        } catch (IOException | RuntimeException broken) {
            return new TrafficBody(NOTHING, Flaw.UNREADABLE);
        }
    }
}
