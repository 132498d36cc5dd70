package io.regcontract.traffic.proxy.cli;

import io.regcontract.contract.text.ServiceText;
import io.regcontract.traffic.TrafficExchange;
import io.regcontract.traffic.TrafficVerdict;
import io.regcontract.traffic.cli.JudgeRun;
import io.regcontract.traffic.judge.StandardJudge;
import io.regcontract.traffic.proxy.ProxyListener;
import io.regcontract.traffic.proxy.TrafficProxy;
import io.regcontract.traffic.record.JudgedSource;
import io.regcontract.traffic.record.TrafficRecord;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;

/** A proxy from its start to its record. */
public final class ProxySession implements ProxyListener {

    private final ProxyPlan plan;
    private final PrintWriter out;
    private final PrintWriter err;
    private final Clock clock;
    private final StandardJudge judge;
    private final VerdictLine line;
    private final TrafficProxy proxy;

    private ProxySession(ProxyPlan plan, PrintWriter out, PrintWriter err, Clock clock) {
        this.plan = plan;
        this.out = out;
        this.err = err;
        this.clock = clock;
        judge = new StandardJudge(plan.terms(), plan.bodies(), clock.instant());
        line = new VerdictLine(plan.terms().contract());
        proxy = TrafficProxy.start(plan.settings(), judge, this);
    }

    /**
     * Starts it.
     *
     * @throws UncheckedIOException when its address cannot be listened on
     */
    public static ProxySession begin(ProxyPlan plan, PrintWriter out, PrintWriter err, Clock clock) {
        return new ProxySession(plan, out, err, clock);
    }

    /** Where clients come, as they write it. */
    public String address() {
        var at = proxy.address();
        var host = at.getAddress().isAnyLocalAddress()
                ? "127.0.0.1"
                : at.getAddress().getHostAddress();
        return "http://" + (host.contains(":") ? "[" + host + "]" : host) + ":" + at.getPort();
    }

    /** What a person has to know of it, a line each. */
    public List<String> description() {
        InetSocketAddress at = proxy.address();
        return List.of(
                "proxy ready at " + address() + ", before " + plan.settings().upstream(),
                "  callers: "
                        + (at.getAddress().isLoopbackAddress() ? "this machine only" : "all who reach this machine")
                        + "; use this address in place of the service's",
                "  dialect: " + plan.record().dialect() + "; bodies over "
                        + plan.settings().limit() + " bytes pass unjudged",
                "  each failing answer is named below; Ctrl-C ends the proxy, and the gate decides");
    }

    @Override
    public void judged(TrafficExchange exchange, TrafficVerdict verdict) {
        line.of(exchange, verdict).ifPresent(text -> {
            out.println(text);
            out.flush();
        });
    }

    @Override
    public void trouble(String sentence) {
        err.println(ServiceText.onOneLine(sentence));
        err.flush();
    }

    /**
     * Ends the proxy, judges what is still to be judged, and writes the record.
     *
     * @throws UncheckedIOException when it cannot be written
     */
    public JudgeRun end() {
        var name = "proxy at " + address() + " before " + plan.settings().upstream();
        proxy.close();
        var summary = judge.summary();
        var counts = proxy.counts();
        var incomplete = new ArrayList<String>();
        if (counts.missed() > 0) {
            incomplete.add(counts.missed() + " of " + counts.exchanges()
                    + " exchanges passed while the judge was behind, and were not judged.");
        }
        if (counts.failed() > 0) {
            incomplete.add("The judge itself failed on " + counts.failed() + " of " + counts.exchanges()
                    + " exchanges, which is a defect of regcontract.");
        }
        var source = new JudgedSource(
                name,
                counts.exchanges(),
                summary.judged(),
                summary.from(),
                summary.to(),
                incomplete.isEmpty() ? "" : incomplete.get(0));
        var run = new JudgeRun(summary, List.of(source), incomplete);
        new TrafficRecord(plan.record(), clock).write(summary, run.sources(), incomplete);
        return run;
    }
}
