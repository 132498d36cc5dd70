package io.regcontract.report.render.export;

import io.regcontract.report.history.RunComparison;
import io.regcontract.report.judge.CodeVerdict;
import io.regcontract.report.judge.Decision;
import io.regcontract.report.judge.GateFinding;
import io.regcontract.report.judge.Verdict;
import io.regcontract.report.policy.WaiverTemplate;
import io.regcontract.report.record.Observation;
import io.regcontract.report.record.RecordHeader;
import io.regcontract.report.render.AcceptedUse;
import io.regcontract.report.render.CommonCause;
import io.regcontract.report.render.MarkdownText;
import io.regcontract.report.render.ReportModel;
import io.regcontract.report.render.ReportRenderer;
import io.regcontract.report.render.support.WaiverSuggestions;
import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * {@code summary.md}: what a job's page shows. At most 60 KB, since some CI servers show nothing of a summary that is
 * too long; what does not fit is counted.
 */
public final class MarkdownSummary implements ReportRenderer {

    private static final int MOST_BYTES = 60_000;
    private static final int ROOM_FOR_THE_END = 300;
    private static final int LONGEST_VALUE = 200;
    private static final int MOST_TEMPLATES = 10;

    @Override
    public String fileName() {
        return "summary.md";
    }

    @Override
    public void write(ReportModel story, Writer out) throws IOException {
        var decision = story.decision();
        var text = new StringBuilder();
        int bytes = 0;
        var blocks = new ArrayList<List<String>>();
        blocks.add(head(decision));
        decision.traffic().ifPresent(traffic -> blocks.addAll(TrafficSummary.of(traffic)));
        blocks.add(verdicts(decision));
        blocks.addAll(alike(decision));
        blocks.addAll(findings(decision));
        blocks.addAll(accepted(story));
        story.changes().ifPresent(changes -> blocks.addAll(changes(changes)));
        blocks.addAll(templates(decision));
        blocks.add(codes(decision));
        int leftOut = 0;
        for (var block : blocks) {
            var next = String.join("\n", block) + "\n";
            int size = next.getBytes(StandardCharsets.UTF_8).length;
            if (bytes + size <= MOST_BYTES - ROOM_FOR_THE_END) {
                text.append(next);
                bytes += size;
            } else {
                leftOut++;
            }
        }
        if (leftOut > 0) {
            text.append("\n").append(leftOut).append(" more parts do not fit here: see index.html or verdict.json.\n");
        }
        out.write(text.toString());
    }

    private static List<String> head(Decision decision) {
        return List.of(
                "## " + decision.heading() + " (exit " + decision.outcome().exitCode() + ")",
                "",
                MarkdownText.plain(decision.sentence(), 2_000),
                "",
                decision.environment().map(MarkdownSummary::environment).orElse("There is no run to tell of."),
                "",
                decision.judged()
                        .map(judged -> MarkdownText.plain(judged.sentence(), 500))
                        .orElse("There is no record."),
                "");
    }

    private static String environment(RecordHeader.Environment here) {
        return (here.traffic() ? "Recorded traffic " : "Environment ") + code(here.policyName()) + ", kind "
                + here.kind() + ", dialect " + here.dialect() + ", at " + code(here.baseAddress());
    }

    private static List<String> verdicts(Decision decision) {
        var lines = new ArrayList<>(List.of(
                "| verdict | codes | " + (decision.isOfTraffic() ? "codes at operations" : "requirements") + " |",
                "|---|---:|---:|"));
        for (var verdict : decision.requirementCounts().verdicts()) {
            if (decision.requirementCounts().of(verdict) + decision.codeCounts().of(verdict) > 0) {
                lines.add("| " + verdict.word() + " | " + decision.codeCounts().of(verdict) + " | "
                        + decision.requirementCounts().of(verdict) + " |");
            }
        }
        lines.add("| all | " + decision.codeCounts().total() + " | "
                + decision.requirementCounts().total() + " |");
        lines.add("");
        return lines;
    }

    private static List<List<String>> alike(Decision decision) {
        var lines = new ArrayList<String>();
        for (var alike : CommonCause.in(decision)) {
            lines.add("- " + alike.extent() + " fail alike: " + alike.check() + ", actual " + code(alike.actual()));
        }
        for (var alike : CommonCause.reasonsIn(decision)) {
            lines.add("- " + alike.extent() + " fail alike: " + alike.check() + ", " + code(alike.actual()));
        }
        if (!lines.isEmpty()) {
            lines.add("");
        }
        return lines.isEmpty() ? List.of() : List.of(lines);
    }

    private static List<List<String>> findings(Decision decision) {
        var blocks = new ArrayList<List<String>>();
        var alike = CommonCause.in(decision);
        var reasons = CommonCause.reasonsIn(decision);
        var loud = decision.findings().stream()
                .filter(finding -> finding.level() != GateFinding.Level.NOTES)
                .filter(finding -> !AcceptedUse.isToldBy(finding))
                .filter(finding -> !isToldAlready(finding, alike, reasons))
                .toList();
        if (!loud.isEmpty()) {
            blocks.add(List.of(
                    "### Findings",
                    "",
                    "| | requirement | check | expected | actual | token |",
                    "|---|---|---|---|---|---|"));
            loud.forEach(finding -> blocks.add(List.of(row(finding))));
            blocks.add(List.of(""));
        }
        return blocks;
    }

    private static boolean isToldAlready(GateFinding finding, List<CommonCause> alike, List<CommonCause> reasons) {
        return finding.judgement()
                .filter(judgement -> finding.check()
                        .map(check -> alike.stream().anyMatch(one -> one.tells(judgement, check)))
                        .orElseGet(
                                () -> finding.rule().equals(judgement.verdict().word())
                                        && reasons.stream().anyMatch(one -> one.tells(judgement))))
                .isPresent();
    }

    /** What the profile and the policy accept: counted, not listed. */
    private static List<List<String>> accepted(ReportModel story) {
        var uses = AcceptedUse.in(story.decision());
        if (uses.isEmpty()) {
            return List.of();
        }
        var lines = new ArrayList<>(List.of("### Accepted", "", "| | what | holds by it |", "|---|---|---|"));
        uses.forEach(use -> lines.add("| " + code(use.id()) + " | " + MarkdownText.plain(story.titleOf(use.id()), 300)
                + " | " + use.extent() + " |"));
        lines.add("");
        return List.of(lines);
    }

    private static String row(GateFinding finding) {
        var requirement = finding.judgement()
                .map(judgement -> code(judgement.requirement()))
                .orElse("");
        var level = finding.level().name().toLowerCase(Locale.ROOT);
        if (finding.check().isEmpty()) {
            return "| " + level + " | " + requirement + " | " + finding.rule() + " | "
                    + MarkdownText.plain(finding.message(), 500) + " | | |";
        }
        var check = finding.check().get();
        var token = finding.judgement()
                .flatMap(judgement -> judgement.observation())
                .flatMap(Observation::requestToken);
        return "| " + level + " | " + requirement + " | " + check.id() + " | " + code(check.expected()) + " | "
                + code(check.actual().isEmpty() ? check.reason() : check.actual()) + " | "
                + token.map(MarkdownSummary::code).orElse("") + " |";
    }

    private static List<List<String>> changes(RunComparison changes) {
        var blocks = new ArrayList<List<String>>();
        blocks.add(List.of("### Changes against " + code(changes.before().runId()), ""));
        if (changes.all().isEmpty()) {
            blocks.add(List.of("None.", ""));
        }
        for (var change : changes.all()) {
            blocks.add(List.of("- " + change.kind().word() + ": " + code(change.requirement()) + ", "
                    + change.before().map(Verdict::word).orElse("not there") + " before, "
                    + change.after().map(Verdict::word).orElse("not there") + " now"));
        }
        blocks.add(List.of(""));
        return blocks;
    }

    private static List<List<String>> templates(Decision decision) {
        var items = WaiverSuggestions.items(decision);
        if (items.isEmpty()) {
            return List.of();
        }
        var lines = new ArrayList<>(List.of(
                "<details><summary>To waive for a while: fill in what says FILL-IN</summary>",
                "",
                "```yaml",
                WaiverTemplate.head()));
        items.stream().limit(MOST_TEMPLATES).forEach(lines::addAll);
        lines.add("```");
        if (items.size() > MOST_TEMPLATES) {
            lines.add("");
            lines.add("All " + items.size() + " are in " + WaiverSuggestions.NAME + ".");
        }
        lines.add("</details>");
        lines.add("");
        return List.of(lines);
    }

    private static List<String> codes(Decision decision) {
        var lines = new ArrayList<>(List.of(
                "<details><summary>All " + decision.codes().size() + " codes</summary>",
                "",
                "| code | name | verdict | held |",
                "|---:|---|---|---:|"));
        for (CodeVerdict code : decision.codes()) {
            lines.add("| " + code.error().code().code() + " | " + code.error().name() + " | "
                    + code.verdict().word() + " | " + code.proven() + "/"
                    + code.inScope().size() + " |");
        }
        lines.add("</details>");
        return lines;
    }

    private static String code(String text) {
        return text.isEmpty() ? "" : "<code>" + MarkdownText.plain(text, LONGEST_VALUE) + "</code>";
    }
}
