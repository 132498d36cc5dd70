package io.regcontract.pair.compare;

import java.util.Comparator;
import java.util.List;

/**
 * A code at an operation, in both halves.
 *
 * @param requirements all of them, at least one
 */
public record ComparedOperation(List<ComparedRequirement> requirements) {

    public ComparedOperation {
        requirements = List.copyOf(requirements);
    }

    /** The code that they are about. */
    public int code() {
        return requirements.get(0).code();
    }

    /** Path of the operation. */
    public String operation() {
        return requirements.get(0).operation();
    }

    /** The state of the worst of them. */
    public PairState state() {
        return requirements.stream()
                .map(ComparedRequirement::state)
                .min(Comparator.naturalOrder())
                .orElseThrow();
    }
}
