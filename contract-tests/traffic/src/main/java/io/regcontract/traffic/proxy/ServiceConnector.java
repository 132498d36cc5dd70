package io.regcontract.traffic.proxy;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import org.apache.hc.core5.concurrent.FutureCallback;
import org.apache.hc.core5.http.HttpHost;
import org.apache.hc.core5.reactor.ConnectionInitiator;
import org.apache.hc.core5.reactor.IOSession;
import org.apache.hc.core5.reactor.ProtocolIOSession;
import org.apache.hc.core5.reactor.ssl.SSLBufferMode;
import org.apache.hc.core5.reactor.ssl.TransportSecurityLayer;
import org.apache.hc.core5.util.Timeout;

/** Makes connections to the service. Its name is looked up for each, on another thread, as that can take long. */
final class ServiceConnector implements AutoCloseable {

    private final ProxyWorld world;
    private final ConnectionInitiator initiator;
    private final SSLContext trust;
    private final HttpHost host;
    private final Timeout timeout;
    private final ExecutorService lookUp = Executors.newSingleThreadExecutor(work -> {
        var thread = new Thread(work, "regcontract-proxy-names");
        thread.setDaemon(true);
        return thread;
    });

    ServiceConnector(ProxyWorld world, ConnectionInitiator initiator, SSLContext trust) {
        this.world = world;
        this.initiator = initiator;
        this.trust = trust;
        var service = world.service();
        this.host = new HttpHost(service.scheme(), service.lookUp(), service.port());
        this.timeout = Timeout.of(world.settings().connectTimeout());
    }

    /** Begins a connection for a client. */
    void connect(ConnectionPair pair) {
        try {
            lookUp.execute(() -> {
                try {
                    attempt(pair, InetAddress.getAllByName(host.getHostName()), 0);
                } catch (UnknownHostException | RuntimeException none) {
                    pair.serviceUnreachable(none);
                }
            });
        } catch (RejectedExecutionException ending) {
            pair.serviceUnreachable(ending);
        }
    }

    private void attempt(ConnectionPair pair, InetAddress[] addresses, int index) {
        var address = new InetSocketAddress(addresses[index], host.getPort());
        var unused = initiator.connect(host, address, null, timeout, pair, new FutureCallback<IOSession>() {
            @Override
            public void completed(IOSession session) {
                if (world.service().secure()) {
                    secure(pair, (ProtocolIOSession) session);
                }
            }

            @Override
            public void failed(Exception why) {
                if (index + 1 < addresses.length) {
                    attempt(pair, addresses, index + 1);
                } else {
                    pair.serviceUnreachable(why);
                }
            }

            @Override
            public void cancelled() {
                failed(new RejectedExecutionException("the proxy ends"));
            }
        });
    }

    private void secure(ConnectionPair pair, ProtocolIOSession session) {
        session.startTls(
                trust,
                host,
                SSLBufferMode.STATIC,
                (endpoint, engine) -> checkName(engine),
                null,
                timeout,
                new FutureCallback<TransportSecurityLayer>() {
                    @Override
                    public void completed(TransportSecurityLayer secured) {
                        // The handler is told as of any connection.
                    }

                    @Override
                    public void failed(Exception why) {
                        pair.serviceUnreachable(why);
                    }

                    @Override
                    public void cancelled() {
                        // Nobody cancels.
                    }
                });
    }

    private static void checkName(SSLEngine engine) {
        var parameters = engine.getSSLParameters();
        parameters.setEndpointIdentificationAlgorithm("HTTPS");
        engine.setSSLParameters(parameters);
    }

    @Override
    public void close() {
        lookUp.shutdownNow();
    }
}
