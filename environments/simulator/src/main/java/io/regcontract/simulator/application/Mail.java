package io.regcontract.simulator.application;

import java.time.Instant;

/**
 * A message that the service would have sent.
 *
 * @param kind {@code password-recovery} or {@code email-verification}
 * @param code the code in it: an authorization code, or a verification code
 * @param link the address in it, with the code at its end; empty when no setting gives one
 */
public record Mail(String to, String kind, String code, String link, Instant time) {}
