package io.regcontract.traffic.proxy;

import io.regcontract.suite.transport.TrustedCertificates;
import io.regcontract.traffic.TrafficJudge;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.time.Clock;
import java.util.concurrent.ExecutionException;
import org.apache.hc.core5.concurrent.DefaultThreadFactory;
import org.apache.hc.core5.io.CloseMode;
import org.apache.hc.core5.reactor.DefaultListeningIOReactor;
import org.apache.hc.core5.reactor.IOEventHandler;
import org.apache.hc.core5.reactor.IOReactorConfig;
import org.apache.hc.core5.reactor.ProtocolIOSession;
import org.apache.hc.core5.util.TimeValue;
import org.apache.hc.core5.util.Timeout;
import org.jspecify.annotations.Nullable;

/** A proxy before one service, which lets everything pass and has each exchange judged. */
public final class TrafficProxy implements AutoCloseable {

    private static final int BACKLOG = 512;
    private static final TimeValue TO_END = TimeValue.ofSeconds(5);

    private final ProxyWorld world;
    private final JudgingQueue judging;
    private final DefaultListeningIOReactor reactor;
    private final ServiceConnector connector;
    private final InetSocketAddress address;
    private volatile boolean closing;

    private TrafficProxy(ProxySettings settings, TrafficJudge judge, ProxyListener listener, Clock clock)
            throws IOException {
        judging = new JudgingQueue(judge, listener);
        world = new ProxyWorld(settings, judging, listener, clock);
        // One thread: both connections of a pair are its, so that nothing has to be locked and no byte waits for a
        // switch.
        var config = IOReactorConfig.custom()
                .setIoThreadCount(1)
                .setBacklogSize(BACKLOG)
                .setSoTimeout(Timeout.of(settings.idleTimeout()))
                .build();
        var threads = new DefaultThreadFactory("regcontract-proxy", true);
        reactor =
                new DefaultListeningIOReactor(this::handler, config, threads, threads, null, this::trouble, null, null);
        connector = new ServiceConnector(world, reactor, settings.trust().orElseGet(TrustedCertificates::byDefault));
        reactor.start();
        try {
            address = (InetSocketAddress)
                    reactor.listen(settings.listenAt(), null).get().getAddress();
        } catch (ExecutionException unusable) {
            close();
            throw new IOException(reason(unusable), unusable);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            close();
            throw new IOException(interrupted);
        }
        world.listensAt(address.getPort());
    }

    /**
     * Starts a proxy.
     *
     * @param judge is called on one thread of the proxy
     * @param listener must be quick
     * @throws UncheckedIOException when its address cannot be listened on
     */
    public static TrafficProxy start(ProxySettings settings, TrafficJudge judge, ProxyListener listener) {
        try {
            return new TrafficProxy(settings, judge, listener, Clock.systemUTC());
        } catch (IOException unusable) {
            throw new UncheckedIOException(unusable);
        }
    }

    private IOEventHandler handler(ProtocolIOSession session, @Nullable Object attachment) {
        return attachment instanceof ConnectionPair pair
                ? new SideEvents(pair, false)
                : new SideEvents(new ConnectionPair(world, connector, session), true);
    }

    /** What the system said; HttpCore puts its own words around it. */
    private static String reason(Throwable why) {
        var deepest = why;
        while (deepest.getCause() != null) {
            deepest = deepest.getCause();
        }
        return deepest.getMessage() == null
                ? deepest.toString()
                : deepest.getMessage().replaceFirst(".*: ", "");
    }

    private void trouble(Exception why) {
        if (closing) {
            return;
        }
        world.trouble("The proxy itself failed on a connection (" + why + "). That is a defect of regcontract, please"
                + " report it.");
    }

    /** Where it listens. */
    public InetSocketAddress address() {
        return address;
    }

    /** What has passed so far. */
    public ProxyCounts counts() {
        return judging.counts();
    }

    /** Cuts all connections, and waits until what has passed is judged. */
    @Override
    public void close() {
        closing = true;
        reactor.close(CloseMode.IMMEDIATE);
        try {
            reactor.awaitShutdown(TO_END);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
        connector.close();
        judging.close();
    }
}
