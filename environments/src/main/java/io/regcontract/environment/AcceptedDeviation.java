package io.regcontract.environment;

/**
 * An erratum or a reading that a profile lets count.
 *
 * @param id {@code E-nn} or {@code R-...}
 * @param reason why it is accepted in this environment
 */
public record AcceptedDeviation(String id, String reason) {}
