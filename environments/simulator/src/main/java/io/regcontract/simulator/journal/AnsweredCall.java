package io.regcontract.simulator.journal;

import io.regcontract.simulator.argument.Parameters;
import io.regcontract.simulator.control.journal.ActiveDrill;
import io.regcontract.simulator.control.journal.CallFault;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * A call as the pipeline hands it over. It has data of people and secrets, so it must not be kept.
 *
 * @param time when it was answered, by the clock of the process
 * @param begunNanos when it began, on a clock that nothing moves
 * @param isSearch whether the operation answers in pages
 * @param failure empty when it succeeded
 * @param fault what befell it on its way
 * @param failedElements codes of elements that failed within a success
 * @param accessToken as it was presented, in header or parameter
 * @param results how many results the answer has
 * @param reached the lastUpdated of its last result, where that is the order of the results
 * @param namesUnissuedId whether the record id that it names was never given to a record
 */
public record AnsweredCall(
        Instant time,
        long begunNanos,
        long tookNanos,
        String application,
        String operation,
        boolean writes,
        boolean isSearch,
        Optional<String> clientId,
        Optional<Failure> failure,
        Optional<CallFault> fault,
        List<Failure> failedElements,
        List<ActiveDrill> drills,
        Parameters parameters,
        Optional<String> accessToken,
        OptionalInt results,
        Optional<String> reached,
        boolean namesUnissuedId) {

    /** When it was answered, on the clock of {@code begunNanos}. */
    long endedNanos() {
        return begunNanos + tookNanos;
    }

    /**
     * How it failed.
     *
     * @param requestToken empty for an element
     */
    public record Failure(int code, String error, String requestToken) {}
}
