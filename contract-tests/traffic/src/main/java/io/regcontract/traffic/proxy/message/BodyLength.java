package io.regcontract.traffic.proxy.message;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** How the end of a body is known: RFC 9112, section 6.3. What two readers could take differently is refused. */
public sealed interface BodyLength {

    /** No body. */
    BodyLength NONE = new Exact(0);

    /** Codings of which chunks are the last to be put on. */
    Pattern LAST_OF_SEVERAL = Pattern.compile(".*[, \t]chunked");

    /** As many digits as a long surely holds. */
    Pattern NUMBER = Pattern.compile("\\d{1,18}");

    /** A number of bytes. */
    record Exact(long bytes) implements BodyLength {}

    /** Chunks, and a last one. */
    record Chunked() implements BodyLength {}

    /** All until the connection ends. */
    record UntilClose() implements BodyLength {}

    /** Of a request. */
    static BodyLength ofRequest(MessageHead head, boolean http10) throws BadMessageException {
        var coding = head.values("Transfer-Encoding");
        var length = head.values("Content-Length");
        if (coding.isEmpty()) {
            return length.isEmpty() ? NONE : new Exact(number(length));
        }
        refuseBoth(length, http10);
        if (coding.size() > 1 || !coding.get(0).equalsIgnoreCase("chunked")) {
            throw new BadMessageException(501, "its Transfer-Encoding is not \"chunked\"");
        }
        return new Chunked();
    }

    /** Of an answer. */
    static BodyLength ofAnswer(MessageHead head, boolean http10, String method, int status) throws BadMessageException {
        var coding = head.values("Transfer-Encoding");
        var length = head.values("Content-Length");
        if (!coding.isEmpty()) {
            refuseBoth(length, http10);
        }
        if (method.equals("HEAD") || status < 200 || status == 204 || status == 304) {
            return NONE;
        }
        if (coding.isEmpty()) {
            return length.isEmpty() ? new UntilClose() : new Exact(number(length));
        }
        var last = coding.get(coding.size() - 1).toLowerCase(Locale.ROOT);
        return last.equals("chunked") || LAST_OF_SEVERAL.matcher(last).matches() ? new Chunked() : new UntilClose();
    }

    private static void refuseBoth(List<String> length, boolean http10) throws BadMessageException {
        if (!length.isEmpty()) {
            throw new BadMessageException(400, "it has both Content-Length and Transfer-Encoding");
        }
        if (http10) {
            throw new BadMessageException(400, "it is HTTP/1.0 and has a Transfer-Encoding");
        }
    }

    private static long number(List<String> length) throws BadMessageException {
        if (length.size() > 1 || !NUMBER.matcher(length.get(0)).matches()) {
            throw new BadMessageException(400, "its Content-Length is not one whole number");
        }
        return Long.parseLong(length.get(0));
    }
}
