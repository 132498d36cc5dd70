package io.regcontract.contract.model;

import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * A type that an attribute of an entity type can have.
 *
 * @param name as a definition writes it, such as {@code dateTime}; {@code password} stands for all names that begin with it
 * @param json the JSON types that it takes; null is taken as well, unless the attribute is required
 * @param format the form that a value must have besides
 * @param limited whether {@code length} may limit it
 * @param declared whether a definition can ask for it; the others come with every entity type by themselves
 * @param constraints names of the constraints that may be set on it
 * @param right values that it takes, as JSON text
 * @param wrong values that it does not take, as JSON text, each for one reason
 * @param sources where all of this was found
 * @param notes what a reader should know
 */
public record AttributeType(
        String name,
        Set<JsonType> json,
        Format format,
        boolean limited,
        boolean declared,
        List<String> constraints,
        List<String> right,
        List<WrongValue> wrong,
        List<String> sources,
        List<String> notes) {

    public AttributeType {
        json = Collections.unmodifiableSet(new LinkedHashSet<>(json));
        constraints = List.copyOf(constraints);
        right = List.copyOf(right);
        wrong = List.copyOf(wrong);
        sources = List.copyOf(sources);
        notes = List.copyOf(notes);
    }

    /** Its name. */
    @Override
    public String toString() {
        return name;
    }

    /** A type of JSON other than null. */
    public enum JsonType {
        STRING,
        NUMBER,
        BOOLEAN,
        OBJECT,
        ARRAY
    }

    /** The form of a value; each is described in {@code meta/attributes.schema.json}. */
    public enum Format {
        NONE,
        WHOLE_NUMBER,
        DATE,
        DATE_TIME,
        IPV4,
        UUID,
        PASSWORD,
        ATTRIBUTES,
        ELEMENTS
    }
}
