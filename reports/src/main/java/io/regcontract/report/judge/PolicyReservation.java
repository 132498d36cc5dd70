package io.regcontract.report.judge;

import io.regcontract.report.policy.KindPolicy;
import io.regcontract.report.policy.KindPolicy.AtLeast;
import io.regcontract.report.record.RecordHeader;
import io.regcontract.report.record.RunRecord;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What a policy does not ask for. A policy may ask for less than every code, for a first week or a restricted tenant;
 * a run that passes by it is then not told as one that passed by all.
 *
 * @param parts what it does ask for, each as "1 of 43 codes"
 */
record PolicyReservation(List<String> parts) {

    static PolicyReservation by(KindPolicy policy, RunRecord run, List<CodeVerdict> codes) {
        if (policy.traffic().isPresent()) {
            // Nobody can ask traffic for more than there is: what it does not show stands in the sentence.
            return new PolicyReservation(List.of());
        }
        var requirements =
                codes.stream().mapToLong(code -> code.inScope().size()).sum();
        var parts = new ArrayList<String>();
        part(policy.codes(), codes.stream().filter(code -> !code.outOfScope()).count(), "codes")
                .ifPresent(parts::add);
        part(policy.requirements(), requirements, "requirements").ifPresent(parts::add);
        part(policy.shards(), run.header().map(RecordHeader::shards).orElse(1), "shards")
                .ifPresent(parts::add);
        return new PolicyReservation(parts);
    }

    private static Optional<String> part(KindPolicy.Minimum least, long all, String what) {
        return least instanceof AtLeast some && some.number() < all
                ? Optional.of(some.number() + " of " + all + " " + what)
                : Optional.empty();
    }

    /** The reservation, if there is one. */
    Optional<String> sentence() {
        return parts.isEmpty()
                ? Optional.empty()
                : Optional.of("The policy asks for no more than " + String.join(", ", parts) + ".");
    }

    /** The sentence of a decision, which for a pass begins with what was not asked. */
    String qualify(GateOutcome outcome, String sentence) {
        return outcome == GateOutcome.PASS
                ? sentence().map(reserved -> reserved + " " + sentence).orElse(sentence)
                : sentence;
    }
}
