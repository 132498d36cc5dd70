package io.regcontract.traffic.cli;

import io.regcontract.contract.text.SafeText;
import io.regcontract.traffic.judge.TrafficSummary;
import io.regcontract.traffic.record.JudgedSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * What traffic was judged, for a console: files, operations, what was left alone, remarks. What was found of the codes is
 * the gate's to say, which reads the record.
 */
public final class JudgeReport {

    private JudgeReport() {}

    /** The lines. */
    public static List<String> lines(JudgeRun run) {
        var lines = new ArrayList<String>();
        var summary = run.summary();
        run.sources().forEach(source -> lines.add(source(source)));
        lines.add(count(summary.exchanges(), "exchange") + ": " + summary.judged() + " judged, "
                + (summary.exchanges() - summary.foreign() - summary.judged()) + " that could not be judged, "
                + summary.foreign() + " of something else, left alone" + at(summary.hosts()));
        operations(summary, lines);
        summary.unjudged()
                .forEach(reason -> lines.add("  not judged, " + reason.count() + " times: " + reason.reason()
                        + ", first at " + reason.first()));
        summary.remarks()
                .forEach(remark -> lines.add("  " + remark.rule() + " at " + remark.operation() + ", " + remark.count()
                        + " times: " + remark.sentence() + ", first at " + remark.first()));
        run.incomplete().forEach(sentence -> lines.add("  incomplete: " + sentence));
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

    private static String at(List<String> hosts) {
        return hosts.isEmpty() ? "" : " (" + String.join(", ", hosts) + ")";
    }

    private static void operations(TrafficSummary summary, List<String> lines) {
        if (summary.operations().isEmpty()) {
            return;
        }
        int width = summary.operations().stream()
                .mapToInt(operation -> operation.path().length())
                .max()
                .orElse(0);
        lines.add(String.format(
                Locale.ROOT, "  %-" + width + "s %9s %9s %9s", "operation", "calls", "successes", "failures"));
        summary.operations()
                .forEach(operation -> lines.add(String.format(
                        Locale.ROOT,
                        "  %-" + width + "s %9d %9d %9d",
                        operation.path(),
                        operation.calls(),
                        operation.successes(),
                        operation.failures())));
    }

    private static String count(long number, String what) {
        return number == 1 ? SafeText.count(1, what) : number + " " + what + "s";
    }
}
