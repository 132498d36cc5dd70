package io.regcontract.simulator.control.journal;

import java.util.List;

/**
 * The journal of one application of a simulator: what callers did, what came of it, and what they did then. Every method
 * asks the simulator anew.
 *
 * <pre>{@code
 * var journal = simulator.journal();
 * try (var limit = simulator.control().drill(ErrorDrill.MAINTENANCE)) {
 *     export.run();
 * }
 * journal.mark("run again");
 * export.run();
 * assertThat(journal).met(API_FEATURE_DISABLED).hasNoForbiddenReaction();
 * }</pre>
 */
public interface Journal {

    /** Name of the application. */
    String application();

    /**
     * Everything that is kept.
     *
     * @throws io.regcontract.simulator.control.ControlException when the application is gone
     */
    JournalContent read();

    /**
     * What came after a call or mark, for following the journal while it grows.
     *
     * @param sequence {@link JournalContent#last()} of the answer before; 0 for all
     * @param limit of calls and marks together, from 1 to 100,000
     */
    JournalContent readAfter(long sequence, int limit);

    /**
     * Writes a note between the calls, such as {@code run again}.
     *
     * @param name 1 to 200 characters; no data of people
     */
    JournalMark mark(String name);

    /** What callers did after errors, judged; empty when there is nothing to say. */
    List<Reaction> reactions();

    /** Forgets calls, marks and errors of this application. */
    void forget();

    /** The calls that are kept, in the order in which they were answered. */
    default List<JournalCall> calls() {
        return read().calls();
    }

    /** The errors that were met, since the start or the last reset. */
    default List<MetError> errors() {
        return read().errors();
    }
}
