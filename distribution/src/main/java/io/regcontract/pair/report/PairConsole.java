package io.regcontract.pair.report;

import io.regcontract.contract.text.ServiceText;
import io.regcontract.pair.compare.ComparedOperation;
import io.regcontract.pair.compare.PairComparison;
import io.regcontract.pair.compare.PairState;
import io.regcontract.pair.judge.PairDecision;
import io.regcontract.pair.judge.PairFinding;
import io.regcontract.report.judge.GateOutcome;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** A decision about a pair as lines of a console. */
public final class PairConsole {

    private static final int MOST_GROUPS = 40;
    private static final int MOST_NAMES = 3;
    private static final int MOST_FINDINGS = 20;

    private PairConsole() {}

    /** The lines, the decision last. */
    public static List<String> lines(PairDecision decision) {
        var lines = new ArrayList<String>();
        lines.add("");
        lines.add("OLD  " + HalfText.of(decision.old()));
        lines.add("NEW  " + HalfText.of(decision.now()));
        lines.addAll(states(decision.comparison()));
        lines.addAll(groups(decision.comparison()));
        decision.findings().stream()
                .filter(finding -> finding.leadsTo() != GateOutcome.CONTRACT)
                .filter(finding -> !decision.sentence().startsWith(finding.sentence()))
                .limit(MOST_FINDINGS)
                .map(PairConsole::line)
                .forEach(lines::add);
        lines.add("");
        lines.add(decision.outcome().word().toUpperCase(Locale.ROOT) + " (exit "
                + decision.outcome().exitCode() + "): " + decision.sentence());
        return lines.stream().map(ServiceText::onOneLine).toList();
    }

    private static String line(PairFinding finding) {
        return "["
                + (finding.leadsTo() == GateOutcome.PASS
                        ? "REMARK"
                        : finding.leadsTo().word().toUpperCase(Locale.ROOT))
                + "] " + finding.sentence();
    }

    /** By code and operation, and by requirement. */
    private static List<String> states(PairComparison comparison) {
        var operations = comparison.operations().stream()
                .collect(Collectors.groupingBy(ComparedOperation::state, Collectors.counting()));
        var lines = new ArrayList<String>();
        lines.add(String.format(Locale.ROOT, "  %-20s %20s %13s", "", "codes at operations", "requirements"));
        for (var state : PairState.values()) {
            if (comparison.count(state) > 0) {
                lines.add(String.format(
                        Locale.ROOT,
                        "  %-20s %20d %13d",
                        state.words(),
                        operations.getOrDefault(state, 0L),
                        comparison.count(state)));
            }
        }
        return lines;
    }

    private static List<String> groups(PairComparison comparison) {
        var lines = new ArrayList<String>();
        var groups = comparison.groups();
        groups.stream().limit(MOST_GROUPS).forEach(group -> {
            lines.add((group.loses() ? "[DIFFERS] " : group.declared() ? "[DECLARED] " : "[REMARK] ")
                    + group.difference().sentence());
            var pairs = group.requirements().stream()
                    .map(one -> one.code() + " " + one.operation())
                    .distinct()
                    .toList();
            lines.add("    " + group.requirements().size()
                    + (group.requirements().size() == 1 ? " requirement: " : " requirements: ")
                    + pairs.stream().limit(MOST_NAMES).collect(Collectors.joining(", "))
                    + (pairs.size() > MOST_NAMES ? " and " + (pairs.size() - MOST_NAMES) + " more" : ""));
        });
        if (groups.size() > MOST_GROUPS) {
            lines.add("  and " + (groups.size() - MOST_GROUPS) + " more differences, see pair.json");
        }
        return lines;
    }
}
