package io.regcontract.simulator.control.journal;

/**
 * How a call failed.
 *
 * @param code as it was answered
 * @param error the name as it was answered
 * @param requestToken of the answer, by which {@code GET /control/v1/log/TOKEN} finds the call
 */
public record CallFailure(int code, String error, String requestToken, Cause cause) {}
