package io.regcontract.simulator.control.message;

import java.time.Instant;
import java.util.Optional;

/**
 * A call that failed.
 *
 * @param application the one that it reached, if it reached one
 * @param operation its path
 * @param clientId the client that it said it came from, if there is such a client
 * @param error the name of the code, as it was answered
 * @param time by the clock of the process, which no application moves
 * @param httpStatus as it was answered
 */
public record LoggedFailure(
        String requestToken,
        Optional<String> application,
        String operation,
        Optional<String> clientId,
        int code,
        String error,
        Instant time,
        int httpStatus) {}
