package io.regcontract.simulator.control.journal;

import java.time.Instant;
import java.util.List;
import java.util.OptionalInt;

/**
 * What an application did after an error, judged by one rule.
 *
 * @param rule one of the names below, which are for life
 * @param sentence what happened and what is wrong with it, for the developer of the application
 * @param code of the error that it is about; empty when no error is
 * @param calls the evidence, at most {@link #MOST_EVIDENCE} calls
 */
public record Reaction(String rule, Verdict verdict, String sentence, OptionalInt code, List<Evidence> calls) {

    /** A search behind a bound failed, was never made again, and later ones begin behind it. */
    public static final String LOST_WINDOW = "lost-window";

    /** A search failed for a cause that passes and was never made again, and its client went on. */
    public static final String ABANDONED_SEARCH = "abandoned-search";

    /** A search came back full, its next page was never asked for, and later ones begin behind it. */
    public static final String TRUNCATED_SEARCH = "truncated-search";

    /** A create failed, and a later call names a record that is none. */
    public static final String ID_OF_NOTHING = "id-of-nothing";

    /** A call that failed was made again at once, the very same, ten times or more. */
    public static final String RETRY_STORM = "retry-storm";

    /** A sign-in that was refused was made again within seconds, the very same, three times or more. */
    public static final String SIGN_IN_REPEATED = "sign-in-repeated";

    /** A write failed for a cause that passes, and never succeeded after it had passed. */
    public static final String UNREPEATED_WRITE = "unrepeated-write";

    /** Five calls or more came without a pause after 510, or the same ten times or more within a second each. */
    public static final String CALLS_AFTER_LIMIT = "calls-after-limit";

    /** Three calls or more came without a pause after 402. */
    public static final String CALLS_AFTER_REFUSED_CLIENT = "calls-after-refused-client";

    /** The last call of a client failed: its calls say nothing about what it told its users. */
    public static final String NOTHING_MORE_CAME = "nothing-more-came";

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
