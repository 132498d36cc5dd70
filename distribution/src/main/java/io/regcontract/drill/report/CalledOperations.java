package io.regcontract.drill.report;

import io.regcontract.simulator.control.journal.JournalContent;
import java.util.List;
import java.util.TreeMap;

/** What was called, by operation, whoever called it. */
record CalledOperations(String operation, long calls, long failures) {

    static List<CalledOperations> of(JournalContent journal) {
        var byOperation = new TreeMap<String, CalledOperations>();
        journal.operations()
                .forEach(called -> byOperation.merge(
                        called.operation(),
                        new CalledOperations(called.operation(), called.calls(), called.failures()),
                        CalledOperations::plus));
        return List.copyOf(byOperation.values());
    }

    private CalledOperations plus(CalledOperations other) {
        return new CalledOperations(operation, calls + other.calls, failures + other.failures);
    }
}
