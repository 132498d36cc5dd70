package io.regcontract.report.attest;

import io.regcontract.report.judge.Decision;
import io.regcontract.report.judge.GateFinding;
import java.util.Arrays;
import java.util.Optional;

/** The three results that in-toto's predicate test-result knows. */
public enum TestResult {
    /** The gate passes, and there is nothing to remark upon. */
    PASSED,
    /** The gate passes, with a reservation or with something to remark upon. */
    WARNED,
    /** The contract is broken, or a secret was left behind. */
    FAILED;

    /**
     * The result of a decision. There is none where nothing was decided about the contract: to call a release failed
     * whose environment was sick would be as untrue as to call it passed.
     */
    static Optional<TestResult> of(Decision decision, RequirementResults results) {
        if (decision.judged().isEmpty()) {
            return Optional.empty();
        }
        return switch (decision.outcome()) {
            case PASS -> Optional.of(plain(decision, results) ? PASSED : WARNED);
            case CONTRACT, LEAK -> Optional.of(FAILED);
            case USAGE, INCONCLUSIVE, INCOMPLETE -> Optional.empty();
        };
    }

    private static boolean plain(Decision decision, RequirementResults results) {
        return !decision.reserved()
                && results.warned().isEmpty()
                && results.failed().isEmpty()
                && decision.findings().stream().noneMatch(finding -> finding.level() == GateFinding.Level.WARNS);
    }

    /** The result of a word in a file. */
    static Optional<TestResult> ofWord(String word) {
        return Arrays.stream(values())
                .filter(result -> result.name().equals(word))
                .findFirst();
    }
}
