package io.regcontract.traffic.proxy;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.util.Arrays;
import org.apache.hc.core5.reactor.EventMask;
import org.apache.hc.core5.reactor.IOSession;
import org.jspecify.annotations.Nullable;

/**
 * What goes out to one side. Bytes that the other end does not take yet are kept, and nobody reads more for it until they
 * are gone: so it never holds more than one read and a head.
 */
final class Outlet {

    /** More is not kept when it is empty. */
    private static final int USUAL = 16 * 1024;

    private @Nullable IOSession session;
    private byte[] bytes = new byte[0];
    private int from;
    private int to;
    private boolean secure;
    private boolean waiting;
    private boolean ending;
    private boolean ended;

    /**
     * There is a connection now.
     *
     * @param tls whether it is secured; then one direction of it cannot end before the other
     */
    void open(IOSession to, boolean tls) {
        session = to;
        secure = tls;
    }

    void send(byte[] more) {
        send(ByteBuffer.wrap(more));
    }

    /** Keeps bytes until {@link #flush}. */
    void send(ByteBuffer more) {
        var length = more.remaining();
        if (to + length > bytes.length) {
            var room = Math.max(to - from + length, Math.min(USUAL, 2 * (to - from + length)));
            bytes = from == 0 ? Arrays.copyOf(bytes, room) : Arrays.copyOf(Arrays.copyOfRange(bytes, from, to), room);
            to -= from;
            from = 0;
        }
        more.get(bytes, to, length);
        to += length;
    }

    /** Ends the direction as soon as all is out. */
    void end() {
        ending = true;
    }

    /** Whether bytes are kept. */
    boolean holds() {
        return to > from;
    }

    /** Whether its end was passed on. */
    boolean ended() {
        return ended;
    }

    /**
     * Writes what is there.
     *
     * @return whether all is out
     * @throws IOException when the other end is gone
     */
    boolean flush() throws IOException {
        var out = session;
        if (out == null) {
            return !holds();
        }
        var before = from;
        while (holds()) {
            var written = out.write(ByteBuffer.wrap(bytes, from, to - from));
            if (written <= 0) {
                break;
            }
            from += written;
        }
        // TLS takes bytes, and sends them at the next event.
        var called = holds() || (secure && from > before);
        if (called != waiting) {
            waiting = called;
            if (called) {
                out.setEvent(EventMask.WRITE);
            } else {
                out.clearEvent(EventMask.WRITE);
            }
        }
        if (holds()) {
            return false;
        }
        from = 0;
        to = 0;
        if (bytes.length > USUAL) {
            bytes = new byte[0];
        }
        if (ending && !ended) {
            ended = true;
            if (!secure && out.channel() instanceof SocketChannel plain && plain.isOpen()) {
                plain.shutdownOutput();
            }
        }
        return true;
    }
}
