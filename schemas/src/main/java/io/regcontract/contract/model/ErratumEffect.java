package io.regcontract.contract.model;

import java.util.List;

/** What an accepted erratum lets one check do. Never more than is written: a check that it does not name stays as it is. */
public sealed interface ErratumEffect {

    /** Id of the check that may relax, such as {@code body.error}. */
    String check();

    /** The expected codes for which it may; empty: for every code. */
    List<Integer> codes();

    /** Paths of the operations for which it may; empty: for every operation. */
    List<String> operations();

    /** JSON pointer of the part of the answer concerned; empty when the check looks at one thing only. */
    String pointer();

    /** Whether this effect is about the given check of an answer that should carry {@code code} and came from {@code operation}. */
    default boolean concerns(String check, int code, String operation) {
        return check().equals(check)
                && (codes().isEmpty() || codes().contains(code))
                && (operations().isEmpty() || operations().contains(operation));
    }

    /**
     * The check holds as well when it finds one of these values.
     *
     * @param values as text: a number is written in decimal
     */
    record OtherValue(String check, List<Integer> codes, List<String> operations, String pointer, List<String> values)
            implements ErratumEffect {
        public OtherValue {
            codes = List.copyOf(codes);
            operations = List.copyOf(operations);
            values = List.copyOf(values);
        }
    }

    /**
     * The check may look for its value under another name.
     *
     * @param field the field of the answer that holds it
     */
    record OtherField(String check, List<Integer> codes, List<String> operations, String pointer, String field)
            implements ErratumEffect {
        public OtherField {
            codes = List.copyOf(codes);
            operations = List.copyOf(operations);
        }
    }
}
