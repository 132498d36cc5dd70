package io.regcontract.simulator.http;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/**
 * Lets only a few large requests be read and answered at once, so that together they take no more memory than there is.
 * Small requests never wait. A large request that finds no place in time is refused.
 */
final class LargeRequests {

    /** A request of more bytes than this, head and body together, is a large one. */
    static final int LARGE = 16 * 1024;

    /** How many times its own size a request may take while it is answered: as text, as JSON, as a record. */
    private static final int GROWTH = 16;

    private final Semaphore places;
    private final Duration patience;

    /** @param patience how long a large request waits for a place */
    LargeRequests(int most, Duration patience) {
        this.places = new Semaphore(most, true);
        this.patience = patience;
    }

    /** As many at once as the heap has memory for, and one at least. */
    static LargeRequests forThisMachine(Duration patience) {
        long each = (long) SimulatorHttpServer.LARGEST_BODY * GROWTH;
        return new LargeRequests(
                (int) Math.max(1, Math.min(1_000, Runtime.getRuntime().maxMemory() / each)), patience);
    }

    /** What the requests of one connection take, one after the other. For the thread of that connection only. */
    final class Share {

        private long bytes;
        private boolean large;

        /** The same bytes; reading more than {@link #LARGE} of them waits for a place. */
        InputStream counted(InputStream in) {
            return new FilterInputStream(in) {
                @Override
                public int read() throws IOException {
                    int read = super.read();
                    add(read < 0 ? 0 : 1);
                    return read;
                }

                @Override
                public int read(byte[] into, int offset, int length) throws IOException {
                    int read = super.read(into, offset, length);
                    add(Math.max(read, 0));
                    return read;
                }
            };
        }

        /** The request has been answered; the next one begins small. */
        void release() {
            bytes = 0;
            if (large) {
                large = false;
                places.release();
            }
        }

        private void add(int more) throws IOException {
            bytes += more;
            if (bytes > LARGE && !large) {
                large = hasPlace();
                if (!large) {
                    throw new NoPlace();
                }
            }
        }

        private boolean hasPlace() {
            try {
                return places.tryAcquire(patience.toNanos(), TimeUnit.NANOSECONDS);
            } catch (InterruptedException interrupted) {
                Thread.currentThread().interrupt();
                return false;
            }
        }
    }

    /** No place became free in time. */
    static final class NoPlace extends IOException {
        private static final long serialVersionUID = 1L;

        NoPlace() {
            super("Too many requests of more than " + LARGE + " bytes come at once.");
        }
    }
}
