package io.regcontract.report.render.support;

import io.regcontract.report.judge.Decision;
import io.regcontract.report.judge.GateFinding;
import io.regcontract.report.judge.GateOutcome;
import io.regcontract.report.policy.WaiverTemplate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;

/** Waivers for all that fails unexpectedly, ready to be pasted and refused until a person has filled them in. */
public final class WaiverSuggestions {

    /** Name of the file that has all of them. */
    public static final String NAME = "waivers-to-fill-in.yaml";

    private static final int MOST = 500;

    private WaiverSuggestions() {}

    /** The text of a file of waivers; empty when nothing fails that could be waived. */
    public static String text(Decision decision) {
        var items = items(decision);
        if (items.isEmpty()) {
            return "";
        }
        var lines = new ArrayList<String>();
        lines.add(
                "# Keep what may stay for a while, fill in what says FILL-IN, and save it as a .yaml in the policy's waivers/.");
        lines.add(WaiverTemplate.head());
        items.forEach(lines::addAll);
        return String.join("\n", lines) + "\n";
    }

    /** One waiver for each failing check, line by line, at most five hundred. */
    public static List<List<String>> items(Decision decision) {
        record Concern(String requirement, String check, String actual) {}
        var concerns = new LinkedHashSet<Concern>();
        decision.findings().stream().filter(WaiverSuggestions::canBeWaived).forEach(finding -> finding.check()
                .ifPresent(check -> concerns.add(
                        new Concern(finding.judgement().orElseThrow().requirement(), check.id(), check.actual()))));
        var environment = decision.environment().map(here -> here.policyName()).orElse("");
        return concerns.stream()
                .limit(MOST)
                .map(concern -> WaiverTemplate.lines(
                        concern.requirement(),
                        environment,
                        concern.check(),
                        concern.actual(),
                        decision.terms().asOf()))
                .toList();
    }

    private static boolean canBeWaived(GateFinding finding) {
        return finding.leadsTo() == GateOutcome.CONTRACT
                && finding.check().filter(check -> check.failsOutright()).isPresent()
                && finding.judgement()
                        .filter(judgement -> judgement.verdict().fails())
                        .isPresent();
    }
}
