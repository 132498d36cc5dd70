package io.regcontract.traffic.proxy.message;

import java.nio.ByteBuffer;

/** Finds the end of a body, and copies what it holds. */
public final class BodyReader {

    private final BodyLength length;
    private final BodyCapture capture;
    private final ChunkScanner chunks;
    private long left;

    /** At the first byte of a body. */
    public BodyReader(BodyLength length, BodyCapture capture) {
        this.length = length;
        this.capture = capture;
        this.chunks = new ChunkScanner(capture);
        this.left = length instanceof BodyLength.Exact exact ? exact.bytes() : Long.MAX_VALUE;
    }

    /**
     * Moves over bytes of the body, and stops at its end.
     *
     * @return whether that was reached
     * @throws BadMessageException when it is no body that can be passed on
     */
    public boolean read(ByteBuffer in) throws BadMessageException {
        if (length instanceof BodyLength.Chunked) {
            return chunks.scan(in);
        }
        var part = (int) Math.min(left, in.remaining());
        capture.take(in, part);
        in.position(in.position() + part);
        if (length instanceof BodyLength.Exact) {
            left -= part;
        }
        return left == 0;
    }

    /** Whether the end of the connection is the end of the body. */
    public boolean endsWithConnection() {
        return length instanceof BodyLength.UntilClose;
    }
}
