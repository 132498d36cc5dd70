package io.regcontract.simulator.control.journal;

import java.util.List;

/**
 * The journal of an application at one moment.
 *
 * @param operations which operations were called, since the start or the last reset
 * @param errors which errors were met, since the start or the last reset
 * @param calls the calls that were asked for, as far as they are kept, in the order in which they were answered
 * @param marks what happened between them
 * @param last number of the newest call or mark that is in this answer; to be asked for as {@code after} next time
 * @param more whether there are newer ones, which the limit left out
 * @param forgotten how many calls made way for newer ones
 */
public record JournalContent(
        String application,
        List<CalledOperation> operations,
        List<MetError> errors,
        List<JournalCall> calls,
        List<JournalMark> marks,
        long last,
        boolean more,
        long forgotten) {

    /** How often an error was met, at any operation, by any client. */
    public long met(int code) {
        return errors.stream()
                .filter(error -> error.code() == code)
                .mapToLong(MetError::times)
                .sum();
    }
}
