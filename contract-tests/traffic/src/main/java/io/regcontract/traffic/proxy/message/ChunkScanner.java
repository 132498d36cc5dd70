package io.regcontract.traffic.proxy.message;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/** Finds the end of a chunked body and the data in it. The bytes themselves are passed on as they came. */
final class ChunkScanner {

    /** Digits of a size, of which a long surely holds the number. */
    private static final int MOST_DIGITS = 15;

    private static final int LONGEST_LINE = 8 * 1024;
    private static final int HEX = 16;

    private final BodyCapture data;
    private final StringBuilder line = new StringBuilder();
    private State state = State.SIZE;
    private long left;
    private int trailers;

    private enum State {
        SIZE,
        DATA,
        AFTER_DATA,
        TRAILER,
        DONE
    }

    /** @param data receives what the chunks hold */
    ChunkScanner(BodyCapture data) {
        this.data = data;
    }

    /**
     * Moves over bytes of the body, and stops at its end.
     *
     * @return whether that was reached
     * @throws BadMessageException when the chunks could be taken for others by another reader
     */
    boolean scan(ByteBuffer in) throws BadMessageException {
        while (in.hasRemaining() && state != State.DONE) {
            if (state == State.DATA) {
                data(in);
            } else if (lineIsWhole(in)) {
                var whole = line.toString();
                line.setLength(0);
                end(whole);
            }
        }
        return state == State.DONE;
    }

    private void data(ByteBuffer in) {
        var length = (int) Math.min(left, in.remaining());
        data.take(in, length);
        in.position(in.position() + length);
        left -= length;
        if (left == 0) {
            state = State.AFTER_DATA;
        }
    }

    private boolean lineIsWhole(ByteBuffer in) throws BadMessageException {
        while (in.hasRemaining()) {
            var one = (char) (in.get() & 0xff);
            var afterReturn = line.length() > 0 && line.charAt(line.length() - 1) == '\r';
            if (one == '\n' && afterReturn) {
                line.setLength(line.length() - 1);
                return true;
            }
            if (one == '\n' || afterReturn) {
                throw new BadMessageException(400, "a line between its chunks does not end in CR and LF");
            }
            if (line.length() == LONGEST_LINE) {
                throw new BadMessageException(400, "a line between its chunks is longer than 8 KiB");
            }
            line.append(one);
        }
        return false;
    }

    private void end(String whole) throws BadMessageException {
        switch (state) {
            case SIZE -> size(whole);
            case AFTER_DATA -> {
                if (!whole.isEmpty()) {
                    throw new BadMessageException(400, "a chunk is longer than it says");
                }
                state = State.SIZE;
            }
            case TRAILER -> trailer(whole);
            default -> throw new IllegalStateException(state + " has no lines");
        }
    }

    private void size(String whole) throws BadMessageException {
        var digits = 0;
        while (digits < whole.length() && Character.digit(whole.charAt(digits), HEX) >= 0) {
            digits++;
        }
        // Blanks before an extension are allowed to be there, and mean nothing.
        var rest = whole.substring(digits).strip();
        if (digits == 0 || digits > MOST_DIGITS || (!rest.isEmpty() && !rest.startsWith(";"))) {
            throw new BadMessageException(400, "the size of a chunk is no number");
        }
        left = Long.parseLong(whole.substring(0, digits), HEX);
        state = left == 0 ? State.TRAILER : State.DATA;
    }

    private void trailer(String whole) throws BadMessageException {
        trailers += whole.getBytes(StandardCharsets.ISO_8859_1).length;
        if (trailers > HeadBytes.LIMIT) {
            throw new BadMessageException(400, "its trailers are larger than " + HeadBytes.LIMIT / 1024 + " KiB");
        }
        if (whole.isEmpty()) {
            state = State.DONE;
        } else {
            MessageHead.field(whole);
        }
    }
}
