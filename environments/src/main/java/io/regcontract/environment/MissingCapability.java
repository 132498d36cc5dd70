package io.regcontract.environment;

/**
 * A capability that a kind of environment is expected to lack.
 *
 * @param reason why, a sentence for the report
 */
public record MissingCapability(Capability capability, String reason) {}
