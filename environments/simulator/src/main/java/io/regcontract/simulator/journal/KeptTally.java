package io.regcontract.simulator.journal;

import io.regcontract.simulator.control.journal.CalledOperation;
import io.regcontract.simulator.control.journal.MetError;
import java.util.List;

/** What a journal has counted, as it is kept in a state file. */
record KeptTally(
        String application,
        long last,
        long forgotten,
        List<String> changes,
        List<CalledOperation> operations,
        List<MetError> errors) {}
