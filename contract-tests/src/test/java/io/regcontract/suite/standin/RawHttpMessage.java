package io.regcontract.suite.standin;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One HTTP/1.1 message as its bytes on the wire, so that what passes through stays as it is.
 *
 * @param head the first line and the headers, with the empty line after them
 */
@SuppressWarnings("ArrayRecordComponent") // Never compared.
record RawHttpMessage(String head, byte[] body) {

    private static final int LONGEST_HEAD = 64 * 1024;
    private static final Pattern CONTENT_LENGTH =
            Pattern.compile("(?im)^content-length:[ \t]*(\\d{1,9})[ \t]*(?=\r\n)");

    /** The next request on a connection; empty when there is none any more. */
    static Optional<RawHttpMessage> request(InputStream in) throws IOException {
        var head = head(in);
        return head.isEmpty() ? Optional.empty() : Optional.of(new RawHttpMessage(head, in.readNBytes(length(head))));
    }

    /** The answer to a request. */
    static RawHttpMessage answer(InputStream in, RawHttpMessage request) throws IOException {
        var head = head(in);
        if (head.isEmpty()) {
            throw new EOFException("the service closed the connection without an answer");
        }
        if (head.toLowerCase(Locale.ROOT).contains("\r\ntransfer-encoding:")) {
            throw new IOException("the service answers in chunks, which this front does not pass on");
        }
        var bodiless = request.head().startsWith("HEAD ");
        return new RawHttpMessage(head, bodiless ? new byte[0] : in.readNBytes(length(head)));
    }

    void writeTo(OutputStream out) throws IOException {
        var whole = new ByteArrayOutputStream();
        whole.writeBytes(head.getBytes(StandardCharsets.ISO_8859_1));
        whole.writeBytes(body);
        out.write(whole.toByteArray());
        out.flush();
    }

    /** The path of a request, without its query. */
    String path() {
        return head.split(" ", 3)[1].replaceFirst("\\?.*", "");
    }

    /** With another value of a header, where it has the header. */
    RawHttpMessage with(String header, String value) {
        return new RawHttpMessage(
                head.replaceFirst("(?im)^" + header + ":[^\\r]*", Matcher.quoteReplacement(header + ": " + value)),
                body);
    }

    /** With a header more. */
    RawHttpMessage and(String header, String value) {
        return new RawHttpMessage(head.substring(0, head.length() - 2) + header + ": " + value + "\r\n\r\n", body);
    }

    String text() {
        return new String(body, StandardCharsets.UTF_8);
    }

    private static String head(InputStream in) throws IOException {
        var head = new ByteArrayOutputStream();
        var end = 0;
        while (end < 4) {
            var sign = in.read();
            if (sign < 0) {
                if (head.size() == 0) {
                    return "";
                }
                throw new EOFException("the connection ended inside a message");
            }
            head.write(sign);
            end = sign == "\r\n\r\n".charAt(end) ? end + 1 : sign == '\r' ? 1 : 0;
            if (head.size() > LONGEST_HEAD) {
                throw new IOException("a head longer than " + LONGEST_HEAD + " bytes");
            }
        }
        return head.toString(StandardCharsets.ISO_8859_1);
    }

    private static int length(String head) {
        var found = CONTENT_LENGTH.matcher(head);
        return found.find() ? Integer.parseInt(found.group(1)) : 0;
    }
}
