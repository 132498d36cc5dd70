package io.regcontract.report.render.console;

import io.regcontract.report.judge.CodeVerdict;
import io.regcontract.report.judge.Judgement;
import io.regcontract.report.judge.Verdict;
import io.regcontract.report.record.Check;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** The documented codes as a table of at most 100 columns, grouped by category. */
final class CodeTable {

    private static final int COLUMNS = 100;

    private final Terminal terminal;

    CodeTable(Terminal terminal) {
        this.terminal = terminal;
    }

    List<String> lines(List<CodeVerdict> codes) {
        var lines = new ArrayList<String>();
        lines.add(String.format(Locale.ROOT, "  %-32s %-21s %6s  %s", "code", "verdict", "proven", "note"));
        var byCategory = codes.stream()
                .collect(Collectors.groupingBy(
                        code -> code.error().category(), LinkedHashMap::new, Collectors.toList()));
        byCategory.forEach((category, members) -> {
            lines.add(terminal.shown(category.replace('-', ' '), COLUMNS));
            members.forEach(code -> lines.add(row(code)));
        });
        return lines;
    }

    private String row(CodeVerdict code) {
        var verdict = code.verdict();
        var row = String.format(
                Locale.ROOT,
                "  %3d  %-27s %s %-19s %6s  ",
                code.error().code().code(),
                code.error().name(),
                terminal.shape(verdict),
                verdict.word(),
                code.proven() + "/" + code.inScope().size());
        return (row + terminal.shown(note(code), COLUMNS - row.length())).stripTrailing();
    }

    /** Why the code is no better than it is: the grounds of the first requirement that made it so. */
    private static String note(CodeVerdict code) {
        if (code.judgements().isEmpty()) {
            return "no requirement";
        }
        if (code.verdict() == Verdict.PROVEN) {
            return softFailures(code);
        }
        var decisive = code.judgements().stream()
                .filter(judgement -> judgement.verdict() == code.verdict())
                .findFirst()
                .orElseThrow();
        return decisive.why().isEmpty()
                ? decisive.grounds().stream().map(Check::id).collect(Collectors.joining(", "))
                : (decisive.expected() ? "expected: " : "") + decisive.why();
    }

    /** What does not decide, but should be seen: a should-check that fails. */
    private static String softFailures(CodeVerdict code) {
        var failing = code.judgements().stream()
                .map(Judgement::observation)
                .flatMap(observation -> observation.stream())
                .flatMap(observation -> observation.checks().stream())
                .filter(check -> check.weight() == Check.Weight.SHOULD && check.failsOutright())
                .map(Check::id)
                .distinct()
                .sorted()
                .toList();
        return failing.isEmpty() ? "" : "should: " + String.join(", ", failing);
    }
}
