package io.regcontract.drill.report;

import io.regcontract.contract.text.ServiceText;
import io.regcontract.drill.judge.CodeCoverage;
import io.regcontract.drill.judge.DrillDecision;
import io.regcontract.drill.judge.DrillFinding;
import io.regcontract.drill.judge.MetTrouble;
import io.regcontract.drill.judge.ToldResult;
import io.regcontract.drill.trial.Phase;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;

/** A decision as lines of a console. Text that came from elsewhere is shown on one line, without what acts. */
public final class ConsoleReport {

    private static final int MOST_EVIDENCE = 5;

    private ConsoleReport() {}

    /** The lines, the result last. */
    public static List<String> lines(DrillDecision decision) {
        var lines = new ArrayList<String>();
        for (var phase : decision.trial().phases()) {
            lines.add(line(phase));
        }
        if (!decision.codes().isEmpty() || !decision.troubles().isEmpty()) {
            lines.add("");
            lines.add(String.format(Locale.ROOT, "  %-30s %-20s %5s  %s", "error", "standing", "times", "where"));
            decision.codes().forEach(code -> lines.add(row(code)));
            decision.troubles().forEach(trouble -> lines.add(row(trouble)));
        }
        if (!decision.findings().isEmpty()) {
            lines.add("");
        }
        for (var finding : decision.findings()) {
            lines.addAll(lines(finding));
        }
        if (!decision.told().isEmpty()) {
            lines.add("");
        }
        decision.told().forEach(result -> lines.add(line(result)));
        lines.add("");
        lines.add(decision.outcome().word().toUpperCase(Locale.ROOT) + " (exit "
                + decision.outcome().exitCode() + "): " + ServiceText.onOneLine(decision.sentence()));
        return lines;
    }

    private static String line(Phase phase) {
        var line = new StringBuilder(phase.name() + ": the command ended "
                + phase.end().shown() + "; " + phase.calls() + (phase.calls() == 1 ? " call" : " calls"));
        for (var drill : phase.drills()) {
            line.append("; drill ")
                    .append(ServiceText.bounded(drill.name()))
                    .append(drill.tookEffect() ? " took effect" : " waited in vain");
        }
        return line.append('.').toString();
    }

    private static String row(CodeCoverage code) {
        return String.format(
                        Locale.ROOT,
                        "  %-30s %-20s %5s  %s",
                        code.code() + " " + ServiceText.bounded(code.name()),
                        code.standing().words(),
                        code.times() == 0 ? "-" : String.valueOf(code.times()),
                        where(code.operations()))
                .stripTrailing();
    }

    private static String row(MetTrouble trouble) {
        return String.format(
                        Locale.ROOT,
                        "  %-30s %-20s %5s  %s",
                        ServiceText.bounded(trouble.drill()),
                        "met",
                        trouble.times(),
                        where(trouble.operations()))
                .stripTrailing();
    }

    private static String where(List<String> operations) {
        int shown = Math.min(2, operations.size());
        return ServiceText.bounded(String.join(", ", operations.subList(0, shown)))
                + (operations.size() > shown ? " and " + (operations.size() - shown) + " more" : "");
    }

    private static List<String> lines(DrillFinding finding) {
        var lines = new ArrayList<String>();
        lines.add(String.format(
                Locale.ROOT,
                "  %-10s  %s%s: %s",
                finding.level().word(),
                finding.name(),
                code(finding.code()),
                ServiceText.onOneLine(finding.sentence())));
        finding.excepted().ifPresent(reason -> lines.add(" ".repeat(14) + "because: " + ServiceText.onOneLine(reason)));
        finding.evidence().stream()
                .limit(MOST_EVIDENCE)
                .map(evidence -> " ".repeat(14) + ServiceText.onOneLine(evidence))
                .forEach(lines::add);
        if (finding.evidence().size() > MOST_EVIDENCE) {
            lines.add(" ".repeat(14) + "and " + (finding.evidence().size() - MOST_EVIDENCE) + " more, see the report");
        }
        return lines;
    }

    private static String code(OptionalInt code) {
        return code.isPresent() ? " (" + code.getAsInt() + ")" : "";
    }

    private static String line(ToldResult result) {
        return String.format(
                Locale.ROOT,
                "  told        %s=%d (%s): %s; %s",
                result.what(),
                result.told(),
                result.phase(),
                result.agreement().words(),
                result.sentence());
    }
}
