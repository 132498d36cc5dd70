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
 * @param inScope how much a replacement must have in its scope; empty where any scope will do
 * @param traffic what is asked of recorded traffic besides; empty for kinds in which runs take place
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
        Optional<ReportOnly> reportOnly,
        Optional<LeastScope> inScope,
        Optional<TrafficPolicy> traffic) {

    /** The policy of a kind in which runs take place. */
    public KindPolicy(
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
        this(
                codes,
                requirements,
                shards,
                fails,
                warns,
                broken,
                flaky,
                newlyFailing,
                requirementRemoved,
                coverageDropped,
                reportOnly,
                Optional.empty(),
                Optional.empty());
    }

    /** The same, with the least that must be in scope. */
    public KindPolicy asking(LeastScope least) {
        return new KindPolicy(
                codes,
                requirements,
                shards,
                fails,
                warns,
                broken,
                flaky,
                newlyFailing,
                requirementRemoved,
                coverageDropped,
                reportOnly,
                Optional.of(least),
                traffic);
    }

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

    /** What is asked of recorded traffic: no number of anything, as it has what it has. */
    static KindPolicy ofTraffic(
            Set<String> fails,
            Set<String> warns,
            Consequence newlyFailing,
            Consequence requirementRemoved,
            Consequence coverageDropped,
            Optional<ReportOnly> reportOnly,
            TrafficPolicy traffic) {
        return new KindPolicy(
                new AtLeast(0),
                new AtLeast(0),
                new All(),
                fails,
                warns,
                0,
                0,
                newlyFailing,
                requirementRemoved,
                coverageDropped,
                reportOnly,
                Optional.empty(),
                Optional.of(traffic));
    }

    /**
     * How much must be in the scope of a replacement at least.
     *
     * @param codes documented codes with a requirement in scope; 0 for any number
     * @param requirements of the catalogue; 0 for any number
     */
    public record LeastScope(int codes, int requirements) {}

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

    /**
     * What is asked of recorded traffic.
     *
     * @param everyCode whether every code must have been seen
     * @param codes that must have been seen where not every one must
     * @param remarksFail whether what requests show fails
     */
    public record TrafficPolicy(boolean everyCode, Set<Integer> codes, boolean remarksFail) {

        public TrafficPolicy {
            codes = Set.copyOf(codes);
        }

        /** Whether traffic without an answer of this code is not enough. */
        public boolean asksFor(int code) {
            return everyCode || codes.contains(code);
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
