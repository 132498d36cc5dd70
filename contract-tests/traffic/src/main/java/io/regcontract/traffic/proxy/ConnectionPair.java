package io.regcontract.traffic.proxy;

import io.regcontract.traffic.proxy.message.BadMessageException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Locale;
import org.apache.hc.core5.io.CloseMode;
import org.apache.hc.core5.reactor.EventMask;
import org.apache.hc.core5.reactor.IOSession;
import org.apache.hc.core5.util.Timeout;
import org.jspecify.annotations.Nullable;

/**
 * A client's connection, and the one to the service that stands for it. What happens to the one happens to the other: the
 * end of a direction is passed on as such, and a reset as a reset.
 */
final class ConnectionPair {

    /** More are turned away. */
    static final int MOST = 2000;

    /** How long a client that was refused may keep its connection. */
    private static final Timeout TO_TAKE_LEAVE = Timeout.ofSeconds(5);

    private final ProxyWorld world;
    private final ServiceConnector connector;
    private final IOSession client;
    private final Outlet toClient = new Outlet();
    private final Outlet toService = new Outlet();
    private final RequestStream requests;
    private final AnswerStream answers;
    private @Nullable IOSession service;
    private volatile @Nullable Exception unreachable;
    private boolean connecting;
    private boolean refusing;
    private boolean clientEnded;
    private boolean serviceEnded;
    private boolean closed;

    ConnectionPair(ProxyWorld world, ServiceConnector connector, IOSession client) {
        this.world = world;
        this.connector = connector;
        this.client = client;
        requests = new RequestStream(world, toService);
        answers = new AnswerStream(world, requests, toClient);
    }

    void clientConnected() {
        toClient.open(client, false);
        client.setEvent(EventMask.READ);
        if (world.connections(1) > MOST) {
            refuse(503, "connection_limit_reached", "more than " + MOST + " connections are open");
        }
    }

    /** The service is there. */
    void serviceConnected(IOSession session) {
        service = session;
        if (closed || refusing) {
            session.close(CloseMode.GRACEFUL);
            return;
        }
        connecting = false;
        toService.open(session, world.service().secure());
        session.setEvent(EventMask.READ);
        serviceWritable();
    }

    /** The service is not there. May be called by any thread: the rest happens when the client's connection is called. */
    void serviceUnreachable(Exception why) {
        unreachable = why;
        client.setEvent(EventMask.WRITE);
    }

    /** Bytes of the client, or its end. */
    void clientInput(@Nullable ByteBuffer pushed) {
        try {
            var in = pushed == null ? world.buffer() : pushed;
            if (pushed == null && client.read(in) < 0) {
                clientEnds();
                return;
            }
            if (refusing || closed) {
                return;
            }
            requests.take(pushed == null ? in.flip() : in);
            if (service == null && !connecting && toService.holds()) {
                connecting = true;
                client.clearEvent(EventMask.READ);
                connector.connect(this);
            } else if (!connecting && !toService.flush()) {
                client.clearEvent(EventMask.READ);
            }
        } catch (BadMessageException bad) {
            refuseRequest(bad);
        } catch (IOException gone) {
            breakOff(gone);
        }
    }

    /** Bytes of the service, or its end. */
    void serviceInput(IOSession session, @Nullable ByteBuffer pushed) {
        try {
            var in = pushed == null ? world.buffer() : pushed;
            if (pushed == null && session.read(in) < 0) {
                serviceEnds(session);
                return;
            }
            if (refusing || closed) {
                return;
            }
            answers.take(pushed == null ? in.flip() : in);
            if (!toClient.flush()) {
                session.clearEvent(EventMask.READ);
            }
        } catch (BadMessageException bad) {
            refuseAnswer(bad);
        } catch (IOException gone) {
            breakOff(gone);
        }
    }

    /** The client takes bytes again. */
    void clientWritable() {
        var why = unreachable;
        if (why != null && !refusing) {
            client.clearEvent(EventMask.WRITE);
            var trouble = ServiceTrouble.of(world.service(), why);
            refuse(502, trouble.error(), trouble.sentence());
            return;
        }
        try {
            if (toClient.flush()) {
                if (service != null && !serviceEnded && !refusing) {
                    service.setEvent(EventMask.READ);
                }
                closeWhenBothEnded();
            }
        } catch (IOException gone) {
            breakOff(gone);
        }
    }

    /** The service takes bytes again. */
    void serviceWritable() {
        try {
            if (toService.flush()) {
                if (!clientEnded) {
                    client.setEvent(EventMask.READ);
                }
                closeWhenBothEnded();
            }
        } catch (IOException gone) {
            breakOff(gone);
        }
    }

    private void clientEnds() throws IOException {
        if (clientEnded) {
            return;
        }
        clientEnded = true;
        client.clearEvent(EventMask.READ);
        if ((service == null && !connecting) || refusing) {
            close(CloseMode.GRACEFUL);
            return;
        }
        toService.end();
        toService.flush();
        if (world.service().secure() && requests.open() == 0 && toService.ended()) {
            close(CloseMode.GRACEFUL);
            return;
        }
        closeWhenBothEnded();
    }

    private void serviceEnds(IOSession session) throws IOException {
        if (serviceEnded) {
            return;
        }
        serviceEnded = true;
        session.clearEvent(EventMask.READ);
        answers.connectionEnds();
        if (requests.open() > 0 || answers.inside()) {
            world.trouble("The service ended the connection before its answer was whole"
                    + requests.oldest().map(open -> " (" + open.place() + ")").orElse("") + ": so did the proxy.");
        }
        toClient.end();
        toClient.flush();
        closeWhenBothEnded();
    }

    private void closeWhenBothEnded() {
        if (toClient.ended() && clientEnded && (serviceEnded || refusing)) {
            close(CloseMode.GRACEFUL);
        }
    }

    private void refuseRequest(BadMessageException bad) {
        var sentence = "a request was not passed on: " + bad.sentence();
        if (answers.inside() || !requests.onlyCurrentIsOpen()) {
            // An answer of the service is on its way, and none of the proxy's may get into it.
            world.trouble(sentence.replaceFirst("a", "A") + ". Its connection was cut.");
            close(CloseMode.IMMEDIATE);
        } else {
            refuse(bad.status(), "http_request_error", sentence);
        }
    }

    private void refuseAnswer(BadMessageException bad) {
        var sentence = "an answer of the service was not passed on: " + bad.sentence();
        if (answers.inBody()) {
            world.trouble(sentence.replaceFirst("a", "A") + ". Its connection was cut.");
            close(CloseMode.IMMEDIATE);
        } else {
            refuse(502, "http_protocol_error", sentence);
        }
    }

    /** Gives an answer of the proxy's own, takes leave of the service, and waits for the client to go. */
    private void refuse(int status, String error, String sentence) {
        refusing = true;
        world.trouble(sentence.substring(0, 1).toUpperCase(Locale.ROOT) + sentence.substring(1) + ".");
        requests.withdraw();
        if (service != null) {
            service.close(requests.inside() ? CloseMode.IMMEDIATE : CloseMode.GRACEFUL);
        }
        toClient.send(OwnAnswer.of(status, error, sentence));
        toClient.end();
        client.setSocketTimeout(TO_TAKE_LEAVE);
        client.setEvent(EventMask.READ);
        try {
            toClient.flush();
        } catch (IOException gone) {
            close(CloseMode.IMMEDIATE);
        }
    }

    /** One of the two connections has failed. */
    void breakOff(Exception why) {
        if (closed) {
            return;
        }
        if (requests.open() > 0) {
            world.trouble("A connection broke before "
                    + requests.oldest().orElseThrow().place() + " was whole (" + why.getMessage()
                    + "): so did the other.");
        }
        try {
            // What has come is passed on before the break is.
            toClient.flush();
        } catch (IOException gone) {
            // The client is the one that is gone.
        }
        close(CloseMode.IMMEDIATE);
    }

    /** The connection to the service has failed, perhaps before there was one. */
    void serviceFailed(Exception why) {
        if (service == null) {
            serviceUnreachable(why);
        } else {
            breakOff(why);
        }
    }

    /** Nothing passed for long on one of the two. */
    void idle() {
        var limit = world.settings().idleTimeout().toMillis();
        var last = Math.max(client.getLastEventTime(), service == null ? 0 : service.getLastEventTime());
        if (refusing || System.currentTimeMillis() - last >= limit) {
            close(CloseMode.GRACEFUL);
        }
    }

    /** The client's connection is closed. */
    void clientGone() {
        world.connections(-1);
        close(CloseMode.IMMEDIATE);
    }

    /** The connection to the service is closed, by whom ever. */
    void serviceGone() {
        if (!closed && !refusing && service != null && !serviceEnded) {
            try {
                serviceEnds(service);
            } catch (IOException gone) {
                breakOff(gone);
            }
        }
    }

    void close(CloseMode mode) {
        if (closed) {
            return;
        }
        closed = true;
        requests.breakOff();
        client.close(mode);
        if (service != null) {
            service.close(mode);
        }
    }
}
