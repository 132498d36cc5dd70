package io.regcontract.report.policy;

import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;

/**
 * What keeps a run in one kind of environment from passing.
 *
 * @param codes how many documented codes must have been observed
 * @param requirements how many requirements must have been tried
 * @param shards how many shards must have left a record
 * @param fails verdicts that fail, by their words
 * @param warns verdicts that pass and are remarked upon, by their words
 * @param broken how many requirements may be broken
 * @param flaky how many requirements may be set up only by repeating calls
 */
public record KindPolicy(
        Minimum codes,
        Minimum requirements,
        Minimum shards,
        Set<String> fails,
        Set<String> warns,
        int broken,
        int flaky,
        Consequence newlyFailing,
        Consequence requirementRemoved,
        Consequence coverageDropped,
        Optional<ReportOnly> reportOnly) {

    public KindPolicy {
        fails = Set.copyOf(fails);
        warns = Set.copyOf(warns);
    }

    /** All of it, proven: what holds where no policy says otherwise. */
    public static KindPolicy strictest() {
        return new KindPolicy(
                new All(),
                new All(),
                new All(),
                Set.of("proven-with-erratum", "coarser", "refined", "contradicted"),
                Set.of("waived"),
                0,
                0,
                Consequence.FAILS,
                Consequence.FAILS,
                Consequence.FAILS,
                Optional.empty());
    }

    /** How many of a number there must be. */
    public sealed interface Minimum {
        /** Whether a number is enough of a total. */
        boolean metBy(long there, long ofAll);
    }

    /** Every one of them. */
    public record All() implements Minimum {
        @Override
        public boolean metBy(long there, long ofAll) {
            return there >= ofAll;
        }
    }

    /** A number of them. */
    public record AtLeast(int number) implements Minimum {
        @Override
        public boolean metBy(long there, long ofAll) {
            return there >= number;
        }
    }

    /** What a step back from the baseline does. */
    public enum Consequence {
        FAILS,
        WARNS,
        IGNORED
    }

    /**
     * A rollout: what contradicts the contract is reported and does not fail yet.
     *
     * @param since the first day
     * @param until the last day
     */
    public record ReportOnly(LocalDate since, LocalDate until, String reason) {
        /** For how many days a rollout may take. */
        public static final int LONGEST_IN_DAYS = 90;

        public boolean on(LocalDate day) {
            return !day.isBefore(since) && !day.isAfter(until);
        }
    }
}
