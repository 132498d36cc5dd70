package io.regcontract.traffic.proxy;

import io.regcontract.traffic.TrafficExchange;
import io.regcontract.traffic.proxy.message.AnswerHead;
import io.regcontract.traffic.proxy.message.BodyCapture;
import io.regcontract.traffic.proxy.message.RequestHead;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/** An exchange while it passes. Filled by the thread of the events, and then read by the one that judges. */
final class PassingExchange {

    private final long number;
    private final Instant at;
    private final long begun = System.nanoTime();
    private final RequestHead request;
    private final String url;
    private final BodyCapture sent;
    private final BodyCapture received;
    private @Nullable AnswerHead answer;
    private boolean requestWhole;
    private boolean answerWhole;
    private double millis;

    /**
     * As its head was passed on.
     *
     * @param number counted from 1
     * @param url of the service, with the target
     * @param sent will have the body of the request
     * @param received will have that of the answer
     */
    PassingExchange(long number, Instant at, RequestHead request, String url, BodyCapture sent, BodyCapture received) {
        this.number = number;
        this.at = at;
        this.request = request;
        this.url = url;
        this.sent = sent;
        this.received = received;
    }

    String method() {
        return request.method();
    }

    BodyCapture sent() {
        return sent;
    }

    BodyCapture received() {
        return received;
    }

    void answered(AnswerHead head) {
        answer = head;
    }

    boolean hasAnswer() {
        return answer != null;
    }

    void requestEnds() {
        requestWhole = true;
    }

    /** Whether nothing of it is to come any more. */
    boolean whole() {
        return requestWhole && answerWhole;
    }

    void answerEnds() {
        answerWhole = true;
        millis = (System.nanoTime() - begun) / 1e6;
    }

    /** Whether there was no room for a copy of all of it. */
    boolean withoutCopy() {
        return sent.loss() == BodyCapture.Loss.NO_ROOM || received.loss() == BodyCapture.Loss.NO_ROOM;
    }

    void release() {
        sent.release();
        received.release();
    }

    String place() {
        return "exchange " + number;
    }

    /** What the judge takes. */
    TrafficExchange recorded() {
        var head = answer;
        return new TrafficExchange(
                place(),
                Optional.of(at),
                answerWhole ? OptionalDouble.of(millis) : OptionalDouble.empty(),
                request.method(),
                url,
                request.head().headers(),
                BodyDecoding.decoded(sent, requestWhole, request.head()),
                head == null
                        ? Optional.empty()
                        : Optional.of(new TrafficExchange.Response(
                                head.status(),
                                head.head().headers(),
                                BodyDecoding.decoded(received, answerWhole, head.head()))));
    }
}
