package io.regcontract.simulator.http;

import io.regcontract.simulator.wire.Endpoint;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Clock;
import java.time.Duration;
import java.util.Comparator;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;

/**
 * Serves an endpoint over HTTP/1.1, with one thread per connection: a slow sender holds up no one but itself. See
 * docs/simulator.md for why this is not the server of the JDK.
 */
public final class SimulatorHttpServer implements AutoCloseable {

    /** The largest body that is read, in bytes. */
    public static final int LARGEST_BODY = 8 * 1024 * 1024;

    /** So many connections are open at once; for whoever comes then, the one that has been idle for longest is ended. */
    private static final int MOST_CONNECTIONS = 2_000;
    /** Bytes of memory for each connection that may be open. */
    private static final long FOR_A_CONNECTION = 256 * 1024;
    /**
     * Above this number of open connections, keep-alive is off: clients that open a connection per call tend not to
     * close it.
     */
    private static final int MOST_KEPT_ALIVE = 200;

    private static final int BACKLOG = 1_024;
    /** A request that has been on its way for so long may make room for others when there is none. */
    private static final Duration FOR_A_REQUEST_IN_A_CROWD = Duration.ofSeconds(1);
    /** So often room is made for a connection for which there is no thread. */
    private static final int MOST_ATTEMPTS = 100;

    /** A thread that serves no connection ends soon, so that a crowd that has gone leaves nothing behind. */
    private static final Duration IDLE_THREAD = Duration.ofSeconds(5);

    private static final long A_MOMENT = TimeUnit.MILLISECONDS.toNanos(10);
    private static final Duration BETWEEN_PATROLS = Duration.ofMillis(200);
    private static final Duration FOR_LAST_ANSWERS = Duration.ofSeconds(2);

    private final ServerSocket door;
    private final InetSocketAddress address;
    private final Endpoint endpoint;
    private final ResponseFactory outgoing;
    private final ConnectionTimeouts patience;
    private final ExecutorService threads;
    private final Semaphore places;
    private final LargeRequests large;
    private final Set<ConnectionHandler> connections = ConcurrentHashMap.newKeySet();

    private SimulatorHttpServer(
            ServerSocket door,
            Endpoint endpoint,
            Clock clock,
            ConnectionTimeouts patience,
            int most,
            ThreadFactory threads) {
        this.door = door;
        this.address = (InetSocketAddress) door.getLocalSocketAddress();
        this.endpoint = endpoint;
        this.outgoing = new ResponseFactory(clock);
        this.patience = patience;
        this.places = new Semaphore(most);
        this.large = LargeRequests.forThisMachine(patience.request().dividedBy(2));
        this.threads = new ThreadPoolExecutor(
                0, Integer.MAX_VALUE, IDLE_THREAD.toSeconds(), TimeUnit.SECONDS, new SynchronousQueue<>(), threads);
    }

    /**
     * Starts serving.
     *
     * @param port 0 for any free one
     * @param clock for the dates of answers
     * @throws UncheckedIOException when the port cannot be used
     */
    public static SimulatorHttpServer start(
            InetAddress address, int port, Endpoint endpoint, Clock clock, ConnectionTimeouts patience) {
        var count = new AtomicInteger();
        int most = (int)
                Math.max(100, Math.min(MOST_CONNECTIONS, Runtime.getRuntime().maxMemory() / FOR_A_CONNECTION));
        return start(address, port, endpoint, clock, patience, most, task -> {
            var thread = new Thread(task, "regcontract-simulator-" + count.incrementAndGet());
            thread.setDaemon(true);
            return thread;
        });
    }

    /** Starts serving at most so many connections at once, in these threads. */
    static SimulatorHttpServer start(
            InetAddress address,
            int port,
            Endpoint endpoint,
            Clock clock,
            ConnectionTimeouts patience,
            int most,
            ThreadFactory threads) {
        try {
            var door = new ServerSocket();
            try {
                door.bind(new InetSocketAddress(address, port), BACKLOG);
                var front = new SimulatorHttpServer(door, endpoint, clock, patience, most, threads);
                new Thread(front::admit, "regcontract-simulator-door").start();
                var patrol = new Thread(front::closeLateConnections, "regcontract-simulator-patrol");
                patrol.setDaemon(true);
                patrol.start();
                return front;
            } catch (IOException unusable) {
                door.close();
                throw unusable;
            }
        } catch (IOException unusable) {
            throw new UncheckedIOException(
                    "cannot listen on " + address.getHostAddress() + " port " + port + ": " + unusable.getMessage(),
                    unusable);
        }
    }

    public int port() {
        return address.getPort();
    }

    public InetAddress address() {
        return address.getAddress();
    }

    /** Finishes the answers under way. Threads are not interrupted, because an interrupt would close the state file. */
    @Override
    public void close() {
        try {
            door.close();
        } catch (IOException alreadyGone) {
            // Already closed.
        }
        connections.forEach(ConnectionHandler::endUnlessAnswering);
        threads.shutdown();
        try {
            if (!threads.awaitTermination(FOR_LAST_ANSWERS.toNanos(), TimeUnit.NANOSECONDS)) {
                connections.forEach(ConnectionHandler::end);
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private void admit() {
        while (!door.isClosed()) {
            try {
                admitNext();
            } catch (IOException | RejectedExecutionException | Error gone) {
                // The door is closed; or there are no more files, threads or memory, and may be some in a moment.
                LockSupport.parkNanos(A_MOMENT);
            }
        }
    }

    /** Waits for the next connection and gives it a place and a thread. */
    private void admitNext() throws IOException {
        var socket = door.accept();
        boolean served = false;
        try {
            while (!places.tryAcquire()) {
                makeRoom();
            }
            try {
                serve(socket);
                served = true;
            } finally {
                if (!served) {
                    places.release();
                }
            }
        } finally {
            if (!served) {
                socket.close();
            }
        }
    }

    private void serve(Socket socket) throws IOException {
        socket.setTcpNoDelay(true);
        var connection = new ConnectionHandler(socket, endpoint, outgoing, patience, this::mayStay, large);
        for (int attempt = 1; ; attempt++) {
            try {
                threads.execute(() -> serve(connection));
                return;
            } catch (OutOfMemoryError noThread) {
                if (attempt == MOST_ATTEMPTS) {
                    throw noThread;
                }
                makeRoom();
            }
        }
    }

    private void serve(ConnectionHandler connection) {
        try {
            connections.add(connection);
            if (!door.isClosed()) {
                connection.run();
            }
        } catch (OutOfMemoryError | StackOverflowError beyondThisOne) {
            // What one client asked for was too much: its connection ends, and nothing else does.
        } finally {
            try {
                connection.end();
            } finally {
                connections.remove(connection);
                places.release();
            }
        }
    }

    /** Ends the connection that has waited for longest without need, and gives its thread a moment to become free. */
    private void makeRoom() {
        long now = System.nanoTime();
        connections.stream()
                .filter(connection -> connection.phase() == ConnectionHandler.Phase.IDLE
                        || (connection.phase() == ConnectionHandler.Phase.READING
                                && now - connection.since() > FOR_A_REQUEST_IN_A_CROWD.toNanos()))
                .min(Comparator.comparing(ConnectionHandler::phase)
                        .thenComparing(
                                Comparator.comparingLong((ConnectionHandler connection) -> now - connection.since())
                                        .reversed()))
                .ifPresent(ConnectionHandler::endUnlessAnswering);
        LockSupport.parkNanos(A_MOMENT / 10);
    }

    private boolean mayStay() {
        return !door.isClosed() && connections.size() <= MOST_KEPT_ALIVE;
    }

    /** Closes connections that exceeded their deadline. */
    private void closeLateConnections() {
        while (!door.isClosed()) {
            LockSupport.parkNanos(BETWEEN_PATROLS.toNanos());
            try {
                long now = System.nanoTime();
                connections.stream()
                        .filter(connection -> connection.isLate(now))
                        .forEach(ConnectionHandler::end);
            } catch (OutOfMemoryError inAMoment) {
                // The next round is soon.
            }
        }
    }
}
