package io.regcontract.simulator.control.journal;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * A call that was answered. It has no secrets and no data of people.
 *
 * @param sequence its number in the journal of the application, from 1
 * @param time when it was answered, by the clock of the process, which no application's clock moves
 * @param begunNanos when it began, on a clock that nothing moves; only differences mean something
 * @param tookNanos how long it was worked on
 * @param operation path
 * @param clientId of the client that it came from, where there is one
 * @param writes whether the operation changes anything
 * @param failure the error that the service answered with; empty when it did what it was asked for, or was not reached
 * @param fault what befell it on its way, so that its caller got no answer of the service
 * @param failedElements codes of elements that failed within an answer that succeeded, as in entity.bulkCreate
 * @param drills those that had changed the application for it
 * @param ids the records that it names
 * @param bounds that its filter sets on id, lastUpdated and created
 * @param page of a search
 * @param fingerprint of all its other arguments, for comparison within this journal only
 * @param repeated how often the very same call was made again and ended the same way, each within 100 milliseconds
 *     after the one before: these are counted here and not kept one by one
 * @param repeatedUntilNanos when the last of these was answered, on the clock of {@code begunNanos}; 0 when there are
 *     none
 */
public record JournalCall(
        long sequence,
        Instant time,
        long begunNanos,
        long tookNanos,
        String operation,
        Optional<String> clientId,
        boolean writes,
        Optional<CallFailure> failure,
        Optional<CallFault> fault,
        List<Integer> failedElements,
        List<ActiveDrill> drills,
        List<NamedId> ids,
        List<Bound> bounds,
        Optional<SearchPage> page,
        long fingerprint,
        long repeated,
        long repeatedUntilNanos) {

    /** The code that the service answered with; empty when it answered with none. */
    public OptionalInt code() {
        return failure.map(met -> OptionalInt.of(met.code())).orElseGet(OptionalInt::empty);
    }

    /** Whether it met that error. */
    public boolean met(int code) {
        return failure.isPresent() && failure.get().code() == code;
    }

    /** Whether it succeeded, and its caller was told so. */
    public boolean succeeded() {
        return failure.isEmpty() && fault.isEmpty();
    }

    /** Whether the service did what it was asked for, also when the caller was not told. */
    public boolean performed() {
        return failure.isEmpty() && fault.map(CallFault::performed).orElse(true);
    }

    /** When it was answered, on the clock of {@link #begunNanos}. */
    public long endedNanos() {
        return begunNanos + tookNanos;
    }

    /** When it, or the last of its repetitions, was answered. */
    public long lastEndedNanos() {
        return repeated == 0 ? endedNanos() : repeatedUntilNanos;
    }

    /**
     * The time between the end of another call with all its repetitions and the beginning of this one; negative when
     * they overlap.
     */
    public Duration after(JournalCall other) {
        return Duration.ofNanos(begunNanos - other.lastEndedNanos());
    }

    /** The same call, repeated more often. */
    public JournalCall repeated(long times, long untilNanos) {
        return new JournalCall(
                sequence,
                time,
                begunNanos,
                tookNanos,
                operation,
                clientId,
                writes,
                failure,
                fault,
                failedElements,
                drills,
                ids,
                bounds,
                page,
                fingerprint,
                times,
                untilNanos);
    }

    /** Whether another call asks the same of the same operation: client, and all arguments but bounds and page. */
    public boolean isLike(JournalCall other) {
        return operation.equals(other.operation)
                && clientId.equals(other.clientId)
                && fingerprint == other.fingerprint
                && ids.equals(other.ids);
    }

    /** Whether another call is the same in every argument. */
    public boolean isSame(JournalCall other) {
        return isLike(other) && bounds.equals(other.bounds) && isSamePage(other);
    }

    private boolean isSamePage(JournalCall other) {
        return page.map(SearchPage::maxResults).equals(other.page.map(SearchPage::maxResults))
                && page.map(SearchPage::firstResult).equals(other.page.map(SearchPage::firstResult));
    }
}
