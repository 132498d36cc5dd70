package io.regcontract.facade.schema;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * An attribute of an entity type.
 *
 * @param length the most characters that it takes
 * @param children attributes of an object, or of the elements of a plural
 */
public record Attribute(
        String name, String type, Set<String> constraints, OptionalInt length, List<Attribute> children) {

    /** Whether it holds a list of elements, each with an id. */
    public boolean isPlural() {
        return type.equals("plural");
    }

    /** Whether it holds an object with attributes. */
    public boolean isObject() {
        return type.equals("object");
    }

    /** Whether it holds a password, which is kept hashed. */
    public boolean isPassword() {
        return type.startsWith("password");
    }

    /** The attribute of that name below it. */
    public Optional<Attribute> child(String childName) {
        return named(children, childName);
    }

    /** The attribute of that name among some. */
    public static Optional<Attribute> named(List<Attribute> attributes, String name) {
        return attributes.stream().filter(each -> each.name.equals(name)).findFirst();
    }

    /** Reads definitions in the vendor's form. */
    public static List<Attribute> read(JsonNode definitions) {
        var attributes = new ArrayList<Attribute>();
        definitions.forEach(each -> attributes.add(one(each)));
        return List.copyOf(attributes);
    }

    private static Attribute one(JsonNode definition) {
        var constraints = new ArrayList<String>();
        definition.path("constraints").forEach(each -> constraints.add(each.asString()));
        return new Attribute(
                definition.path("name").asString(),
                definition.path("type").asString(),
                Set.copyOf(constraints),
                definition.path("length").isInt()
                        ? OptionalInt.of(definition.path("length").intValue())
                        : OptionalInt.empty(),
                read(definition.path("attr_defs")));
    }

    /** Writes the definition in the vendor's form. */
    public void writeTo(ObjectNode definition) {
        definition.put("name", name).put("type", type);
        length.ifPresent(characters -> definition.put("length", characters));
        if (!constraints.isEmpty()) {
            var list = definition.putArray("constraints");
            constraints.stream().sorted().forEach(list::add);
        }
        if (!children.isEmpty()) {
            var list = definition.putArray("attr_defs");
            children.forEach(child -> child.writeTo(list.addObject()));
        }
    }
}
