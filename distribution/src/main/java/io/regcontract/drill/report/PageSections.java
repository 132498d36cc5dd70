package io.regcontract.drill.report;

import static io.regcontract.page.PageMarkup.code;
import static io.regcontract.page.PageMarkup.table;
import static io.regcontract.page.PageMarkup.tag;

import io.regcontract.drill.judge.CodeCoverage;
import io.regcontract.drill.judge.DrillDecision;
import io.regcontract.drill.judge.DrillFinding;
import io.regcontract.drill.judge.DrillFinding.Level;
import io.regcontract.drill.judge.Standing;
import io.regcontract.drill.judge.ToldResult;
import io.regcontract.page.PageMarkup;
import io.regcontract.page.PageSection;
import io.regcontract.report.render.html.PageText;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** The parts of the page below its summary, each left out where there is nothing to say. */
final class PageSections {

    /** So many operations are shown without being asked for. */
    private static final int FEW = 3;

    private final DrillDecision decision;

    PageSections(DrillDecision decision) {
        this.decision = decision;
    }

    List<PageSection> sections() {
        var sections = new ArrayList<PageSection>();
        if (!decision.findings().isEmpty()) {
            sections.add(new PageSection(
                    "findings",
                    "Findings",
                    decision.findings().size(),
                    "What fails first. What is not judged is no success: the calls say nothing about it.",
                    "<ul class=\"list card\">"
                            + decision.findings().stream()
                                    .map(PageSections::item)
                                    .collect(Collectors.joining())
                            + "</ul>"));
        }
        if (!decision.codes().isEmpty()) {
            sections.add(new PageSection(
                    "errors",
                    "Errors",
                    decision.codes().size(),
                    "Every documented error that can come from an operation that was called. Arm one that was never met"
                            + " with <code>regcontract drill --code CODE -- COMMAND</code>; some show only for certain"
                            + " calls, such as those of a flow that says what was wrong: <code>regcontract drill"
                            + " list</code> says when.",
                    table(
                            List.of("Error", "Standing", "Times", "Where", "Drills"),
                            decision.codes().stream().map(PageSections::row).toList())));
        }
        if (!decision.troubles().isEmpty()) {
            sections.add(new PageSection(
                    "troubles",
                    "No errors of the API",
                    decision.troubles().size(),
                    "What befell calls on their way, or what the service said late; it has no code.",
                    table(
                            List.of("Drill", "Standing", "Times", "Where"),
                            decision.troubles().stream()
                                    .map(trouble -> List.of(
                                            code(trouble.drill()),
                                            tag("good", "met"),
                                            String.valueOf(trouble.times()),
                                            trouble.operations().stream()
                                                    .map(PageMarkup::code)
                                                    .collect(Collectors.joining(", "))))
                                    .toList())));
        }
        if (!decision.told().isEmpty()) {
            sections.add(new PageSection(
                    "told",
                    "Told",
                    decision.told().size(),
                    "What the application told its own caller, beside what the simulator knows.",
                    table(
                            List.of("Told", "When", "Agreement", "Compared with"),
                            decision.told().stream().map(PageSections::row).toList())));
        }
        var drills = decision.trial().phases().stream()
                .flatMap(phase -> phase.drills().stream()
                        .map(drill -> List.of(
                                code(drill.name()),
                                PageText.shown(phase.name()),
                                tag(
                                        drill.tookEffect() ? "good" : "warns",
                                        drill.tookEffect() ? "took effect" : "in vain"),
                                PageText.shown(String.join(", ", drill.aims())),
                                String.valueOf(drill.matched()))))
                .toList();
        if (!drills.isEmpty()) {
            sections.add(new PageSection(
                    "drills",
                    "Drills",
                    drills.size(),
                    "What was armed, and whether its call came.",
                    table(List.of("Drill", "Phase", "Effect", "Narrowed to", "Calls that matched"), drills)));
        }
        var operations = CalledOperations.of(decision.trial().journal());
        if (!operations.isEmpty()) {
            sections.add(new PageSection(
                    "operations",
                    "Operations",
                    operations.size(),
                    "What was called, in all phases.",
                    table(
                            List.of("Operation", "Calls", "Failures"),
                            operations.stream()
                                    .map(called -> List.of(
                                            code(called.operation()),
                                            String.valueOf(called.calls()),
                                            String.valueOf(called.failures())))
                                    .toList())));
        }
        return sections;
    }

    private static String item(DrillFinding finding) {
        var item = new StringBuilder("<li class=\"finding\">")
                .append(tag(tone(finding.level()), finding.level().word().replace('-', ' ')))
                .append("<div><div class=\"line\">")
                .append(code(finding.name()));
        finding.code().ifPresent(number -> item.append(' ').append(code(String.valueOf(number))));
        if (!finding.operations().isEmpty()) {
            item.append(" <span class=\"meta\">")
                    .append(PageText.shown(String.join(", ", finding.operations())))
                    .append("</span>");
        }
        item.append("</div><div class=\"line\">")
                .append(PageText.shown(finding.sentence()))
                .append("</div>");
        finding.excepted().ifPresent(reason -> item.append("<div class=\"meta\">Excepted by the policy: ")
                .append(PageText.shown(reason))
                .append("</div>"));
        if (!finding.evidence().isEmpty()) {
            item.append("<details class=\"bare\"><summary>Evidence (")
                    .append(finding.evidence().size())
                    .append(")</summary><div><pre tabindex=\"0\">")
                    .append(finding.evidence().stream().map(PageText::shown).collect(Collectors.joining("\n")))
                    .append("</pre></div></details>");
        }
        return item.append("</div></li>").toString();
    }

    private static List<String> row(CodeCoverage code) {
        return List.of(
                code(String.valueOf(code.code())) + " " + PageText.shown(code.name()),
                tag(tone(code.standing()), code.standing().words()),
                times(code),
                operations(code),
                code.drills().isEmpty()
                        ? "only the caller can cause it"
                        : code.drills().stream().map(PageMarkup::code).collect(Collectors.joining(", ")));
    }

    private static String times(CodeCoverage code) {
        if (code.times() == 0) {
            return "0";
        }
        var causes = new ArrayList<String>();
        add(causes, code.byDrill(), "by a drill");
        add(causes, code.byWorld(), "by the control plane");
        add(causes, code.byCaller(), "by the caller");
        return code.times() + " <span class=\"meta\">(" + String.join(", ", causes) + ")</span>"
                + code.requestToken()
                        .map(token -> "<div class=\"meta\">token " + code(token) + "</div>")
                        .orElse("");
    }

    private static void add(List<String> causes, long number, String by) {
        if (number > 0) {
            causes.add(number + " " + by);
        }
    }

    /** The operation where it was met stands first and is always to be seen. */
    private static String operations(CodeCoverage code) {
        var all = code.operations().stream().map(PageMarkup::code).toList();
        if (all.size() <= FEW) {
            return String.join(", ", all);
        }
        int seen = code.times() > 0 ? 1 : 0;
        return String.join(", ", all.subList(0, seen)) + "<details class=\"bare\"><summary>"
                + (seen > 0 ? "and " + (all.size() - seen) + " more" : all.size() + " operations") + "</summary><div>"
                + String.join(", ", all.subList(seen, all.size())) + "</div></details>";
    }

    private static List<String> row(ToldResult result) {
        return List.of(
                code(result.what() + "=" + result.told()),
                PageText.shown(result.phase()),
                tag(
                        switch (result.agreement()) {
                            case AGREES -> "good";
                            case DIFFERS -> "fails";
                            case FAILED_OPENLY, NOT_JUDGED -> "";
                        },
                        result.agreement().words()),
                PageText.shown(result.sentence()));
    }

    private static String tone(Standing standing) {
        return switch (standing) {
            case MET -> "good";
            case ANSWERED_BY_A_STORM -> "fails";
            case CAUSED_BY_THE_CALLER -> "warns";
            case NEVER_MET -> "";
        };
    }

    private static String tone(Level level) {
        return switch (level) {
            case FAILS -> "fails";
            case WARNS -> "warns";
            case NOT_JUDGED, EXCEPTED -> "";
        };
    }
}
