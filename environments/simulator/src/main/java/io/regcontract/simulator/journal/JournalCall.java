package io.regcontract.simulator.journal;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * A call that has been answered.
 *
 * @param time by the clock of the process
 * @param code of the error that it met; empty when it succeeded
 * @param requestToken of the failure
 * @param drills ids of the drills that had changed the application for it
 */
public record JournalCall(
        Instant time,
        String application,
        String operation,
        Optional<String> clientId,
        OptionalInt code,
        Optional<String> requestToken,
        List<String> drills) {}
