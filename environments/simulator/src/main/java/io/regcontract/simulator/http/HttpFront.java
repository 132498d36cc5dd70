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
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;

/**
 * Serves an endpoint over HTTP/1.1, with one thread per connection: a slow sender holds up no one but itself. See
 * docs/simulator.md for why this is not the server of the JDK.
 */
public final class HttpFront implements AutoCloseable {

    /** The largest body that is read, in bytes. */
    public static final int LARGEST_BODY = 8 * 1024 * 1024;

    /** So many connections are open at once; whoever comes then waits until one ends. */
    private static final int MOST_CONNECTIONS = 2_000;
    /** With more than so many, each ends with its answer: clients that open one for every call forget to close them. */
    private static final int MOST_KEPT_ALIVE = 200;

    private static final int BACKLOG = 1_024;
    private static final Duration BETWEEN_PATROLS = Duration.ofMillis(200);
    private static final Duration FOR_LAST_ANSWERS = Duration.ofSeconds(2);

    private final ServerSocket door;
    private final InetSocketAddress address;
    private final Endpoint endpoint;
    private final Outgoing outgoing;
    private final Patience patience;
    private final ExecutorService threads;
    private final Semaphore places = new Semaphore(MOST_CONNECTIONS);
    private final Set<Connection> connections = ConcurrentHashMap.newKeySet();

    private HttpFront(ServerSocket door, Endpoint endpoint, Clock clock, Patience patience) throws IOException {
        this.door = door;
        this.address = (InetSocketAddress) door.getLocalSocketAddress();
        this.endpoint = endpoint;
        this.outgoing = new Outgoing(clock);
        this.patience = patience;
        var count = new AtomicInteger();
        this.threads = Executors.newCachedThreadPool(task -> {
            var thread = new Thread(task, "regcontract-simulator-" + count.incrementAndGet());
            thread.setDaemon(true);
            return thread;
        });
    }

    /**
     * Starts serving.
     *
     * @param port 0 for any free one
     * @param clock for the dates of answers
     * @throws UncheckedIOException when the port cannot be used
     */
    public static HttpFront start(InetAddress address, int port, Endpoint endpoint, Clock clock, Patience patience) {
        try {
            var door = new ServerSocket();
            try {
                door.bind(new InetSocketAddress(address, port), BACKLOG);
                var front = new HttpFront(door, endpoint, clock, patience);
                new Thread(front::admit, "regcontract-simulator-door").start();
                var patrol = new Thread(front::patrol, "regcontract-simulator-patrol");
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

    /** What is being answered comes to its end; no thread is interrupted, because that would close the state file. */
    @Override
    public void close() {
        try {
            door.close();
        } catch (IOException alreadyGone) {
            // That is what was wanted.
        }
        connections.forEach(Connection::endUnlessAnswering);
        threads.shutdown();
        try {
            if (!threads.awaitTermination(FOR_LAST_ANSWERS.toNanos(), TimeUnit.NANOSECONDS)) {
                connections.forEach(Connection::end);
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private void admit() {
        while (!door.isClosed()) {
            places.acquireUninterruptibly();
            if (!isServed()) {
                places.release();
                // The door is closed; or the system has no more files, and may have some in a moment.
                LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(10));
            }
        }
    }

    /** Waits for the next connection, and whether it came and has its thread. */
    private boolean isServed() {
        try {
            var socket = door.accept();
            try {
                serve(socket);
                return true;
            } catch (IOException | RejectedExecutionException gone) {
                socket.close();
                return false;
            }
        } catch (IOException closed) {
            return false;
        }
    }

    private void serve(Socket socket) throws IOException {
        socket.setTcpNoDelay(true);
        var connection = new Connection(socket, endpoint, outgoing, patience, this::mayStay);
        threads.execute(() -> {
            connections.add(connection);
            try {
                if (!door.isClosed()) {
                    connection.run();
                }
            } finally {
                connection.end();
                connections.remove(connection);
                places.release();
            }
        });
    }

    private boolean mayStay() {
        return !door.isClosed() && connections.size() <= MOST_KEPT_ALIVE;
    }

    /** Ends those who take too long. */
    private void patrol() {
        while (!door.isClosed()) {
            LockSupport.parkNanos(BETWEEN_PATROLS.toNanos());
            long now = System.nanoTime();
            connections.stream().filter(connection -> connection.isLate(now)).forEach(Connection::end);
        }
    }
}
