package io.regcontract.simulator.schema;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/**
 * One attribute of an entity type.
 *
 * @param length most characters a string may have; empty when there is no limit
 * @param caseSensitive whether upper and lower case make two values different where values are compared
 * @param features {@code query}, {@code primary-key}: kept and given back
 * @param children the attributes of an object, or of every element of a plural
 */
public record AttributeDefinition(
        String name,
        AttributeType type,
        Optional<String> description,
        OptionalInt length,
        boolean caseSensitive,
        Set<Constraint> constraints,
        List<String> features,
        List<AttributeDefinition> children) {

    /** A definition with nothing but a name and a type. */
    public static AttributeDefinition of(String name, AttributeType type, Constraint... constraints) {
        return new AttributeDefinition(
                name, type, Optional.empty(), OptionalInt.empty(), false, Set.of(constraints), List.of(), List.of());
    }

    /** The same definition with attributes below it. */
    public AttributeDefinition withChildren(List<AttributeDefinition> definitions) {
        return new AttributeDefinition(
                name, type, description, length, caseSensitive, constraints, features, List.copyOf(definitions));
    }

    /** The same definition for values of another type. */
    public AttributeDefinition withType(AttributeType other) {
        return new AttributeDefinition(
                name, other, description, length, caseSensitive, constraints, features, children);
    }

    /** The same definition with another bound for the length of strings, in characters. */
    public AttributeDefinition withLength(int most) {
        return withLength(OptionalInt.of(most));
    }

    /** The same definition with another bound for the length of strings, in characters, or with none. */
    public AttributeDefinition withLength(OptionalInt most) {
        return new AttributeDefinition(name, type, description, most, caseSensitive, constraints, features, children);
    }

    /** The same definition under other constraints. */
    public AttributeDefinition withConstraints(Set<Constraint> others) {
        return new AttributeDefinition(
                name, type, description, length, caseSensitive, Set.copyOf(others), features, children);
    }

    /** The same definition with another description. */
    public AttributeDefinition withDescription(Optional<String> other) {
        return new AttributeDefinition(name, type, other, length, caseSensitive, constraints, features, children);
    }

    /** The same definition under another name. */
    public AttributeDefinition withName(String other) {
        return new AttributeDefinition(
                other, type, description, length, caseSensitive, constraints, features, children);
    }

    /** Whether the attribute is under the constraint. */
    public boolean has(Constraint constraint) {
        return constraints.contains(constraint);
    }

    /** The attribute of that name within this one. */
    public Optional<AttributeDefinition> child(String childName) {
        return children.stream().filter(child -> child.name().equals(childName)).findFirst();
    }
}
