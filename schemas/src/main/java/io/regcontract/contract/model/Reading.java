package io.regcontract.contract.model;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * How we read the documentation where it leaves room. Never to be presented as documentation.
 *
 * @param id {@code R-slug}, for life
 * @param between what could be meant
 * @param rule how we read it
 * @param codes the documented codes concerned
 * @param alternatives the codes that a service may answer instead, when a profile accepts this reading's alternatives
 * @param source where the rule comes from, or that it is ours alone
 * @param sure how sure we are
 */
public record Reading(
        String id,
        String between,
        String rule,
        List<Integer> codes,
        List<Alternative> alternatives,
        String source,
        Confidence sure) {

    public Reading {
        codes = List.copyOf(codes);
        alternatives = List.copyOf(alternatives);
    }

    /** For a line of a report. */
    @Override
    public String toString() {
        return id + " " + between;
    }

    /** The codes that may stand in for {@code expected} in an answer of {@code operation}. */
    public Set<Integer> alternativesTo(int expected, String operation) {
        return alternatives.stream()
                .filter(alternative -> alternative.expected() == expected)
                .filter(alternative -> alternative.operations().isEmpty()
                        || alternative.operations().contains(operation))
                .flatMap(alternative -> alternative.accepted().stream())
                .collect(Collectors.toUnmodifiableSet());
    }

    /**
     * Codes that may stand in for one code.
     *
     * @param expected the code that our reading expects
     * @param accepted the codes that the other reading allows, documented or not
     * @param operations paths of the operations where they may; empty: everywhere
     * @param when the condition, as a sentence
     */
    public record Alternative(int expected, List<Integer> accepted, List<String> operations, String when) {
        public Alternative {
            accepted = List.copyOf(accepted);
            operations = List.copyOf(operations);
        }
    }

    /** How sure we are of a reading. */
    public enum Confidence {
        HIGH,
        MEDIUM,
        LOW
    }
}
