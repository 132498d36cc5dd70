package io.regcontract.simulator.http;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ReadableByteChannel;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** The bytes that come in on a connection: lines of a head, and pieces of a body. Memory is taken for what came, not for what is promised. */
final class Incoming {

    private static final int ROOM = 8 * 1024;
    private static final int LARGEST_LINE = 384 * 1024;

    private final ReadableByteChannel channel;
    private byte[] bytes = new byte[ROOM];
    private int begin;
    private int end;

    Incoming(ReadableByteChannel channel) {
        this.channel = channel;
    }

    /**
     * Waits for the first byte of something.
     *
     * @return false when nothing comes any more
     */
    boolean begins() throws IOException {
        return begin < end || fill();
    }

    /**
     * The next line, without its end.
     *
     * @throws HttpRefusal 431 when it is longer than any line needs to be
     * @throws EOFException when nothing comes any more
     */
    String line() throws IOException, HttpRefusal {
        int at = begin;
        while (true) {
            for (; at < end && at - begin <= LARGEST_LINE; at++) {
                if (bytes[at] == '\n') {
                    int length = at - begin - (at > begin && bytes[at - 1] == '\r' ? 1 : 0);
                    var line = new String(bytes, begin, length, StandardCharsets.ISO_8859_1);
                    begin = at + 1;
                    return line;
                }
            }
            if (at - begin > LARGEST_LINE) {
                throw new HttpRefusal(431, "A line of the head is longer than " + LARGEST_LINE + " bytes.");
            }
            int scanned = at - begin;
            need();
            at = begin + scanned;
        }
    }

    /**
     * The next bytes, so many.
     *
     * @throws EOFException when nothing comes any more
     */
    byte[] exactly(int length) throws IOException {
        var piece = new byte[Math.min(length, Math.max(ROOM, end - begin))];
        int filled = 0;
        while (filled < length) {
            if (begin == end) {
                need();
            }
            if (filled == piece.length) {
                piece = Arrays.copyOf(piece, (int) Math.min(length, 2L * piece.length));
            }
            int now = Math.min(end - begin, piece.length - filled);
            System.arraycopy(bytes, begin, piece, filled, now);
            begin += now;
            filled += now;
        }
        return piece;
    }

    /** Reads on and forgets what comes, until nothing does. */
    void exhaust() throws IOException {
        do {
            begin = end;
        } while (fill());
    }

    private void need() throws IOException {
        if (!fill()) {
            throw new EOFException("the connection ended within a request");
        }
    }

    private boolean fill() throws IOException {
        if (begin == end) {
            begin = 0;
            end = 0;
            if (bytes.length > ROOM) {
                bytes = new byte[ROOM];
            }
        } else if (end == bytes.length) {
            var larger = begin > 0 ? bytes : new byte[2 * bytes.length];
            System.arraycopy(bytes, begin, larger, 0, end - begin);
            bytes = larger;
            end -= begin;
            begin = 0;
        }
        int count = channel.read(ByteBuffer.wrap(bytes, end, bytes.length - end));
        end += Math.max(0, count);
        return count > 0;
    }
}
