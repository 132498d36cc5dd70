package io.regcontract.report.render.console;

import io.regcontract.report.judge.CodeVerdict;
import io.regcontract.report.judge.Decision;
import io.regcontract.report.judge.GateFinding;
import io.regcontract.report.judge.Judgement;
import io.regcontract.report.judge.Verdict;
import io.regcontract.report.record.Observation;
import io.regcontract.report.render.TrafficText;
import io.regcontract.report.traffic.Traffic;
import io.regcontract.report.traffic.TrafficAnswers;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** What recorded traffic shows, for a terminal: what it is and cannot tell, the codes that are among it, the operations. */
final class TrafficTables {

    private static final int COLUMNS = 100;
    private static final int TEXT_COLUMNS = 600;
    private static final int MOST_ROWS = 40;
    private static final int MOST_WARNINGS = 20;

    private final Terminal terminal;
    private final Decision decision;

    TrafficTables(Terminal terminal, Decision decision) {
        this.terminal = terminal;
        this.decision = decision;
    }

    List<String> lines(Traffic traffic) {
        var lines = new ArrayList<String>();
        lines.add(terminal.shown(traffic.sentence(), TEXT_COLUMNS));
        lines.add(terminal.shown(TrafficText.cannotTell(traffic), TEXT_COLUMNS));
        lines.addAll(codes());
        lines.addAll(operations(traffic));
        lines.addAll(warnings());
        return lines;
    }

    private List<String> codes() {
        var lines = new ArrayList<String>();
        var seen = decision.codes().stream()
                .filter(code -> code.verdict() != Verdict.NEVER_SEEN)
                .toList();
        if (!seen.isEmpty()) {
            lines.add(String.format(Locale.ROOT, "  %-32s %-24s %9s  %s", "code", "verdict", "answers", "operations"));
            seen.forEach(code -> lines.add(row(code)));
        }
        var never = decision.codes().stream()
                .filter(code -> code.verdict() == Verdict.NEVER_SEEN)
                .map(code -> String.valueOf(code.error().code().code()))
                .toList();
        if (!never.isEmpty()) {
            lines.add("  never seen: " + String.join(" ", never));
        }
        return lines;
    }

    private String row(CodeVerdict code) {
        var observed = code.judgements().stream()
                .flatMap(judgement -> judgement.observation().stream())
                .toList();
        long answers = observed.stream()
                .flatMap(observation -> observation.answers().stream())
                .mapToLong(TrafficAnswers::judged)
                .sum();
        var operations = observed.stream()
                .map(Observation::requirement)
                .map(requirement -> requirement.operation())
                .collect(Collectors.joining(" "));
        var row = String.format(
                Locale.ROOT,
                "  %3d  %-27s %s %-22s %9d  ",
                code.error().code().code(),
                code.error().name(),
                terminal.shape(code.verdict()),
                code.verdict().word(),
                answers);
        return (row + terminal.shown(operations, Math.max(20, COLUMNS - row.length()))).stripTrailing();
    }

    private List<String> operations(Traffic traffic) {
        var lines = new ArrayList<String>();
        if (!traffic.operations().isEmpty()) {
            lines.add(String.format(Locale.ROOT, "  %-40s %9s %9s %9s", "operation", "calls", "successes", "errors"));
            traffic.operations().stream()
                    .limit(MOST_ROWS)
                    .forEach(one -> lines.add(String.format(
                            Locale.ROOT,
                            "  %-40s %9d %9d %9d",
                            terminal.shown(one.path(), 40),
                            one.calls(),
                            one.successes(),
                            one.failures())));
            if (traffic.operations().size() > MOST_ROWS) {
                lines.add("  and " + (traffic.operations().size() - MOST_ROWS) + " more operations, see index.html");
            }
        }
        return lines;
    }

    /** What passes and should be looked at. */
    private List<String> warnings() {
        var warnings = decision.findings().stream()
                .filter(finding -> finding.level() == GateFinding.Level.WARNS)
                .filter(finding -> finding.rule().startsWith("traffic"))
                .toList();
        var lines = new ArrayList<String>();
        warnings.stream()
                .limit(MOST_WARNINGS)
                .forEach(finding ->
                        lines.add("[REMARK] " + terminal.shown(finding.message() + facts(finding), TEXT_COLUMNS)));
        if (warnings.size() > MOST_WARNINGS) {
            lines.add("  and " + (warnings.size() - MOST_WARNINGS) + " more remarks, see verdict.json");
        }
        return lines;
    }

    private static String facts(GateFinding finding) {
        return finding.judgement().flatMap(Judgement::observation).isPresent()
                        && finding.check().isPresent()
                ? " " + finding.check().get().actual()
                        + (finding.check().get().reason().isEmpty()
                                ? ""
                                : " (" + finding.check().get().reason() + ")")
                : "";
    }
}
