package io.regcontract.simulator.http;

import io.regcontract.simulator.wire.Endpoint;
import io.regcontract.simulator.wire.WireAnswer;
import io.regcontract.simulator.wire.WireRequest;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.time.Duration;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.HttpException;
import org.apache.hc.core5.http.HttpVersion;
import org.apache.hc.core5.http.MalformedChunkCodingException;
import org.apache.hc.core5.http.MessageConstraintException;
import org.apache.hc.core5.http.NotImplementedException;
import org.apache.hc.core5.http.RequestHeaderFieldsTooLargeException;
import org.apache.hc.core5.http.UnsupportedHttpVersionException;
import org.apache.hc.core5.http.impl.io.DefaultBHttpServerConnection;
import org.apache.hc.core5.util.Timeout;

/**
 * Serves one connection in one thread: reads a request, has it answered, and reads the next one. Handing work from one
 * thread to another would cost more than most answers.
 */
final class ConnectionHandler implements Runnable {

    private static final System.Logger LOG = System.getLogger("io.regcontract.simulator");

    /** How long a refused client, which may still be sending, has to read the refusal. */
    private static final Duration FOR_A_REFUSAL = Duration.ofSeconds(2);

    private static final Duration UNLIMITED = Duration.ofDays(1);

    private final DefaultBHttpServerConnection http;
    /** What came from the network. Closing it ends everything at once, whatever another thread is doing with it. */
    private final Socket network;

    private final Encryption encryption;
    private final InetAddress caller;
    private final Endpoint endpoint;
    private final ResponseFactory responses;
    private final ConnectionTimeouts timeouts;
    private final BooleanSupplier mayStayOpen;
    private final LargeRequests.Share share;
    private volatile long deadline;
    private volatile long since;
    private volatile Phase phase = Phase.IDLE;
    /** What is read and written: the connection itself, or TLS over it. */
    private Socket socket;
    /** Whether bytes of the present answer may have left: no other answer can be given then. */
    private boolean sending;

    /**
     * @param encryption what lies between the connection and HTTP
     * @param mayStayOpen whether another request may follow on this connection
     */
    ConnectionHandler(
            Socket network,
            Encryption encryption,
            Endpoint endpoint,
            ResponseFactory responses,
            ConnectionTimeouts timeouts,
            BooleanSupplier mayStayOpen,
            LargeRequests large) {
        this.network = network;
        this.socket = network;
        this.encryption = encryption;
        this.caller = network.getInetAddress();
        this.endpoint = endpoint;
        this.responses = responses;
        this.timeouts = timeouts;
        this.mayStayOpen = mayStayOpen;
        this.share = large.new Share();
        this.http = RequestReader.connection(share);
        enter(Phase.IDLE);
        within(UNLIMITED);
    }

    /** What a connection is doing. */
    enum Phase {
        /** Between two requests. */
        IDLE,
        /** A request has begun to come. */
        READING,
        /** A request is being answered. */
        ANSWERING
    }

    @Override
    public void run() {
        try {
            // A client that greets slowly counts as idle, and has as long as for a request.
            within(timeouts.request());
            socket = encryption.over(network);
            http.bind(socket);
            within(UNLIMITED);
            var idle = Timeout.of(timeouts.idle());
            boolean goesOn = true;
            while (goesOn && http.isDataAvailable(idle)) {
                enter(Phase.READING);
                within(timeouts.request());
                goesOn = serve();
                enter(Phase.IDLE);
                within(UNLIMITED);
            }
        } catch (Encryption.PlainTextException unencrypted) {
            tell(unencrypted);
        } catch (IOException ended) {
            // Ignored: the client hung up or timed out, or the server is stopping.
        }
        finish();
    }

    Phase phase() {
        return phase;
    }

    /** When the present phase began, by the clock of {@link System#nanoTime}. */
    long since() {
        return since;
    }

    /** Whether the deadline of what the connection waits for has passed. */
    boolean isLate(long now) {
        return now - deadline > 0;
    }

    /** Ends the connection, unless an answer is on its way. */
    void endUnlessAnswering() {
        if (phase != Phase.ANSWERING) {
            end();
        }
    }

    void end() {
        try {
            // Closing through HttpCore would reset the connection: the client would lose the last answer.
            // Closing TLS would wait for what another thread writes.
            network.close();
        } catch (IOException alreadyGone) {
            // Already closed.
        }
    }

    /** Whether another request may follow. */
    private boolean serve() throws IOException {
        try {
            sending = false;
            var request = http.receiveRequestHeader();
            if (request == null) {
                return false;
            }
            var body = RequestReader.body(http, request, share);
            enter(Phase.ANSWERING);
            // Processing time does not count against the client's deadline.
            within(UNLIMITED);
            var headers = RequestReader.headers(request);
            var question = request.getPath().indexOf('?');
            var path = request.getPath();
            var answer = Compression.of(
                    Optional.ofNullable(headers.get("accept-encoding"))
                            .map(values -> values.get(0))
                            .orElse(null),
                    endpoint.answer(new WireRequest(
                            request.getMethod(),
                            question < 0 ? path : path.substring(0, question),
                            question < 0 ? "" : path.substring(question + 1),
                            headers,
                            body,
                            caller,
                            this::isAbandoned)));
            if (!IrregularDelivery.goesOn(answer, socket, network, this::isAbandoned)) {
                return false;
            }
            boolean latest = http.getProtocolVersion().equals(HttpVersion.HTTP_1_1);
            boolean staysOpen = KeepAlive.isAllowed(latest, headers) && mayStayOpen.getAsBoolean();
            boolean bodiless = request.getMethod().equals("HEAD") || answer.status() == 204;
            within(timeouts.answer());
            send(responses.response(answer, bodiless, staysOpen ? latest ? "" : "keep-alive" : "close"));
            return staysOpen;
        } catch (UnsupportedHttpVersionException e) {
            return refuse(505, e);
        } catch (NotImplementedException e) {
            return refuse(501, e);
        } catch (RequestHeaderFieldsTooLargeException | MessageConstraintException e) {
            return refuse(431, e);
        } catch (RequestReader.TooLargeException e) {
            return refuse(413, e);
        } catch (LargeRequests.NoPlace e) {
            return refuse(503, e);
        } catch (HttpException | MalformedChunkCodingException e) {
            return refuse(400, e);
        } catch (VirtualMachineError beyondThisOne) {
            throw beyondThisOne;
        } catch (RuntimeException | Error fault) {
            return failed(fault);
        } finally {
            share.release();
        }
    }

    /**
     * Answers with an error and closes the connection, because the bytes after an unreadable request cannot be
     * interpreted.
     */
    private boolean refuse(int status, Exception why) throws IOException {
        share.release();
        within(FOR_A_REFUSAL);
        tellAndHangUp(status, why);
        return false;
    }

    /** Tells a client that speaks plain HTTP, as far as it goes, that this port speaks TLS. */
    private void tell(Encryption.PlainTextException unencrypted) {
        within(FOR_A_REFUSAL);
        try {
            http.bind(network);
            tellAndHangUp(400, unencrypted);
        } catch (IOException ended) {
            // The client has hung up already.
        }
    }

    private void tellAndHangUp(int status, Exception why) throws IOException {
        try {
            send(responses.response(WireAnswer.plain(status, String.valueOf(why.getMessage())), false, "close"));
        } catch (HttpException unwritable) {
            throw new IOException(unwritable);
        }
        letTheClientFinish();
    }

    /** Answers a fault that nothing before has answered, and closes the connection. */
    private boolean failed(Throwable fault) throws IOException {
        LOG.log(System.Logger.Level.ERROR, "the simulator failed to answer a call", fault);
        if (!sending) {
            within(FOR_A_REFUSAL);
            FaultAnswer.write(socket, fault);
            letTheClientFinish();
        }
        return false;
    }

    /** To close before the client has sent all would reset the connection and take the answer with it. */
    private void letTheClientFinish() throws IOException {
        socket.shutdownOutput();
        socket.setSoTimeout((int) FOR_A_REFUSAL.toMillis());
        socket.getInputStream().transferTo(OutputStream.nullOutputStream());
    }

    /** Takes leave of the client, which with TLS is a message that has to be taken. */
    private void finish() {
        within(FOR_A_REFUSAL);
        try {
            socket.close();
        } catch (IOException alreadyGone) {
            // Already closed.
        }
    }

    private void send(ClassicHttpResponse response) throws IOException, HttpException {
        sending = true;
        http.sendResponseHeader(response);
        http.sendResponseEntity(response);
        http.flush();
    }

    /** Whether the client has hung up. Expensive; only the thread that serves the connection may ask. */
    private boolean isAbandoned() {
        try {
            return http.isStale();
        } catch (IOException gone) {
            return true;
        }
    }

    private void enter(Phase next) {
        since = System.nanoTime();
        phase = next;
    }

    private void within(Duration time) {
        deadline = System.nanoTime() + time.toNanos();
    }
}
