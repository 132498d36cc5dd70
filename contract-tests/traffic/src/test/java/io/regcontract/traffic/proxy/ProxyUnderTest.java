package io.regcontract.traffic.proxy;

import io.regcontract.traffic.TrafficExchange;
import io.regcontract.traffic.TrafficJudge;
import io.regcontract.traffic.TrafficVerdict;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.UnaryOperator;

/** A proxy whose judge remembers what it was given. */
final class ProxyUnderTest implements AutoCloseable, ProxyListener {

    private static final TrafficVerdict NOTHING =
            new TrafficVerdict(TrafficVerdict.Kind.FOREIGN, Optional.empty(), OptionalInt.empty(), List.of());

    private final BlockingQueue<TrafficExchange> judged = new LinkedBlockingQueue<>();
    private final BlockingQueue<String> troubles = new LinkedBlockingQueue<>();
    private final TrafficProxy proxy;

    private ProxyUnderTest(ProxySettings settings, TrafficJudge judge) {
        proxy = TrafficProxy.start(settings, judge, this);
    }

    static ProxyUnderTest before(ScriptedService service) {
        return before(service.address(), settings -> settings);
    }

    static ProxyUnderTest before(URI service, UnaryOperator<ProxySettings> changed) {
        return new ProxyUnderTest(changed.apply(settings(service)), exchange -> NOTHING);
    }

    static ProxyUnderTest judging(ScriptedService service, TrafficJudge judge) {
        return new ProxyUnderTest(settings(service.address()), judge);
    }

    private static ProxySettings settings(URI service) {
        return ProxySettings.of(service, new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
    }

    int port() {
        return proxy.address().getPort();
    }

    String authority() {
        return "127.0.0.1:" + port();
    }

    Wire client() throws IOException {
        return Wire.to(port());
    }

    /** The next exchange that was judged. */
    TrafficExchange exchange() throws InterruptedException {
        var next = judged.poll(20, TimeUnit.SECONDS);
        if (next == null) {
            throw new AssertionError("nothing was judged; the proxy said " + troubles);
        }
        return next;
    }

    /** The next sentence about what went wrong. */
    String trouble() throws InterruptedException {
        var next = troubles.poll(20, TimeUnit.SECONDS);
        if (next == null) {
            throw new AssertionError("the proxy said nothing");
        }
        return next;
    }

    ProxyCounts counts() {
        return proxy.counts();
    }

    /** All that was judged and not asked for yet, once everything is. */
    List<TrafficExchange> end() {
        proxy.close();
        return List.copyOf(judged);
    }

    @Override
    public void judged(TrafficExchange exchange, TrafficVerdict verdict) {
        judged.add(exchange);
    }

    @Override
    public void trouble(String sentence) {
        troubles.add(sentence);
    }

    @Override
    public void close() {
        proxy.close();
    }
}
