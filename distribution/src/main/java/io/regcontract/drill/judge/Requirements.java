package io.regcontract.drill.judge;

import io.regcontract.drill.judge.DrillFinding.Level;
import io.regcontract.drill.policy.DrillPolicy;
import io.regcontract.drill.policy.DrillPolicy.RequiredCode;
import io.regcontract.drill.trial.Trial;
import io.regcontract.report.policy.Glob;
import io.regcontract.simulator.control.journal.Cause;
import io.regcontract.simulator.control.journal.JournalCall;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;

/** What the policy demands to have been met, and was not. */
final class Requirements {

    /** Codes that no call meets which does not name the application. */
    private static final Set<String> NEED_A_NAME = Set.of("221", "224");

    private final DrillPolicy policy;
    private final Trial trial;
    private final List<CodeCoverage> codes;

    Requirements(DrillPolicy policy, Trial trial, List<CodeCoverage> codes) {
        this.policy = policy;
        this.trial = trial;
        this.codes = codes;
    }

    List<DrillFinding> findings() {
        var findings = new ArrayList<DrillFinding>();
        for (var required : policy.codes()) {
            var meant = codes.stream()
                    .filter(code -> required.code().matches(Integer.toString(code.code())))
                    .filter(code -> !required.isPattern() || canComeFromOutside(code))
                    .filter(code -> required.at()
                            .map(at -> code.operations().stream().anyMatch(at::matches))
                            .orElse(true))
                    .toList();
            if (meant.isEmpty()) {
                findings.add(DrillFinding.of(
                        FindingNames.CODE_NOT_MET,
                        Level.FAILS,
                        "Required at " + required.place() + " and never met: " + required.shown()
                                + (NEED_A_NAME.contains(required.code().toString())
                                        ? ". It needs a call that names the application, by application_id or as the"
                                                + " host NAME.SUFFIX."
                                        : ". No operation that was called can answer with it.")));
            }
            meant.forEach(code -> findings.addAll(findings(required, code)));
        }
        return findings;
    }

    /** A pattern demands nothing that only the caller can bring about. */
    private static boolean canComeFromOutside(CodeCoverage code) {
        return !code.drills().isEmpty() || code.isMet();
    }

    private List<DrillFinding> findings(RequiredCode required, CodeCoverage code) {
        var operations =
                code.operations().stream().filter(at(required)::matches).toList();
        var times = trial.journal().errors().stream()
                .filter(error -> error.code() == code.code() && at(required).matches(error.operation()))
                .mapToLong(error -> error.byDrill() + error.byWorld())
                .sum();
        if (times == 0) {
            return List.of(DrillFinding.of(
                    FindingNames.CODE_NOT_MET,
                    Level.FAILS,
                    code.code(),
                    operations,
                    "Required at " + required.place() + " and never met"
                            + (code.times() > 0 ? " but by the caller's own fault" : "") + ": " + code.code() + " "
                            + code.name() + ", which can come from " + String.join(", ", operations) + "."));
        }
        return required.succeedsLater() ? withoutSuccess(required, code) : List.of();
    }

    private List<DrillFinding> withoutSuccess(RequiredCode required, CodeCoverage code) {
        var findings = new ArrayList<DrillFinding>();
        for (var operation : code.operations()) {
            var last = trial.journal().calls().stream()
                    .filter(call -> call.operation().equals(operation) && metFromOutside(call, code.code()))
                    .max(Comparator.comparingLong(JournalCall::sequence));
            if (last.isPresent() && at(required).matches(operation) && !succeededAfter(last.get())) {
                findings.add(DrillFinding.of(
                        FindingNames.NO_SUCCESS_LATER,
                        Level.FAILS,
                        code.code(),
                        List.of(operation),
                        "Required at " + required.place() + ": after " + code.code() + " " + code.name()
                                + ", no call of "
                                + operation + " succeeded, so how it was borne is not judged. Run it again after the"
                                + " drill is undone, with --again."));
            }
        }
        return findings;
    }

    private boolean succeededAfter(JournalCall failed) {
        return trial.journal().calls().stream()
                .anyMatch(call -> call.sequence() > failed.sequence()
                        && call.operation().equals(failed.operation())
                        && call.succeeded());
    }

    private static boolean metFromOutside(JournalCall call, int code) {
        return call.failure()
                .filter(failure -> failure.code() == code && failure.cause() != Cause.CALLER)
                .isPresent();
    }

    private static Glob at(RequiredCode required) {
        return required.at().orElse(Glob.of("*"));
    }
}
