package io.regcontract.suite.scenario;

import io.regcontract.contract.model.ErrorCode;
import io.regcontract.contract.model.Operation;
import java.util.Optional;

/**
 * One documented error, by one operation, in one case.
 *
 * @param code the documented error
 * @param operation path of the operation
 * @param slug the case: part of the id, for life
 * @param condition the sentence a person reads; may be reworded
 * @param reading the reading that says why it is this code, where the page leaves room
 * @param source where the case comes from, in the short names of the contract's data; empty where the reading says it
 */
public record Requirement(
        ErrorCode code, String operation, String slug, String condition, Optional<String> reading, String source) {

    public Requirement {
        if (!slug.matches("[a-z0-9]+(-[a-z0-9]+)*")) {
            throw new IllegalArgumentException("a case is named in lower-case words with hyphens, not: " + slug);
        }
    }

    /** A requirement whose reading says where it comes from. */
    public Requirement(ErrorCode code, String operation, String slug, String condition, Optional<String> reading) {
        this(code, operation, slug, condition, reading, "");
    }

    /** {@code REG-361.entity-create.duplicate-value}: its identity for life, in records, reports and waivers. */
    public String id() {
        return "REG-" + code.code() + "." + slugOf(operation) + "." + slug;
    }

    /** {@code /entityType.addAttribute} as {@code entity-type-add-attribute}. */
    public static String slugOf(String operation) {
        return Operation.slugOf(operation);
    }

    @Override
    public String toString() {
        return id();
    }
}
