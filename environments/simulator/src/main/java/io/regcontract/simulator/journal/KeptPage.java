package io.regcontract.simulator.journal;

import io.regcontract.simulator.control.journal.JournalCall;
import io.regcontract.simulator.control.journal.JournalMark;
import java.util.List;

/** A part of a journal, as it is kept in a state file: calls and marks whose numbers are {@value #SIZE} in a row. */
record KeptPage(String application, long number, List<JournalCall> calls, List<JournalMark> marks) {

    static final int SIZE = 100;

    /** The page of a call or mark. */
    static long of(long sequence) {
        return sequence / SIZE;
    }
}
