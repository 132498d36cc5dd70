package io.regcontract.simulator.control.schema;

import java.util.List;
import java.util.OptionalInt;
import java.util.Set;

/**
 * An attribute of a type, as it is or is to be.
 *
 * <pre>{@code
 * control.types().type("user").addAttribute(Attribute.of("badge", AttributeKind.STRING).with(UNIQUE).upTo(20));
 * }</pre>
 *
 * @param length most characters of a string; empty when there is no bound
 * @param children the attributes of an object, or of the elements of a plural
 */
public record Attribute(
        String name,
        AttributeKind kind,
        Set<AttributeConstraint> constraints,
        OptionalInt length,
        List<Attribute> children) {

    /** An attribute without constraints, bounds and attributes of its own. */
    public static Attribute of(String name, AttributeKind kind) {
        return new Attribute(name, kind, Set.of(), OptionalInt.empty(), List.of());
    }

    /** The same attribute under these constraints. */
    public Attribute with(AttributeConstraint... others) {
        return new Attribute(name, kind, Set.of(others), length, children);
    }

    /** The same attribute with a bound for the length of its strings, in characters. */
    public Attribute upTo(int characters) {
        return new Attribute(name, kind, constraints, OptionalInt.of(characters), children);
    }

    /** The same attribute with attributes of its own. */
    public Attribute holding(Attribute... others) {
        return new Attribute(name, kind, constraints, length, List.of(others));
    }
}
