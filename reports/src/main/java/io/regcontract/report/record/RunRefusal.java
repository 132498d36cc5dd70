package io.regcontract.report.record;

/**
 * The suite ended early, for a reason a person can mend.
 *
 * @param usage true for a wrong option or profile, false for an environment that could not be judged
 */
public record RunRefusal(boolean usage, String message, String remedy) {}
