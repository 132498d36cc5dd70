package io.regcontract.simulator.http;

import io.regcontract.simulator.wire.Endpoint;
import java.io.IOException;
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
 * Serves an endpoint over HTTP/1.1, with one thread per connection, so that a slow sender delays only itself. See
 * docs/decisions/the-http-server-is-ours.md for why this is no ready-made server.
 */
public final class SimulatorHttpServer implements AutoCloseable {

    /** The largest body that is read, in bytes. */
    public static final int LARGEST_BODY = 8 * 1024 * 1024;

    /** Open connections. For one more, the connection that has been idle for longest is closed. */
    private static final int MOST_CONNECTIONS = 2_000;
    /** Bytes of memory for each connection that may be open. */
    private static final long FOR_A_CONNECTION = 256 * 1024;
    /**
     * Above this number of open connections, keep-alive is off: clients that open a connection per call tend not to
     * close it.
     */
    private static final int MOST_KEPT_ALIVE = 200;

    /** A request that takes longer to arrive may be closed when there is no room for another connection. */
    private static final Duration FOR_A_REQUEST_IN_A_CROWD = Duration.ofSeconds(1);
    /** How often room is made for one connection for which there is no thread. */
    private static final int MOST_ATTEMPTS = 100;

    /** How long a thread without a connection stays. */
    private static final Duration IDLE_THREAD = Duration.ofSeconds(5);

    private static final long A_MOMENT = TimeUnit.MILLISECONDS.toNanos(10);
    private static final Duration BETWEEN_CHECKS = Duration.ofMillis(200);
    private static final Duration FOR_LAST_ANSWERS = Duration.ofSeconds(2);

    private final ServerSocket listener;
    private final InetSocketAddress address;
    private final Encryption encryption;
    private final Endpoint endpoint;
    private final ResponseFactory responses;
    private final ConnectionTimeouts timeouts;
    private final ExecutorService threads;
    private final Semaphore permits;
    private final LargeRequests large;
    private final Set<ConnectionHandler> connections = ConcurrentHashMap.newKeySet();

    private SimulatorHttpServer(
            ServerSocket listener,
            Encryption encryption,
            Endpoint endpoint,
            Clock clock,
            ConnectionTimeouts timeouts,
            int most,
            ThreadFactory threads) {
        this.listener = listener;
        this.address = (InetSocketAddress) listener.getLocalSocketAddress();
        this.encryption = encryption;
        this.endpoint = endpoint;
        this.responses = new ResponseFactory(clock);
        this.timeouts = timeouts;
        this.permits = new Semaphore(most);
        this.large = LargeRequests.forThisMachine(timeouts.request().dividedBy(2));
        this.threads = new ThreadPoolExecutor(
                0, Integer.MAX_VALUE, IDLE_THREAD.toSeconds(), TimeUnit.SECONDS, new SynchronousQueue<>(), threads);
    }

    /**
     * Starts serving.
     *
     * @param clock for the header Date
     * @throws IllegalArgumentException when the address is none of this machine
     * @throws java.io.UncheckedIOException when the port cannot be used
     */
    public static SimulatorHttpServer start(
            ListenAddress where, Endpoint endpoint, Clock clock, ConnectionTimeouts timeouts) {
        var count = new AtomicInteger();
        int most = (int)
                Math.max(100, Math.min(MOST_CONNECTIONS, Runtime.getRuntime().maxMemory() / FOR_A_CONNECTION));
        return start(where, endpoint, clock, timeouts, most, task -> {
            var thread = new Thread(task, "regcontract-simulator-" + count.incrementAndGet());
            thread.setDaemon(true);
            return thread;
        });
    }

    /**
     * Starts serving.
     *
     * @param most connections that are open at once
     */
    static SimulatorHttpServer start(
            ListenAddress where,
            Endpoint endpoint,
            Clock clock,
            ConnectionTimeouts timeouts,
            int most,
            ThreadFactory threads) {
        var encryption = new Encryption(where.identity());
        var server = new SimulatorHttpServer(where.open(), encryption, endpoint, clock, timeouts, most, threads);
        new Thread(server::admit, "regcontract-simulator-acceptor").start();
        var watch = new Thread(server::closeLateConnections, "regcontract-simulator-timeouts");
        watch.setDaemon(true);
        watch.start();
        return server;
    }

    /** The port that is listened on. */
    public int port() {
        return address.getPort();
    }

    /** The address that is listened on. */
    public InetAddress address() {
        return address.getAddress();
    }

    /**
     * Stops listening and finishes the answers under way, for two seconds at most. Threads are not interrupted,
     * because an interrupt would close the state file.
     */
    @Override
    public void close() {
        try {
            listener.close();
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
        while (!listener.isClosed()) {
            try {
                admitNext();
            } catch (IOException | RejectedExecutionException | Error gone) {
                // The server is closed; or files, threads or memory have run out, and may be there again soon.
                LockSupport.parkNanos(A_MOMENT);
            }
        }
    }

    /** Waits for the next connection and gives it a permit and a thread. */
    private void admitNext() throws IOException {
        var socket = listener.accept();
        boolean served = false;
        try {
            while (!permits.tryAcquire()) {
                makeRoom();
            }
            try {
                serve(socket);
                served = true;
            } finally {
                if (!served) {
                    permits.release();
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
        var connection =
                new ConnectionHandler(socket, encryption, endpoint, responses, timeouts, this::mayStayOpen, large);
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
            if (!listener.isClosed()) {
                connection.run();
            }
        } catch (OutOfMemoryError | StackOverflowError beyondThisOne) {
            // One request took too much memory: only its connection ends.
        } finally {
            try {
                connection.end();
            } finally {
                connections.remove(connection);
                permits.release();
            }
        }
    }

    /** Ends the connection that has been idle for longest, and gives its thread a moment to become free. */
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

    private boolean mayStayOpen() {
        return !listener.isClosed() && connections.size() <= MOST_KEPT_ALIVE;
    }

    /** Closes connections that exceeded their deadline. */
    private void closeLateConnections() {
        while (!listener.isClosed()) {
            LockSupport.parkNanos(BETWEEN_CHECKS.toNanos());
            try {
                long now = System.nanoTime();
                connections.stream()
                        .filter(connection -> connection.isLate(now))
                        .forEach(ConnectionHandler::end);
            } catch (OutOfMemoryError noMemory) {
                // The next round comes soon.
            }
        }
    }
}
