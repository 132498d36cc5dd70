package io.regcontract.simulator.control.journal;

import java.time.Instant;
import java.util.Optional;

/**
 * An error that a client has met at an operation.
 *
 * @param operation path
 * @param clientId of the client that called, where there is one
 * @param code as it was answered
 * @param error the name as it was answered
 * @param times how often; {@code byDrill}, {@code byWorld} and {@code byCaller} are parts of it
 * @param first when it was met first, by the clock of the process
 * @param last when it was met last
 * @param requestToken of the last one; empty where an element failed within an answer that succeeded
 * @param byDrill how often a drill was the cause
 * @param byWorld how often another change from outside was
 * @param byCaller how often the caller was
 */
public record MetError(
        String operation,
        Optional<String> clientId,
        int code,
        String error,
        long times,
        Instant first,
        Instant last,
        Optional<String> requestToken,
        long byDrill,
        long byWorld,
        long byCaller) {}
