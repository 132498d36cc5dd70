package io.regcontract.traffic.proxy;

import io.regcontract.traffic.proxy.message.BadMessageException;
import io.regcontract.traffic.proxy.message.BodyLength;
import io.regcontract.traffic.proxy.message.BodyReader;
import io.regcontract.traffic.proxy.message.ForwardedHead;
import io.regcontract.traffic.proxy.message.HeadBytes;
import io.regcontract.traffic.proxy.message.MessageHead;
import io.regcontract.traffic.proxy.message.RequestHead;
import java.nio.ByteBuffer;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The requests of one connection, one after the other, on their way to the service. */
final class RequestStream {

    /** A client that sends more without reading an answer is cut off. */
    private static final int MOST_UNANSWERED = 1000;

    private final ProxyWorld world;
    private final Outlet toService;
    private final HeadBytes head = new HeadBytes();
    private final Deque<PassingExchange> unanswered = new ArrayDeque<>();
    private @Nullable PassingExchange current;
    private @Nullable BodyReader body;

    RequestStream(ProxyWorld world, Outlet toService) {
        this.world = world;
        this.toService = toService;
    }

    /** Passes bytes on. */
    void take(ByteBuffer in) throws BadMessageException {
        while (in.hasRemaining()) {
            if (body != null) {
                body(in, body);
            } else if (head.take(in)) {
                begin(RequestHead.of(MessageHead.of(head.text()), world.service(), world.ownPort()));
            }
        }
    }

    private void begin(RequestHead request) throws BadMessageException {
        var length = BodyLength.ofRequest(request.head(), request.http10());
        if (unanswered.size() == MOST_UNANSWERED) {
            throw new BadMessageException(400, MOST_UNANSWERED + " requests came before it that have no answer yet");
        }
        toService.send(ForwardedHead.request(
                request.head(), request.startLine(), world.service().authority(), world.added()));
        var exchange = world.begin(request);
        unanswered.addLast(exchange);
        if (length.equals(BodyLength.NONE)) {
            exchange.requestEnds();
        } else {
            current = exchange;
            body = new BodyReader(length, exchange.sent());
        }
    }

    private void body(ByteBuffer in, BodyReader reader) throws BadMessageException {
        var from = in.position();
        var whole = reader.read(in);
        toService.send(in.duplicate().limit(in.position()).position(from));
        if (whole && current != null) {
            current.requestEnds();
            if (current.whole()) {
                // Its answer came before its end.
                world.ended(current);
            }
            current = null;
            body = null;
        }
    }

    /** The oldest request that has no whole answer. */
    Optional<PassingExchange> oldest() {
        return Optional.ofNullable(unanswered.peekFirst());
    }

    /** The oldest has its answer. */
    void answered() {
        unanswered.pollFirst();
    }

    /** How many requests have no whole answer. */
    int open() {
        return unanswered.size();
    }

    /** The connection has broken: what is not whole never will be. */
    void breakOff() {
        if (current != null && !unanswered.contains(current)) {
            world.ended(current);
        }
        unanswered.forEach(world::ended);
        unanswered.clear();
        current = null;
    }

    /** The request that passes is answered by the proxy itself, and is no exchange with the service. */
    void withdraw() {
        unanswered.forEach(PassingExchange::release);
        unanswered.clear();
        current = null;
    }

    /** Whether it stands in the middle of a request. */
    boolean inside() {
        return body != null || head.begun();
    }

    /** Whether the request whose body passes has its answer already, so that nothing else can be answered. */
    boolean onlyCurrentIsOpen() {
        return unanswered.isEmpty() || (unanswered.size() == 1 && unanswered.peekFirst() == current);
    }
}
