package io.regcontract.report.render.console;

import io.regcontract.report.judge.Decision;
import io.regcontract.report.record.RecordHeader;
import io.regcontract.report.render.AcceptedUse;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** A decision for people: the table of codes, then what went wrong, then one sentence. */
public final class ConsoleReport {

    private static final int SENTENCE_COLUMNS = 600;
    private static final int ID_COLUMNS = 40;

    private final Terminal terminal;

    public ConsoleReport(Terminal terminal) {
        this.terminal = terminal;
    }

    /** Table and troubles. When nothing at all was observed there is no table: 43 times "untested" tells nothing. */
    public List<String> lines(Decision decision) {
        var lines = new ArrayList<String>();
        decision.environment().ifPresent(environment -> {
            lines.add("run " + decision.runId() + "   env " + described(environment));
            if (decision.traffic().isPresent()) {
                lines.addAll(new TrafficTables(terminal, decision)
                        .lines(decision.traffic().get()));
            } else if (decision.judgements().stream()
                    .anyMatch(judgement -> judgement.observation().isPresent())) {
                lines.addAll(new CodeTable(terminal).lines(decision.codes()));
            }
            lines.addAll(accepted(decision));
        });
        var troubles = new FailureText(terminal, decision).lines();
        if (!troubles.isEmpty()) {
            lines.add("");
            lines.addAll(troubles);
        }
        lines.add("");
        return lines;
    }

    /** The one line that says it: {@code CONTRACT (exit 1): 2 of 43 codes contradicted ... See verdict.json.} */
    public String line(Decision decision, Path verdictFile) {
        return verdict(decision) + ": " + sentence(decision) + " See " + verdictFile;
    }

    /** The verdict alone: {@code CONTRACT (exit 1)}. */
    public String verdict(Decision decision) {
        return decision.heading() + " (exit " + decision.outcome().exitCode() + ")";
    }

    /** Why, bounded and without characters that act on a terminal. */
    public String sentence(Decision decision) {
        return terminal.shown(decision.sentence(), SENTENCE_COLUMNS);
    }

    /** What the profile and the policy accept, counted: it needs no attention. */
    private List<String> accepted(Decision decision) {
        var uses = AcceptedUse.in(decision);
        int widest = uses.stream().mapToInt(use -> use.id().length()).max().orElse(1);
        var lines = new ArrayList<String>();
        uses.forEach(use -> {
            var id = terminal.shown(use.id(), ID_COLUMNS);
            lines.add((lines.isEmpty() ? "accepted  " : "          ")
                    + String.format(Locale.ROOT, "%-" + Math.min(widest, ID_COLUMNS) + "s  %s", id, use.extent()));
        });
        return lines;
    }

    private String described(RecordHeader.Environment environment) {
        return terminal.shown(
                environment.policyName() + " (" + (environment.traffic() ? "recorded traffic" : environment.kind())
                        + ", dialect " + environment.dialect() + ") at " + environment.baseAddress(),
                200);
    }
}
