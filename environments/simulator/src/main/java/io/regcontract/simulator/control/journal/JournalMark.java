package io.regcontract.simulator.control.journal;

import java.time.Instant;
import java.util.Locale;
import java.util.Optional;

/**
 * Something between the calls that explains them.
 *
 * @param sequence its number in the journal of the application, which it shares with the calls
 * @param time by the clock of the process
 * @param begunNanos on the clock of {@link JournalCall#begunNanos}
 * @param name of a note what the caller said, such as {@code run again}; of a drill its kind; of a change the call of
 *     the control plane, such as {@code PUT maintenance}
 * @param drill the drill that it is about
 */
public record JournalMark(
        long sequence, Instant time, long begunNanos, Kind kind, String name, Optional<ActiveDrill> drill) {

    /** What happened. */
    public enum Kind {
        /** A drill was armed, and waits for its call. */
        ARMED,
        /** The call came, and the drill changed the application. */
        CHANGED,
        /** The application is as it was before the drill, or the drill was taken away before its call came. */
        UNDONE,
        /** The control plane changed the application. */
        WORLD,
        /** A note of whoever uses the journal. */
        NOTE,
        /** The simulator began anew with this state file. */
        RESTARTED;

        /** As JSON has it. */
        public String publicName() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
