package io.regcontract.cli;

import io.regcontract.contract.text.ServiceText;
import io.regcontract.suite.plan.InvalidSettingsException;
import io.regcontract.traffic.cli.JudgeReport;
import io.regcontract.traffic.proxy.cli.ProxyOptions;
import io.regcontract.traffic.proxy.cli.ProxyPlan;
import io.regcontract.traffic.proxy.cli.ProxySession;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code proxy}: judges traffic while it passes, and puts it through the gate when it is told to stop. */
@Command(
        name = "proxy",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = {
            "Stands between a client and a service, changes nothing, and judges while traffic passes: each failing answer is"
                    + " printed with its verdict. "
                    + "Runs until it is told to stop (Ctrl-C); then the record is written, and the gate decides."
        },
        exitCodeListHeading = "Exit codes:%n",
        exitCodeList = {
            "0:pass: no answer contradicts the contract",
            "1:contract: an answer contradicts it",
            "2:usage: a wrong option, profile or policy, or an address that cannot be listened on",
            "3:inconclusive: nothing is known",
            "4:incomplete: nothing of the API passed, or a part of it was not judged",
            "5:leak: a file that was written holds a secret of this process's environment"
        })
final class ProxyCommand implements Callable<Integer> {

    private static final int USAGE = 2;

    @Mixin
    private ProxyOptions options = new ProxyOptions();

    @Mixin
    private TrafficPaths paths = new TrafficPaths();

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() throws InterruptedException {
        var out = spec.commandLine().getOut();
        var err = spec.commandLine().getErr();
        var plan = plan();
        ProxySession session;
        try {
            session = ProxySession.begin(plan, out, err, Clock.systemUTC());
        } catch (UncheckedIOException unusable) {
            var at = plan.settings().listenAt();
            throw new ParameterException(
                    spec.commandLine(),
                    "The proxy cannot listen on " + at.getHostString() + " port " + at.getPort() + ": "
                            + unusable.getCause().getMessage() + ". Choose another --port or --bind.");
        }
        session.description().forEach(out::println);
        out.flush();
        return EndOfProcess.await(() -> {
            try {
                JudgeReport.lines(session.end()).forEach(line -> out.println(ServiceText.onOneLine(line)));
                out.flush();
            } catch (UncheckedIOException unwritable) {
                err.println(paths.unwritable(plan.record(), unwritable));
                err.flush();
                return USAGE;
            }
            return paths.gate(plan.record(), out, err);
        });
    }

    private ProxyPlan plan() {
        try {
            return ProxyPlan.of(options, paths.records(), paths.profiles(), System.getenv());
        } catch (InvalidSettingsException wrong) {
            throw new ParameterException(spec.commandLine(), String.valueOf(wrong.getMessage()));
        }
    }
}
