package io.regcontract.drill.judge;

import io.regcontract.simulator.control.journal.Reaction;
import java.util.List;
import java.util.stream.Stream;

/** The names of all that can be found; they are for life, since policies use them. */
public final class FindingNames {

    static final String CODE_NOT_MET = "code-not-met";
    static final String NO_SUCCESS_LATER = "no-success-later";
    static final String TOLD_OTHERWISE = "told-otherwise";
    static final String TOLD_UNREADABLE = "told-unreadable";
    static final String TOLD_NOT_JUDGED = "told-not-judged";
    static final String EXIT_STATUS = "exit-status";
    static final String ENDED_BY_SIGNAL = "ended-by-signal";
    static final String TIMED_OUT = "timed-out";
    static final String DRILL_IN_VAIN = "drill-in-vain";
    static final String EXCEPTION_UNUSED = "exception-unused";

    private static final List<String> OWN = List.of(
            CODE_NOT_MET,
            NO_SUCCESS_LATER,
            TOLD_OTHERWISE,
            TOLD_UNREADABLE,
            TOLD_NOT_JUDGED,
            EXIT_STATUS,
            ENDED_BY_SIGNAL,
            TIMED_OUT,
            DRILL_IN_VAIN);

    private static final List<String> REACTIONS = List.of(
            Reaction.LOST_WINDOW,
            Reaction.ABANDONED_SEARCH,
            Reaction.TRUNCATED_SEARCH,
            Reaction.ID_OF_NOTHING,
            Reaction.RETRY_STORM,
            Reaction.SIGN_IN_REPEATED,
            Reaction.UNREPEATED_WRITE,
            Reaction.CALLS_AFTER_LIMIT,
            Reaction.CALLS_AFTER_REFUSED_CLIENT,
            Reaction.NOTHING_MORE_CAME);

    private FindingNames() {}

    /** All of them, and the reactions of the simulator. */
    public static List<String> all() {
        return Stream.concat(OWN.stream(), REACTIONS.stream()).sorted().toList();
    }

    static boolean isStorm(String reaction) {
        return reaction.equals(Reaction.RETRY_STORM);
    }
}
