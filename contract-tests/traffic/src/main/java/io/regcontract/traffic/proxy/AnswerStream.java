package io.regcontract.traffic.proxy;

import io.regcontract.traffic.proxy.message.AnswerHead;
import io.regcontract.traffic.proxy.message.BadMessageException;
import io.regcontract.traffic.proxy.message.BodyLength;
import io.regcontract.traffic.proxy.message.BodyReader;
import io.regcontract.traffic.proxy.message.ForwardedHead;
import io.regcontract.traffic.proxy.message.HeadBytes;
import io.regcontract.traffic.proxy.message.MessageHead;
import java.nio.ByteBuffer;
import org.jspecify.annotations.Nullable;

/** The answers of one connection, on their way to the client. */
final class AnswerStream {

    private final ProxyWorld world;
    private final RequestStream requests;
    private final Outlet toClient;
    private final HeadBytes head = new HeadBytes();
    private @Nullable BodyReader body;

    AnswerStream(ProxyWorld world, RequestStream requests, Outlet toClient) {
        this.world = world;
        this.requests = requests;
        this.toClient = toClient;
    }

    /** Passes bytes on. */
    void take(ByteBuffer in) throws BadMessageException {
        while (in.hasRemaining()) {
            if (body != null) {
                body(in, body);
            } else if (head.take(in)) {
                begin(AnswerHead.of(MessageHead.of(head.text())));
            }
        }
    }

    private void begin(AnswerHead answer) throws BadMessageException {
        var exchange = requests.oldest();
        var length = BodyLength.ofAnswer(
                answer.head(),
                answer.http10(),
                exchange.map(PassingExchange::method).orElse(""),
                answer.status());
        toClient.send(ForwardedHead.answer(answer.head()));
        if (answer.interim()) {
            return;
        }
        exchange.ifPresent(asked -> asked.answered(answer));
        if (length.equals(BodyLength.NONE)) {
            end();
        } else {
            body = new BodyReader(
                    length, exchange.map(PassingExchange::received).orElseGet(world::uncopied));
        }
    }

    private void body(ByteBuffer in, BodyReader reader) throws BadMessageException {
        var from = in.position();
        var whole = reader.read(in);
        toClient.send(in.duplicate().limit(in.position()).position(from));
        if (whole) {
            end();
        }
    }

    private void end() {
        body = null;
        requests.oldest().ifPresent(exchange -> {
            exchange.answerEnds();
            requests.answered();
            if (exchange.whole()) {
                world.ended(exchange);
            }
        });
    }

    /** The connection has ended, which may be the end of a body. */
    void connectionEnds() {
        if (body != null && body.endsWithConnection()) {
            end();
        }
    }

    /** Whether it stands in the middle of an answer. */
    boolean inside() {
        return body != null || head.begun();
    }

    /** Whether a part of an answer has been passed on, so that no other can take its place. */
    boolean inBody() {
        return body != null;
    }
}
