package io.regcontract.pair.report;

import static io.regcontract.page.PageMarkup.code;
import static io.regcontract.page.PageMarkup.table;
import static io.regcontract.page.PageMarkup.tag;

import io.regcontract.contract.Contract;
import io.regcontract.contract.text.ServiceText;
import io.regcontract.page.PageMarkup;
import io.regcontract.page.PageSection;
import io.regcontract.pair.compare.ComparedOperation;
import io.regcontract.pair.compare.ComparedRequirement;
import io.regcontract.pair.compare.PairComparison;
import io.regcontract.pair.compare.PairState;
import io.regcontract.pair.judge.PairDecision;
import io.regcontract.pair.judge.PairFinding;
import io.regcontract.report.judge.GateOutcome;
import io.regcontract.report.judge.Judgement;
import io.regcontract.report.render.html.PageText;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** The parts of the page below its summary, each left out where there is nothing to say. */
final class PageParts {

    /** More would make a page that no browser likes; pair.json has all. */
    private static final int MOST_IDS = 200;

    private static final int MOST_SHOWN = 120;

    private static final int MOST_GROUPS = 300;
    private static final int MOST_PLACES = 3;

    private final PairDecision decision;
    private final PairComparison comparison;

    PageParts(PairDecision decision) {
        this.decision = decision;
        this.comparison = decision.comparison();
    }

    List<PageSection> sections() {
        var sections = new ArrayList<PageSection>();
        var findings = decision.findings().stream()
                .filter(finding -> finding.leadsTo() != GateOutcome.CONTRACT)
                .toList();
        if (!findings.isEmpty()) {
            sections.add(new PageSection(
                    "attention",
                    "Attention",
                    findings.size(),
                    "What keeps the pair from a decision, then what is worth knowing.",
                    list(findings.stream().map(PageParts::item).toList())));
        }
        var groups = comparison.groups();
        if (!groups.isEmpty()) {
            sections.add(new PageSection(
                    "differences",
                    "Differences",
                    groups.size(),
                    "Each once, with all requirements that show it: what the contract promises first. Compared are code, name,"
                            + " HTTP status, content type, the form of the token, and which known fields there are; never"
                            + " ids, times and texts."
                            + (groups.size() > MOST_GROUPS ? " The first " + MOST_GROUPS + "; pair.json has all." : ""),
                    list(groups.stream().limit(MOST_GROUPS).map(this::item).toList())));
        }
        sections.add(new PageSection(
                "codes",
                "Codes",
                (int) comparison.operations().stream()
                        .map(ComparedOperation::code)
                        .distinct()
                        .count(),
                "Each documented code by its operations; an operation is as good as the worst of its requirements. Where one"
                        + " differs without loss, the contract does not promise that part, or OLD does not keep it.",
                codes()));
        var reasons = reasons();
        if (!reasons.isEmpty()) {
            sections.add(new PageSection(
                    "unseen",
                    "Not compared",
                    reasons.values().stream().mapToInt(List::size).sum(),
                    "What was not observed in one of the two, or in neither, by its reason.",
                    table(
                            List.of("State", "Requirements", "Why", "Such as"),
                            reasons.entrySet().stream()
                                    .map(reason -> List.of(
                                            stateTag(reason.getValue().get(0).state()),
                                            String.valueOf(reason.getValue().size()),
                                            PageText.shown(
                                                    reason.getValue().get(0).why()),
                                            code(reason.getValue().get(0).id())))
                                    .toList())));
        }
        return sections;
    }

    private static String item(PairFinding finding) {
        boolean remark = finding.leadsTo() == GateOutcome.PASS;
        return tag(remark ? "" : "warns", remark ? "remark" : finding.leadsTo().word()) + "<div><div class=\"line\">"
                + PageText.shown(finding.sentence()) + "</div></div>";
    }

    private String item(PairComparison.Group group) {
        var difference = group.difference();
        var loses = group.loses();
        var word = loses ? "differs" : group.declared() ? "declared" : "remark";
        var pairs = group.requirements().stream()
                .collect(Collectors.groupingBy(
                        ComparedRequirement::code, LinkedHashMap::new, Collectors.toCollection(ArrayList::new)));
        return tag(loses ? "fails" : group.declared() ? "good" : "", word)
                + "<div><div class=\"line\"><b>" + PageText.shown(difference.label()) + "</b> "
                + value(difference.oldForm()) + " <span class=\"meta\">in OLD,</span> "
                + (loses
                        ? "<span class=\"missed\">" + value(difference.newForm()) + "</span>"
                        : value(difference.newForm()))
                + " <span class=\"meta\">in NEW</span></div><div class=\"meta\">"
                + (difference.promised() ? "" : "Known to the contract, and not promised. ")
                + grounds(group)
                + declaration(group)
                + "</div><details class=\"bare\"><summary>"
                + count(group.requirements().size(), "requirement") + " of "
                + count(pairs.size(), "code") + where(group.requirements()) + "</summary><div>"
                + ids(group.requirements()) + "</div></details></div>";
    }

    /** What the failing check found in the first of them: its name alone says little. */
    private static String grounds(PairComparison.Group group) {
        if (!group.difference().ofACheck()) {
            return "";
        }
        return group.requirements().get(0).now().flatMap(Judgement::observation).stream()
                .flatMap(observation -> observation.checks().stream())
                .filter(check -> check.id().equals(group.difference().about()))
                .map(check -> "Expected " + PageText.shown(ServiceText.start(check.expected(), MOST_SHOWN))
                        + ", actual " + PageText.shown(ServiceText.start(check.actual(), MOST_SHOWN)) + ". ")
                .collect(Collectors.joining());
    }

    /** Where it is, when it is in few places. */
    private static String where(List<ComparedRequirement> requirements) {
        var places = requirements.stream()
                .map(one -> one.code() + " " + one.operation())
                .distinct()
                .limit(MOST_PLACES + 1)
                .toList();
        return places.size() > MOST_PLACES ? "" : ": " + PageText.shown(String.join(", ", places));
    }

    private static String declaration(PairComparison.Group group) {
        var reasons = group.requirements().stream()
                .filter(one -> one.state() == PairState.DECLARED)
                .map(ComparedRequirement::why)
                .distinct()
                .toList();
        return reasons.isEmpty() ? "" : "Declared: " + PageText.shown(String.join("; ", reasons)) + ".";
    }

    private static String ids(List<ComparedRequirement> requirements) {
        return requirements.stream()
                        .limit(MOST_IDS)
                        .map(one -> "<div>" + code(one.id()) + "</div>")
                        .collect(Collectors.joining())
                + (requirements.size() > MOST_IDS
                        ? "<div class=\"meta\">and " + (requirements.size() - MOST_IDS) + " more, see pair.json</div>"
                        : "");
    }

    private String codes() {
        var contract = Contract.load();
        Map<Integer, List<ComparedOperation>> byCode = comparison.operations().stream()
                .collect(Collectors.groupingBy(ComparedOperation::code, LinkedHashMap::new, Collectors.toList()));
        return table(
                List.of("Code", "Name", "State", "Operations"),
                byCode.entrySet().stream()
                        .map(code -> List.of(
                                code(String.valueOf(code.getKey())),
                                PageText.shown(contract.find(code.getKey())
                                        .map(error -> error.name())
                                        .orElse("")),
                                state(code.getValue()),
                                operations(code.getValue())))
                        .toList());
    }

    /** The worst of them; red only where something is lost. */
    private static String state(List<ComparedOperation> operations) {
        var worst = operations.stream()
                .map(ComparedOperation::state)
                .min(Comparator.naturalOrder())
                .orElseThrow();
        boolean lost = operations.stream()
                .flatMap(one -> one.requirements().stream())
                .anyMatch(ComparedRequirement::losesWhatWasKept);
        return worst == PairState.DIFFERS && !lost ? tag("warns", "differs without loss") : stateTag(worst);
    }

    /** By state; what is the same is folded. */
    private static String operations(List<ComparedOperation> operations) {
        return Arrays.stream(PairState.values())
                .map(state -> {
                    var those = operations.stream()
                            .filter(one -> one.state() == state)
                            .map(ComparedOperation::operation)
                            .sorted()
                            .toList();
                    if (those.isEmpty()) {
                        return "";
                    }
                    var names = those.stream().map(PageMarkup::code).collect(Collectors.joining(" "));
                    return state == PairState.SAME || those.size() > 3
                            ? "<details class=\"bare\"><summary>" + state.words() + ": "
                                    + count(those.size(), "operation") + "</summary><div>" + names + "</div></details>"
                            : "<div>" + state.words() + ": " + names + "</div>";
                })
                .collect(Collectors.joining());
    }

    private Map<String, List<ComparedRequirement>> reasons() {
        return comparison.requirements().stream()
                .filter(one -> switch (one.state()) {
                    case ONLY_OLD, ONLY_NEW, NEITHER -> true;
                    case SAME, DECLARED, DIFFERS, OUT_OF_SCOPE -> false;
                })
                .collect(Collectors.groupingBy(
                        one -> one.state().word() + one.why(), TreeMap::new, Collectors.toList()));
    }

    private static String list(List<String> items) {
        return "<ul class=\"list card\">"
                + items.stream()
                        .map(item -> "<li class=\"finding\">" + item + "</li>")
                        .collect(Collectors.joining())
                + "</ul>";
    }

    private static String stateTag(PairState state) {
        return tag(
                switch (state) {
                    case SAME -> "good";
                    case DIFFERS -> "fails";
                    case ONLY_OLD, DECLARED -> "warns";
                    case ONLY_NEW, NEITHER, OUT_OF_SCOPE -> "";
                },
                state.words());
    }

    private static String value(String text) {
        return "<span class=\"value mono\">" + PageText.shown(text) + "</span>";
    }

    private static String count(int number, String what) {
        return number + " " + what + (number == 1 ? "" : "s");
    }
}
