package io.regcontract.traffic.proxy;

import io.regcontract.traffic.proxy.message.BodyCapture;
import io.regcontract.traffic.proxy.message.MemoryBudget;
import io.regcontract.traffic.proxy.message.MessageHead;
import io.regcontract.traffic.proxy.message.ProxyTarget;
import io.regcontract.traffic.proxy.message.RequestHead;
import java.nio.ByteBuffer;
import java.time.Clock;
import java.util.List;

/** What all connections of a proxy share. Used by the thread of the events alone. */
final class ProxyWorld {

    private static final long COPIES = 64L * 1024 * 1024;
    private static final int READ = 64 * 1024;

    private final ProxySettings settings;
    private final ProxyTarget service;
    private final List<MessageHead.Field> added;
    private final JudgingQueue judging;
    private final ProxyListener listener;
    private final Clock clock;
    private final MemoryBudget memory = new MemoryBudget(COPIES);
    private final ByteBuffer buffer = ByteBuffer.allocateDirect(READ);
    private volatile int ownPort;
    private long exchanges;
    private int connections;

    ProxyWorld(ProxySettings settings, JudgingQueue judging, ProxyListener listener, Clock clock) {
        this.settings = settings;
        this.service = ProxyTarget.of(settings.upstream());
        this.added = settings.added().stream()
                .map(header -> MessageHead.Field.of(header.name(), header.value()))
                .toList();
        this.judging = judging;
        this.listener = listener;
        this.clock = clock;
    }

    ProxySettings settings() {
        return settings;
    }

    ProxyTarget service() {
        return service;
    }

    List<MessageHead.Field> added() {
        return added;
    }

    int ownPort() {
        return ownPort;
    }

    void listensAt(int port) {
        ownPort = port;
    }

    /** For one read; whoever has it uses it up. */
    ByteBuffer buffer() {
        return buffer.clear();
    }

    PassingExchange begin(RequestHead request) {
        return new PassingExchange(
                ++exchanges,
                clock.instant(),
                request,
                request.target().equals("*") ? service.base() : service.base() + request.target(),
                new BodyCapture(settings.limit(), memory),
                new BodyCapture(settings.limit(), memory));
    }

    /** A copy that keeps nothing. */
    BodyCapture uncopied() {
        return new BodyCapture(0, memory);
    }

    void ended(PassingExchange exchange) {
        judging.offer(exchange);
    }

    void trouble(String sentence) {
        listener.trouble(sentence);
    }

    /** Counts connections of clients. */
    int connections(int more) {
        connections += more;
        return connections;
    }
}
