package io.regcontract.suite.plan;

import java.util.function.UnaryOperator;

/**
 * The options of one run as they were typed, not yet validated; an option that is not set is empty.
 *
 * @param scope how much of the contract: {@code codes}, {@code matrix} or {@code operations}
 * @param shard which part of it: {@code i/n}, or {@code ci} for what the CI's variables say
 * @param requirements globs of ids
 * @param codes codes, where an {@code x} stands for any digit
 * @param operations globs of paths
 * @param failedFrom a run whose failures are to be tried again
 * @param seed what the order of execution comes from
 * @param threads how many scenarios at a time, at most what the profile's pace allows
 * @param confirmation the name of the environment once more, for all but simulators
 */
public record RunOptions(
        String scope,
        String shard,
        String requirements,
        String codes,
        String operations,
        String failedFrom,
        String seed,
        String threads,
        String confirmation) {

    /** No option is set. */
    public static final RunOptions NONE = new RunOptions("", "", "", "", "", "", "", "", "");

    /**
     * Reads the options by the names that the command line gives them.
     *
     * @param value returns the value of an option by name, an empty text if it is not set
     */
    public static RunOptions from(UnaryOperator<String> value) {
        return new RunOptions(
                value.apply("scope"),
                value.apply("shard"),
                value.apply("req"),
                value.apply("code"),
                value.apply("operation"),
                value.apply("failedFrom"),
                value.apply("seed"),
                value.apply("threads"),
                value.apply("confirm"));
    }

    /** Whether some requirements were chosen among all. */
    boolean select() {
        return !(requirements.isBlank() && codes.isBlank() && operations.isBlank() && failedFrom.isBlank());
    }
}
