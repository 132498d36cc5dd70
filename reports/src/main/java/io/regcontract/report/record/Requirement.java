package io.regcontract.report.record;

import java.util.List;
import java.util.Optional;

/**
 * One (code, operation, case) to be proven.
 *
 * @param id for life
 * @param code the documented code that is expected
 * @param operation path of the operation that is driven
 * @param condition the sentence that says what makes the error happen
 * @param reading id of the reading that decides which code is expected
 * @param errata ids of the errata that concern it
 * @param alsoHolding other codes that are right answers too, since their conditions hold at the same time
 * @param element where in a success the error is expected, as a JSON pointer; empty when it is the answer
 */
public record Requirement(
        String id,
        int code,
        String operation,
        String condition,
        Optional<String> reading,
        List<String> errata,
        List<Integer> alsoHolding,
        Optional<String> element) {

    public Requirement {
        errata = List.copyOf(errata);
        alsoHolding = List.copyOf(alsoHolding);
    }

    /** The code that an id of the catalogue is about. */
    public static int codeOf(String id) {
        return Integer.parseInt(id.substring("REG-".length(), "REG-".length() + 3));
    }
}
