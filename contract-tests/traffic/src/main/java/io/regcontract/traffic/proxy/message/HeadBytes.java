package io.regcontract.traffic.proxy.message;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Gathers the bytes of a head, up to and with the empty line that ends it. */
public final class HeadBytes {

    /** More is refused. Common servers take 8 to 64 KiB. */
    public static final int LIMIT = 64 * 1024;

    private static final int USUAL = 1024;

    private byte[] bytes = new byte[USUAL];
    private int length;

    /**
     * Takes bytes until the head is whole.
     *
     * @return whether it is
     * @throws BadMessageException when the head is too large, or a line ends in anything but CR and LF
     */
    public boolean take(ByteBuffer in) throws BadMessageException {
        while (in.hasRemaining()) {
            var one = in.get();
            if (length == 0 && (one == '\r' || one == '\n')) {
                // Empty lines before a message, which some old clients send after a body.
                continue;
            }
            if (length == bytes.length) {
                if (length >= LIMIT) {
                    throw new BadMessageException(431, "its head is larger than " + LIMIT / 1024 + " KiB");
                }
                bytes = Arrays.copyOf(bytes, length * 2);
            }
            bytes[length++] = one;
            if (one == '\n') {
                if (length < 2 || bytes[length - 2] != '\r') {
                    throw new BadMessageException(400, "a line of its head ends in LF without CR");
                }
                if (length >= 4 && bytes[length - 3] == '\n') {
                    return true;
                }
            }
        }
        return false;
    }

    /** Whether a head has begun and is not whole. */
    public boolean begun() {
        return length > 0;
    }

    /** The head without its empty line, a char for a byte; this begins anew. */
    public String text() {
        var text = new String(bytes, 0, length - 2, StandardCharsets.ISO_8859_1);
        length = 0;
        if (bytes.length > 8 * USUAL) {
            bytes = new byte[USUAL];
        }
        return text;
    }
}
