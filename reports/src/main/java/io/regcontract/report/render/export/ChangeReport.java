package io.regcontract.report.render.export;

import io.regcontract.report.history.RunComparison;
import io.regcontract.report.judge.Baseline;
import io.regcontract.report.judge.Verdict;
import io.regcontract.report.render.MarkdownText;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** What differs between two runs, for people in Markdown and for machines in JSON. */
public final class ChangeReport {

    private static final JsonMapper JSON =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    private ChangeReport() {}

    /** The changes in Markdown. */
    public static String markdown(RunComparison changes) {
        var text = new StringBuilder("## ")
                .append(named(changes.before()))
                .append(" against ")
                .append(named(changes.after()))
                .append("\n\n");
        if (changes.all().isEmpty()) {
            return text.append("No requirement differs.\n").toString();
        }
        text.append("| change | requirement | before | after |\n|---|---|---|---|\n");
        for (var change : changes.all()) {
            text.append("| ")
                    .append(change.kind().word())
                    .append(" | `")
                    .append(change.requirement())
                    .append("` | ")
                    .append(side(change.before().map(Verdict::word).orElse("not there"), changes.before(), change))
                    .append(" | ")
                    .append(side(change.after().map(Verdict::word).orElse("not there"), changes.after(), change))
                    .append(" |\n");
        }
        return text.toString();
    }

    /** The changes in JSON, in the format {@code regcontract/diff/1}. */
    public static String json(RunComparison changes) {
        var json = JsonNodeFactory.instance.objectNode().put("format", "regcontract/diff/1");
        run(json.putObject("before"), changes.before());
        run(json.putObject("after"), changes.after());
        var list = json.putArray("changes");
        for (var change : changes.all()) {
            var node = list.addObject().put("kind", change.kind().word()).put("requirement", change.requirement());
            change.before().ifPresent(verdict -> node.put("before", verdict.word()));
            change.after().ifPresent(verdict -> node.put("after", verdict.word()));
        }
        return JSON.writeValueAsString(json) + "\n";
    }

    private static String side(String verdict, Baseline baseline, RunComparison.Change change) {
        var shape = baseline.shapes().getOrDefault(change.requirement(), "");
        return verdict + (shape.isEmpty() ? "" : " (" + MarkdownText.plain(shape, 300) + ")");
    }

    private static String named(Baseline baseline) {
        return MarkdownText.plain(baseline.environment(), 100) + " (run " + baseline.runId() + ")";
    }

    private static void run(ObjectNode node, Baseline baseline) {
        node.put("runId", baseline.runId()).put("environment", baseline.environment());
    }
}
