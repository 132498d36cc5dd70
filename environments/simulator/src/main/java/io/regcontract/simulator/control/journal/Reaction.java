package io.regcontract.simulator.control.journal;

import java.time.Instant;
import java.util.List;
import java.util.OptionalInt;

/**
 * What an application did after an error, judged by one rule.
 *
 * @param rule such as {@code lost-window}; the names are for life
 * @param sentence what happened and what is wrong with it, for the developer of the application
 * @param code of the error that it is about; empty when no error is
 * @param calls the evidence, at most {@link #MOST_EVIDENCE} calls
 */
public record Reaction(String rule, Verdict verdict, String sentence, OptionalInt code, List<Evidence> calls) {

    /** How many calls are shown at most. */
    public static final int MOST_EVIDENCE = 10;

    /** A call that a verdict rests on. */
    public record Evidence(long sequence, Instant time, String operation, OptionalInt code) {

        /** That call of the journal. */
        public static Evidence of(JournalCall call) {
            return new Evidence(call.sequence(), call.time(), call.operation(), call.code());
        }
    }
}
