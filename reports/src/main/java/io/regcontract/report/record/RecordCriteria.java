package io.regcontract.report.record;

import io.regcontract.contract.KnownRequirements;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * What a record has to be, besides well-formed, to count as that of the run which is judged. A run's id is a name,
 * and names repeat when a pipeline is tried again.
 *
 * @param attempt the attempt that must have begun it; empty where none is known
 * @param now when the judging takes place
 * @param since the earliest moment at which it may have begun
 * @param requirements what its catalogue must be; empty where a catalogue of any requirements will do
 */
public record RecordCriteria(
        Optional<String> attempt, Instant now, Instant since, Optional<KnownRequirements> requirements) {

    /** A record that is older says nothing of today, unless somebody asks for it by its day. */
    public static final Duration LONGEST_AGE = Duration.ofHours(24);

    /** How far the clocks of two machines may be apart. */
    static final Duration CLOCKS_APART = Duration.ofMinutes(5);

    /** A record of the last day, by whichever attempt, of the suite that comes with this version. */
    public static RecordCriteria at(Instant now) {
        return new RecordCriteria(Optional.empty(), now, now.minus(LONGEST_AGE), Optional.of(KnownRequirements.load()));
    }

    /** The same of one attempt alone. */
    public RecordCriteria of(String theAttempt) {
        return new RecordCriteria(Optional.of(theAttempt), now, since, requirements);
    }

    /** The same from another moment on. */
    public RecordCriteria since(Instant moment) {
        return new RecordCriteria(attempt, now, moment, requirements);
    }

    /** The same for a catalogue of any requirements. */
    public RecordCriteria ofAnyCatalogue() {
        return new RecordCriteria(attempt, now, since, Optional.empty());
    }

    boolean lieAhead(Instant moment) {
        return moment.isAfter(now.plus(CLOCKS_APART));
    }
}
