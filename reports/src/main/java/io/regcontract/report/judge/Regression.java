package io.regcontract.report.judge;

import io.regcontract.report.policy.KindPolicy;
import io.regcontract.report.policy.KindPolicy.Consequence;
import io.regcontract.report.record.RecordHeader;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** What a run lost against its baseline. */
final class Regression {

    private static final int MOST_NAMES = 5;

    private final KindPolicy policy;
    private final Baseline baseline;
    private final Map<String, Judgement> now = new HashMap<>();
    private final List<GateFinding> findings = new ArrayList<>();

    private Regression(KindPolicy policy, Baseline baseline, List<CodeVerdict> codes) {
        this.policy = policy;
        this.baseline = baseline;
        codes.stream()
                .map(CodeVerdict::judgements)
                .flatMap(Collection::stream)
                .forEach(judgement -> now.put(judgement.requirement(), judgement));
    }

    static List<GateFinding> findings(
            KindPolicy policy, Baseline baseline, RecordHeader.Environment environment, List<CodeVerdict> codes) {
        if (!baseline.environment().equals(environment.policyName())) {
            return List.of(GateFinding.ofRun(
                    "baseline-of-another-environment",
                    GateOutcome.USAGE,
                    "The baseline is of " + baseline.environment() + ", the run of " + environment.policyName()
                            + ". Name a baseline of " + environment.policyName() + ", or none."));
        }
        if (!baseline.kind().equals(environment.kind()) || !baseline.dialect().equals(environment.dialect())) {
            return List.of(GateFinding.ofRun(
                    "baseline-of-another-environment",
                    GateOutcome.USAGE,
                    "The baseline is of " + described(baseline.environment(), baseline.kind(), baseline.dialect())
                            + ", the run of " + described(environment.name(), environment.kind(), environment.dialect())
                            + ". Name a baseline of " + environment.name() + " as it is now, or none."));
        }
        var regression = new Regression(policy, baseline, codes);
        regression.newlyFailing();
        regression.requirementRemoved();
        regression.coverageDropped();
        return regression.findings;
    }

    private static String described(String name, String kind, String dialect) {
        return name + " (kind " + kind + ", dialect " + dialect + ")";
    }

    private void newlyFailing() {
        baseline.requirements().forEach((id, then) -> {
            var judgement = now.get(id);
            if (then.holds() && judgement != null && judgement.verdict().fails()) {
                add(
                        policy.newlyFailing(),
                        GateFinding.of(
                                "newly-failing",
                                GateOutcome.CONTRACT,
                                id + " is " + judgement.verdict().word() + " and was " + then.word()
                                        + " in the baseline, run " + baseline.runId() + ".",
                                judgement));
            }
        });
    }

    private void requirementRemoved() {
        var removed = baseline.requirements().keySet().stream()
                .filter(id -> !now.containsKey(id))
                .toList();
        if (!removed.isEmpty()) {
            add(
                    policy.requirementRemoved(),
                    GateFinding.ofRun(
                            "requirement-removed",
                            GateOutcome.INCOMPLETE,
                            removed.size() + (removed.size() == 1 ? " requirement" : " requirements")
                                    + " of the baseline no longer in the suite: "
                                    + named(removed) + ". Bring them back, or accept a new baseline."));
        }
    }

    private void coverageDropped() {
        var dropped = baseline.requirements().entrySet().stream()
                .filter(then -> then.getValue().seen())
                .map(Map.Entry::getKey)
                .filter(id -> now.containsKey(id) && !now.get(id).verdict().seen())
                .toList();
        if (!dropped.isEmpty()) {
            add(
                    policy.coverageDropped(),
                    GateFinding.ofRun(
                            "coverage-dropped",
                            GateOutcome.INCOMPLETE,
                            dropped.size() + (dropped.size() == 1 ? " requirement was" : " requirements were")
                                    + " observed in the baseline and not in this run: "
                                    + named(dropped) + "."));
        }
    }

    private void add(Consequence consequence, GateFinding finding) {
        switch (consequence) {
            case FAILS -> findings.add(finding);
            case WARNS -> findings.add(finding.asWarning());
            case IGNORED -> {}
        }
    }

    private static String named(List<String> ids) {
        return ids.stream().limit(MOST_NAMES).collect(Collectors.joining(", "))
                + (ids.size() > MOST_NAMES ? " and " + (ids.size() - MOST_NAMES) + " more" : "");
    }
}
