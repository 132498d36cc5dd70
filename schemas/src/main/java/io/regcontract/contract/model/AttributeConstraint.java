package io.regcontract.contract.model;

import java.util.List;

/**
 * A rule that can be set on an attribute.
 *
 * @param name as a definition writes it, such as {@code locally-unique}
 * @param code what breaking it gives
 * @param description what it asks for
 * @param evidence how we know the code
 * @param right values that keep it, as JSON text; empty when the value alone does not tell
 * @param wrong values that break it, as JSON text; empty when the value alone does not tell
 * @param sources where all of this was found
 */
public record AttributeConstraint(
        String name,
        ErrorCode code,
        String description,
        Operation.ErrorEvidence evidence,
        List<String> right,
        List<String> wrong,
        List<String> sources) {

    public AttributeConstraint {
        right = List.copyOf(right);
        wrong = List.copyOf(wrong);
        sources = List.copyOf(sources);
    }

    /** Its name. */
    @Override
    public String toString() {
        return name;
    }
}
