package io.regcontract.traffic.proxy;

import java.nio.ByteBuffer;
import org.apache.hc.core5.reactor.IOEventHandler;
import org.apache.hc.core5.reactor.IOSession;
import org.apache.hc.core5.util.Timeout;
import org.jspecify.annotations.Nullable;

/** Passes the events of a connection to its pair: that of a client, or that to the service. */
final class SideEvents implements IOEventHandler {

    private final ConnectionPair pair;
    private final boolean ofClient;

    SideEvents(ConnectionPair pair, boolean ofClient) {
        this.pair = pair;
        this.ofClient = ofClient;
    }

    @Override
    public void connected(IOSession session) {
        if (ofClient) {
            pair.clientConnected();
        } else {
            pair.serviceConnected(session);
        }
    }

    @Override
    public void inputReady(IOSession session, @Nullable ByteBuffer pushed) {
        if (ofClient) {
            pair.clientInput(pushed);
        } else {
            pair.serviceInput(session, pushed);
        }
    }

    @Override
    public void outputReady(IOSession session) {
        if (ofClient) {
            pair.clientWritable();
        } else {
            pair.serviceWritable();
        }
    }

    @Override
    public void timeout(IOSession session, Timeout timeout) {
        pair.idle();
    }

    @Override
    public void exception(IOSession session, Exception cause) {
        if (ofClient) {
            pair.breakOff(cause);
        } else {
            pair.serviceFailed(cause);
        }
    }

    @Override
    public void disconnected(IOSession session) {
        if (ofClient) {
            pair.clientGone();
        } else {
            pair.serviceGone();
        }
    }
}
