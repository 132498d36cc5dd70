package io.regcontract.traffic.proxy.message;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;

/** A copy of a body for the judge, as long as it is not too large and there is room. */
public final class BodyCapture {

    private final int limit;
    private final MemoryBudget memory;
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream(0);
    private Loss loss = Loss.NONE;

    /** Why there is no copy. */
    public enum Loss {
        NONE,
        TOO_LARGE,
        NO_ROOM
    }

    /**
     * An empty copy.
     *
     * @param limit in bytes
     * @param memory shared by all bodies of the proxy
     */
    public BodyCapture(int limit, MemoryBudget memory) {
        this.limit = limit;
        this.memory = memory;
    }

    /** Copies bytes and leaves the buffer as it was. */
    public void take(ByteBuffer in, int length) {
        if (length == 0 || loss != Loss.NONE) {
            return;
        }
        if (bytes.size() + (long) length > limit) {
            lose(Loss.TOO_LARGE);
        } else if (!memory.reserve(length)) {
            lose(Loss.NO_ROOM);
        } else {
            var copy = new byte[length];
            in.get(in.position(), copy);
            bytes.write(copy, 0, length);
        }
    }

    private void lose(Loss why) {
        loss = why;
        memory.release(bytes.size());
        bytes.reset();
    }

    public Loss loss() {
        return loss;
    }

    /** What was copied; nothing where it was lost. */
    public byte[] bytes() {
        return bytes.toByteArray();
    }

    /** Gives back the room. */
    public void release() {
        memory.release(bytes.size());
        bytes.reset();
    }
}
