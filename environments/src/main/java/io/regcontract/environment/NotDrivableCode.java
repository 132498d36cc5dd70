package io.regcontract.environment;

/**
 * A code that a kind of environment cannot be driven into.
 *
 * @param code a documented code
 * @param reason why not, a sentence for the report
 */
public record NotDrivableCode(int code, String reason) {}
