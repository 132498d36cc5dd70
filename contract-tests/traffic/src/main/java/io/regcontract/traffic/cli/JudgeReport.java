package io.regcontract.traffic.cli;

import io.regcontract.contract.text.SafeText;
import io.regcontract.traffic.record.JudgedSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What traffic was read, for a console: each file, and what of it could not be judged. What was found is the gate's to
 * say, which reads the record.
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
        summary.unjudged()
                .forEach(reason -> lines.add("  not judged, " + reason.count() + " times: " + reason.reason()
                        + ", first at " + reason.first()));
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

    private static String count(long number, String what) {
        return number == 1 ? SafeText.count(1, what) : number + " " + what + "s";
    }
}
