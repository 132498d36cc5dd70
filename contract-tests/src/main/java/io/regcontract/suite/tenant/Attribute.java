package io.regcontract.suite.tenant;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;

/** An attribute definition, as {@code /entityType.create} takes it. Immutable: each method returns a new definition. */
public final class Attribute {

    private final String name;
    private final String type;
    private final List<String> constraints;
    private final OptionalInt length;
    private final List<Attribute> children;

    private Attribute(
            String name, String type, List<String> constraints, OptionalInt length, List<Attribute> children) {
        this.name = name;
        this.type = type;
        this.constraints = List.copyOf(constraints);
        this.length = length;
        this.children = List.copyOf(children);
    }

    /** An attribute of a type, by the name that the service has for the type. */
    public static Attribute of(String name, String type) {
        return new Attribute(name, type, List.of(), OptionalInt.empty(), List.of());
    }

    /** An attribute that holds a text. */
    public static Attribute string(String name) {
        return of(name, "string");
    }

    /** A list of objects, each with an id. */
    public static Attribute plural(String name, Attribute... children) {
        return new Attribute(name, "plural", List.of(), OptionalInt.empty(), List.of(children));
    }

    /** An object with attributes. */
    public static Attribute object(String name, Attribute... children) {
        return new Attribute(name, "object", List.of(), OptionalInt.empty(), List.of(children));
    }

    /** This attribute with one more constraint, by the vendor's name. */
    public Attribute constrained(String constraint) {
        var more = new ArrayList<>(constraints);
        more.add(constraint);
        return new Attribute(name, type, more, length, children);
    }

    /** This attribute with the constraint {@code unique}. */
    public Attribute unique() {
        return constrained("unique");
    }

    /** This attribute with the constraint {@code required}. */
    public Attribute required() {
        return constrained("required");
    }

    /** This attribute with a limit of characters. */
    public Attribute length(int characters) {
        return new Attribute(name, type, constraints, OptionalInt.of(characters), children);
    }

    /** The name of the attribute. */
    public String name() {
        return name;
    }

    /** The definition as the service accepts it. */
    public Map<String, Object> definition() {
        var definition = new LinkedHashMap<String, Object>();
        definition.put("name", name);
        definition.put("type", type);
        length.ifPresent(characters -> definition.put("length", characters));
        if (!constraints.isEmpty()) {
            definition.put("constraints", constraints);
        }
        if (!children.isEmpty()) {
            definition.put(
                    "attr_defs", children.stream().map(Attribute::definition).toList());
        }
        return definition;
    }
}
