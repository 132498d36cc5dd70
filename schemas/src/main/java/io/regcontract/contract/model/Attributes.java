package io.regcontract.contract.model;

import java.util.List;
import java.util.Optional;

/**
 * What the contract knows of attributes, in the order of {@code attributes.yaml}.
 *
 * @param types the types that an attribute can have
 * @param constraints the rules that can be set on one
 * @param length what a text longer than the length of its attribute gives; its right and wrong values depend on that length
 * @param reserved names of the attributes that nobody may write, rename or remove
 */
public record Attributes(
        List<AttributeType> types,
        List<AttributeConstraint> constraints,
        AttributeConstraint length,
        List<String> reserved) {

    public Attributes {
        types = List.copyOf(types);
        constraints = List.copyOf(constraints);
        reserved = List.copyOf(reserved);
    }

    /** The type of this name; {@code password-bcrypt} and its like are {@code password}. */
    public Optional<AttributeType> type(String name) {
        String family = name.startsWith("password-") ? "password" : name;
        return types.stream().filter(type -> type.name().equals(family)).findFirst();
    }

    /** The constraint of this name. */
    public Optional<AttributeConstraint> constraint(String name) {
        return constraints.stream()
                .filter(constraint -> constraint.name().equals(name))
                .findFirst();
    }
}
