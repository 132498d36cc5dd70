package io.regcontract.simulator.assertion;

import io.regcontract.simulator.control.journal.Journal;

/**
 * Where assertions about journals begin.
 *
 * <pre>{@code
 * import static io.regcontract.simulator.assertion.JournalAssertions.assertThat;
 * import static io.regcontract.simulator.control.journal.DocumentedError.API_LIMIT_ERROR;
 *
 * assertThat(simulator.journal()).met(API_LIMIT_ERROR).withoutRetryStorm();
 * }</pre>
 */
public final class JournalAssertions {

    private JournalAssertions() {}

    /** Assertions about a journal, as it is now. */
    public static JournalAssert assertThat(Journal journal) {
        return new JournalAssert(journal);
    }
}
