package io.regcontract.traffic.proxy;

import io.regcontract.traffic.TrafficJudge;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Hands exchanges to the judge, on a thread of its own. When it is full, exchanges pass unjudged and are counted: a judge
 * that lets the service's clients wait would change what is observed.
 */
final class JudgingQueue implements AutoCloseable {

    private static final int EXCHANGES = 16 * 1024;
    private static final long SECONDS_TO_END = 30;

    private final TrafficJudge judge;
    private final ProxyListener listener;
    private final BlockingQueue<PassingExchange> waiting = new ArrayBlockingQueue<>(EXCHANGES);
    private final AtomicLong passed = new AtomicLong();
    private final AtomicLong missed = new AtomicLong();
    private final AtomicLong failed = new AtomicLong();
    private final Thread worker = new Thread(this::work, "regcontract-proxy-judge");
    private volatile boolean ending;

    JudgingQueue(TrafficJudge judge, ProxyListener listener) {
        this.judge = judge;
        this.listener = listener;
        worker.setDaemon(true);
        worker.start();
    }

    /** Takes an exchange, unless there is no room. Never waits. */
    void offer(PassingExchange exchange) {
        passed.incrementAndGet();
        if (exchange.withoutCopy() || ending || !waiting.offer(exchange)) {
            exchange.release();
            missed.incrementAndGet();
        }
    }

    private void work() {
        try {
            while (!ending || !waiting.isEmpty()) {
                var next = waiting.poll(50, TimeUnit.MILLISECONDS);
                if (next != null) {
                    judge(next);
                }
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private void judge(PassingExchange next) {
        try {
            var exchange = next.recorded();
            listener.judged(exchange, judge.judge(exchange));
        } catch (RuntimeException defect) {
            failed.incrementAndGet();
            listener.trouble("The judge failed on " + next.place() + ": "
                    + defect.getClass().getSimpleName() + ". That is a defect of regcontract, please report it.");
        } finally {
            next.release();
        }
    }

    ProxyCounts counts() {
        return new ProxyCounts(passed.get(), missed.get(), failed.get());
    }

    /** Takes no more, and judges what is there. */
    @Override
    public void close() {
        ending = true;
        try {
            worker.join(TimeUnit.SECONDS.toMillis(SECONDS_TO_END));
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
        worker.interrupt();
        missed.addAndGet(waiting.size());
    }
}
