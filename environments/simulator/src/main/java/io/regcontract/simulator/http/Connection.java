package io.regcontract.simulator.http;

import io.regcontract.simulator.wire.Endpoint;
import io.regcontract.simulator.wire.WireAnswer;
import io.regcontract.simulator.wire.WireRequest;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.function.BooleanSupplier;

/**
 * One connection and the thread that serves it: reads a request, has it answered, and reads the next one. Nothing is handed
 * from one thread to another, which is most of what an answer from memory costs otherwise.
 */
final class Connection implements Runnable {

    private static final byte[] CONTINUE = "HTTP/1.1 100 Continue\r\n\r\n".getBytes(StandardCharsets.US_ASCII);
    /** For the client to read why it was refused, while it is still sending. */
    private static final Duration LAST_WORDS = Duration.ofSeconds(2);

    private static final Duration UNLIMITED = Duration.ofDays(1);

    private final SocketChannel channel;
    private final InetAddress caller;
    private final Endpoint endpoint;
    private final Outgoing outgoing;
    private final Patience patience;
    private final BooleanSupplier mayStay;
    private final Incoming incoming;
    private volatile long deadline;
    /** From the last byte of a request to the last of its answer. */
    private volatile boolean answering;

    /** @param mayStay whether another request may follow on this connection */
    Connection(
            SocketChannel channel, Endpoint endpoint, Outgoing outgoing, Patience patience, BooleanSupplier mayStay)
            throws IOException {
        this.channel = channel;
        this.caller = ((InetSocketAddress) channel.getRemoteAddress()).getAddress();
        this.endpoint = endpoint;
        this.outgoing = outgoing;
        this.patience = patience;
        this.mayStay = mayStay;
        this.incoming = new Incoming(channel);
        within(patience.idle());
    }

    @Override
    public void run() {
        try (channel) {
            boolean goesOn = true;
            while (goesOn && incoming.begins()) {
                within(patience.request());
                goesOn = serve();
                within(patience.idle());
            }
        } catch (IOException ended) {
            // The client hung up, or was too slow, or the server stops: there is no one to tell.
        }
    }

    /** Whether it is over with the time for what the connection waits for. */
    boolean isLate(long now) {
        return now - deadline > 0;
    }

    /** Ends the connection, unless an answer is on its way. */
    void endUnlessAnswering() {
        if (!answering) {
            end();
        }
    }

    void end() {
        try {
            channel.close();
        } catch (IOException alreadyGone) {
            // That is what was wanted.
        }
    }

    /** Whether another request may follow. */
    private boolean serve() throws IOException {
        try {
            var head = RequestHead.read(incoming);
            var announced = RequestBody.announcedBy(head);
            if (head.expectsContinue()) {
                write(ByteBuffer.wrap(CONTINUE));
            }
            var body = announced.read(incoming);
            answering = true;
            // How long it takes to find an answer is not the client's fault.
            within(UNLIMITED);
            var answer = Compression.of(
                    head.first("accept-encoding").orElse(null),
                    endpoint.answer(new WireRequest(
                            head.method(), head.path(), head.query(), head.headers(), body, caller)));
            boolean stays = head.keepsAlive() && mayStay.getAsBoolean();
            boolean bodiless = head.method().equals("HEAD") || answer.status() == 204;
            within(patience.answer());
            write(outgoing.bytes(answer, bodiless, stays ? head.isLatest() ? "" : "keep-alive" : "close"));
            return stays;
        } catch (HttpRefusal refusal) {
            refuse(refusal);
            return false;
        } finally {
            answering = false;
        }
    }

    private void refuse(HttpRefusal refusal) throws IOException {
        within(LAST_WORDS);
        write(outgoing.bytes(WireAnswer.plain(refusal.status(), refusal.sentence()), false, "close"));
        channel.shutdownOutput();
        incoming.exhaust();
    }

    private void write(ByteBuffer bytes) throws IOException {
        while (bytes.hasRemaining()) {
            channel.write(bytes);
        }
    }

    private void within(Duration time) {
        deadline = System.nanoTime() + time.toNanos();
    }
}
