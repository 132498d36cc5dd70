package io.regcontract.traffic.cli;

import io.regcontract.contract.text.SafeText;
import io.regcontract.contract.text.ServiceText;
import io.regcontract.traffic.judge.TrafficSummary;
import io.regcontract.traffic.record.JudgedSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * What the gate does not say of the traffic that was read, for a console: each file where there are several, and which hosts
 * there are where none was taken for the API's. Counts and findings are the gate's to say.
 */
public final class JudgeReport {

    private static final int MOST_HOSTS = 6;

    private JudgeReport() {}

    /** The lines. */
    public static List<String> lines(JudgeRun run) {
        var lines = new ArrayList<String>();
        var summary = run.summary();
        if (run.sources().size() > 1) {
            run.sources().forEach(source -> lines.add(source(source)));
        }
        if (summary.judged() == 0 && !summary.otherHosts().isEmpty()) {
            lines.add(summary.otherHosts().stream()
                    .limit(MOST_HOSTS)
                    .map(JudgeReport::described)
                    .collect(Collectors.joining(
                            ", ", "  Nothing of it was taken for the API. It has the hosts ", more(summary))));
            lines.add(
                    "  --host says which of them is the API, --base-path what stands before the operations' paths there.");
        }
        return lines;
    }

    private static String source(JudgedSource source) {
        return source.name() + ": " + count(source.exchanges(), "exchange") + ", " + source.judged() + " judged"
                + source.from()
                        .flatMap(from -> Optional.of(", from " + from).map(text -> source.to()
                                .map(to -> text + " to " + to)
                                .orElse(text)))
                        .orElse("");
    }

    private static String described(TrafficSummary.OtherHost host) {
        return ServiceText.bounded(host.name()) + " (" + count(host.exchanges(), "exchange")
                + (host.likeOperations() == 0
                        ? ""
                        : ", " + host.likeOperations() + " at "
                                + (host.likeOperations() == 1 ? "the path" : "the paths") + " of operations")
                + ")";
    }

    private static String more(TrafficSummary summary) {
        return summary.otherHosts().size() > MOST_HOSTS ? " and others." : ".";
    }

    private static String count(long number, String what) {
        return number == 1 ? SafeText.count(1, what) : number + " " + what + "s";
    }
}
