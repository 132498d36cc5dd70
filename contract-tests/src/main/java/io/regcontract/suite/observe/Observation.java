package io.regcontract.suite.observe;

import io.regcontract.check.Check;
import io.regcontract.check.Finding;
import io.regcontract.environment.Capability;
import io.regcontract.suite.evidence.Exchange;
import io.regcontract.suite.scenario.Requirement;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What one attempt at a requirement saw. Redacted: nothing in it needs hiding.
 *
 * @param requirement what was attempted
 * @param outcome how far the attempt came
 * @param answered what the service answered to the call that matters, when it answered
 * @param checks what was checked, the twin's checks last
 * @param exchanges everything that was sent, in order
 * @param earlier attempts that came to nothing before this one, in order
 * @param startedAt when the attempt began
 * @param millis how long it took
 */
public record Observation(
        Requirement requirement,
        Outcome outcome,
        AnswerSummary answered,
        List<ExaminedCheck> checks,
        List<Exchange> exchanges,
        List<Earlier> earlier,
        Instant startedAt,
        double millis) {

    public Observation {
        checks = List.copyOf(checks);
        exchanges = List.copyOf(exchanges);
        earlier = List.copyOf(earlier);
    }

    /** An attempt that ended because the connection broke, with its start and the reason. */
    public record Earlier(Instant at, String reason) {}

    /** Must-checks that fail and that nothing the profile accepts relaxes. */
    public List<ExaminedCheck> contradictions() {
        return checks.stream().filter(ExaminedCheck::contradicts).toList();
    }

    /** How far an attempt came. */
    public sealed interface Outcome {

        /** The call was made and judged. */
        record Observed() implements Outcome {}

        /** Set-up or environment failed: says nothing about the contract. */
        record Broken(String reason) implements Outcome {}

        /**
         * The environment does not let the condition be driven.
         *
         * @param missing for want of what; empty where the profile knows more than that
         */
        record NotDrivable(Optional<Capability> missing, String reason) implements Outcome {

            public NotDrivable(Capability missing, String reason) {
                this(Optional.of(missing), reason);
            }
        }

        /** The environment is a replacement that does not implement the operation: nothing was sent. */
        record OutOfScope(String reason) implements Outcome {}
    }

    /**
     * What the answer said of itself.
     *
     * @param code its code, when that was an integer
     * @param error its name
     * @param requestToken its token
     */
    public record AnswerSummary(Optional<Integer> code, Optional<String> error, Optional<String> requestToken) {

        static final AnswerSummary NOTHING = new AnswerSummary(Optional.empty(), Optional.empty(), Optional.empty());
    }

    /**
     * One check by its id, what it found, and the accepted errata and readings under which a failure counts as holding.
     *
     * @param note what more there is to say of a failure; empty as a rule
     */
    public record ExaminedCheck(String id, Check.Weight weight, Finding finding, List<String> relaxedBy, String note) {

        /** A check of which there is no more to say. */
        public ExaminedCheck(String id, Check.Weight weight, Finding finding, List<String> relaxedBy) {
            this(id, weight, finding, relaxedBy, "");
        }

        /** Whether it contradicts the contract: a must-check that fails, and that nothing accepted relaxes. */
        public boolean contradicts() {
            return weight == Check.Weight.MUST && finding instanceof Finding.Fails && relaxedBy.isEmpty();
        }
    }
}
