package io.regcontract.simulator.http;

import io.regcontract.simulator.wire.Endpoint;
import io.regcontract.simulator.wire.WireAnswer;
import io.regcontract.simulator.wire.WireRequest;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.apache.hc.core5.http.ClassicHttpRequest;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.ContentLengthStrategy;
import org.apache.hc.core5.http.HttpException;
import org.apache.hc.core5.http.HttpVersion;
import org.apache.hc.core5.http.MalformedChunkCodingException;
import org.apache.hc.core5.http.MessageConstraintException;
import org.apache.hc.core5.http.NotImplementedException;
import org.apache.hc.core5.http.RequestHeaderFieldsTooLargeException;
import org.apache.hc.core5.http.UnsupportedHttpVersionException;
import org.apache.hc.core5.http.config.Http1Config;
import org.apache.hc.core5.http.impl.io.ChunkedInputStream;
import org.apache.hc.core5.http.impl.io.DefaultBHttpServerConnection;
import org.apache.hc.core5.http.io.SessionInputBuffer;
import org.apache.hc.core5.http.message.BasicClassicHttpResponse;
import org.apache.hc.core5.util.Timeout;

/**
 * One connection and the thread that serves it: reads a request, has it answered, and reads the next one. Nothing is
 * handed from one thread to another, which is most of what an answer from memory costs otherwise.
 */
final class ConnectionHandler implements Runnable {

    /** Bytes. A connection has three such buffers for as long as it is open, and some thousand may be open. */
    private static final int BUFFER = 8 * 1024;

    private static final Http1Config LIMITS = Http1Config.custom()
            .setMaxLineLength(RequestHeads.LARGEST)
            .setBufferSize(BUFFER)
            .build();
    /** What may follow the last chunk of a body: nothing that anyone looks at. */
    private static final Http1Config TRAILERS =
            Http1Config.custom().setMaxHeaderCount(20).build();
    /** For the client to read why it was refused, while it is still sending. */
    private static final Duration LAST_WORDS = Duration.ofSeconds(2);

    private static final Duration UNLIMITED = Duration.ofDays(1);

    private final DefaultBHttpServerConnection http;
    private final Socket socket;
    private final InetAddress caller;
    private final Endpoint endpoint;
    private final ResponseFactory outgoing;
    private final ConnectionTimeouts patience;
    private final BooleanSupplier mayStay;
    private final LargeRequests.Share share;
    private volatile long deadline;
    private volatile long since;
    private volatile Phase phase = Phase.IDLE;

    /** @param mayStay whether another request may follow on this connection */
    ConnectionHandler(
            Socket socket,
            Endpoint endpoint,
            ResponseFactory outgoing,
            ConnectionTimeouts patience,
            BooleanSupplier mayStay,
            LargeRequests large)
            throws IOException {
        this.socket = socket;
        this.caller = socket.getInetAddress();
        this.endpoint = endpoint;
        this.outgoing = outgoing;
        this.patience = patience;
        this.mayStay = mayStay;
        this.share = large.new Share();
        this.http = http(share);
        http.bind(socket);
        enter(Phase.IDLE);
        within(UNLIMITED);
    }

    private static DefaultBHttpServerConnection http(LargeRequests.Share share) {
        return new DefaultBHttpServerConnection(
                "http", LIMITS, null, null, null, null, unused -> new RequestHeads(share), null) {
            @Override
            protected InputStream createContentInputStream(long length, SessionInputBuffer buffer, InputStream in) {
                return length == ContentLengthStrategy.CHUNKED
                        ? new ChunkedInputStream(buffer, in, TRAILERS)
                        : super.createContentInputStream(length, buffer, in);
            }
        };
    }

    /** What a connection is about. */
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
            var idle = Timeout.of(patience.idle());
            boolean goesOn = true;
            while (goesOn && http.isDataAvailable(idle)) {
                enter(Phase.READING);
                within(patience.request());
                goesOn = serve();
                enter(Phase.IDLE);
                within(UNLIMITED);
            }
        } catch (IOException ended) {
            // Ignored: the client hung up or timed out, or the server is stopping.
        }
    }

    Phase phase() {
        return phase;
    }

    /** Since when the connection has been about what it is about, by the clock of {@link System#nanoTime}. */
    long since() {
        return since;
    }

    /** Whether it is over with the time for what the connection waits for. */
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
            // Not the connection's own way to close at once, which resets: the client would lose the last answer.
            socket.close();
        } catch (IOException alreadyGone) {
            // Already closed.
        }
    }

    /** Whether another request may follow. */
    private boolean serve() throws IOException {
        try {
            var request = http.receiveRequestHeader();
            if (request == null) {
                return false;
            }
            var body = body(request);
            enter(Phase.ANSWERING);
            // Processing time does not count against the client's deadline.
            within(UNLIMITED);
            var headers = headers(request);
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
            boolean latest = http.getProtocolVersion().equals(HttpVersion.HTTP_1_1);
            boolean stays = keepsAlive(latest, headers) && isFramedOnce(latest, headers) && mayStay.getAsBoolean();
            boolean bodiless = request.getMethod().equals("HEAD") || answer.status() == 204;
            within(patience.answer());
            send(outgoing.response(answer, bodiless, stays ? latest ? "" : "keep-alive" : "close"));
            return stays;
        } catch (UnsupportedHttpVersionException e) {
            return refuse(505, e);
        } catch (NotImplementedException e) {
            return refuse(501, e);
        } catch (RequestHeaderFieldsTooLargeException | MessageConstraintException e) {
            return refuse(431, e);
        } catch (TooLarge e) {
            return refuse(413, e);
        } catch (LargeRequests.NoPlace e) {
            return refuse(503, e);
        } catch (HttpException | MalformedChunkCodingException e) {
            return refuse(400, e);
        } finally {
            share.release();
        }
    }

    /**
     * Whether everyone on the way reads the end of the request in the same place. After one that says it twice, or that an
     * older client cannot have meant, the connection must be closed (RFC 9112, 6.1).
     */
    private static boolean isFramedOnce(boolean latest, Map<String, List<String>> headers) {
        return !headers.containsKey("transfer-encoding") || (latest && !headers.containsKey("content-length"));
    }

    private byte[] body(ClassicHttpRequest request) throws IOException, HttpException {
        http.receiveRequestEntity(request);
        var entity = request.getEntity();
        if (entity == null) {
            return new byte[0];
        }
        if (entity.getContentLength() > SimulatorHttpServer.LARGEST_BODY) {
            throw new TooLarge();
        }
        var expectation = request.getFirstHeader("Expect");
        if (expectation != null && expectation.getValue().equalsIgnoreCase("100-continue")) {
            http.sendResponseHeader(new BasicClassicHttpResponse(100));
            http.flush();
        }
        var body = share.counted(entity.getContent()).readNBytes(SimulatorHttpServer.LARGEST_BODY + 1);
        if (body.length > SimulatorHttpServer.LARGEST_BODY) {
            throw new TooLarge();
        }
        return body;
    }

    private static Map<String, List<String>> headers(ClassicHttpRequest request) {
        var headers = new HashMap<String, List<String>>();
        for (var header : request.getHeaders()) {
            headers.computeIfAbsent(header.getName().toLowerCase(Locale.ROOT), unused -> new ArrayList<>(1))
                    .add(header.getValue());
        }
        return headers;
    }

    private static boolean keepsAlive(boolean latest, Map<String, List<String>> headers) {
        return latest ? !says(headers, "close") : says(headers, "keep-alive");
    }

    private static boolean says(Map<String, List<String>> headers, String word) {
        for (var value : headers.getOrDefault("connection", List.of())) {
            for (var said : value.split(",", -1)) {
                if (said.strip().equalsIgnoreCase(word)) {
                    return true;
                }
            }
        }
        return false;
    }

    /**
     * Answers with an error and closes the connection, because the bytes after an unreadable request cannot be
     * interpreted.
     */
    private boolean refuse(int status, Exception why) throws IOException {
        share.release();
        within(LAST_WORDS);
        try {
            send(outgoing.response(WireAnswer.plain(status, String.valueOf(why.getMessage())), false, "close"));
        } catch (HttpException unwritable) {
            throw new IOException(unwritable);
        }
        socket.shutdownOutput();
        socket.setSoTimeout((int) LAST_WORDS.toMillis());
        socket.getInputStream().transferTo(OutputStream.nullOutputStream());
        return false;
    }

    private void send(ClassicHttpResponse response) throws IOException, HttpException {
        http.sendResponseHeader(response);
        http.sendResponseEntity(response);
        http.flush();
    }

    /** Whether the client has hung up. Only the thread that serves the connection may ask, and not for every trifle. */
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

    /** A body that is larger than any that is read. */
    private static final class TooLarge extends IOException {
        private static final long serialVersionUID = 1L;

        TooLarge() {
            super("The request body is larger than " + SimulatorHttpServer.LARGEST_BODY + " bytes.");
        }
    }
}
