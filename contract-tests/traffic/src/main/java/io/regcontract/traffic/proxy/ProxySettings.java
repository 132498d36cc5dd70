package io.regcontract.traffic.proxy;

import io.regcontract.check.answer.Answer;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import javax.net.ssl.SSLContext;

/**
 * What a proxy is to do.
 *
 * @param upstream the service, without a path
 * @param listenAt where clients come; port 0 for any free one
 * @param trust for a service behind TLS, with the client's certificate where it wants one; the JDK's where empty
 * @param added headers that every request is given
 * @param limit bytes of a body; larger ones pass unjudged
 * @param connectTimeout for a connection to the service
 * @param idleTimeout of a connection on which nothing passes
 */
public record ProxySettings(
        URI upstream,
        InetSocketAddress listenAt,
        Optional<SSLContext> trust,
        List<Answer.Header> added,
        int limit,
        Duration connectTimeout,
        Duration idleTimeout) {

    /** What is judged by default: 1 MiB of a body. */
    public static final int USUAL_LIMIT = 1024 * 1024;

    private static final Duration CONNECT = Duration.ofSeconds(10);
    private static final Duration IDLE = Duration.ofMinutes(10);

    public ProxySettings {
        added = List.copyOf(added);
    }

    /** A proxy with nothing special. */
    public static ProxySettings of(URI upstream, InetSocketAddress listenAt) {
        return new ProxySettings(upstream, listenAt, Optional.empty(), List.of(), USUAL_LIMIT, CONNECT, IDLE);
    }

    /** The same, with these. */
    public ProxySettings with(Optional<SSLContext> trusted, List<Answer.Header> headers, int bytes) {
        return new ProxySettings(upstream, listenAt, trusted, headers, bytes, connectTimeout, idleTimeout);
    }
}
