package io.regcontract.simulator.control.message;

import java.time.Instant;
import java.util.Optional;

/**
 * A message that the service would have sent.
 *
 * @param code the code in it
 * @param link the address in it, with the code at its end; empty while no setting says where it leads
 * @param time by the clock of the application
 */
public record SentMail(String to, MailKind kind, String code, Optional<String> link, Instant time) {}
