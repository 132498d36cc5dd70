package io.regcontract.simulator.control.call;

import io.regcontract.simulator.control.schema.Attribute;
import io.regcontract.simulator.control.schema.AttributeConstraint;
import io.regcontract.simulator.control.schema.AttributeKind;
import io.regcontract.simulator.control.schema.TypeControl;
import io.regcontract.simulator.json.Json;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The calls about one entity type. */
public final class TypeCalls implements TypeControl {

    private final ControlPath path;

    /** @param path of the type */
    public TypeCalls(ControlPath path) {
        this.path = path;
    }

    @Override
    public List<Attribute> attributes() {
        return read(path.get().path("attributes"));
    }

    @Override
    public void addAttribute(Attribute attribute) {
        path.at("attributes").post(Json.object().set("attribute", write(attribute)));
    }

    @Override
    public void removeAttribute(String attribute) {
        path.at("attributes", attribute).delete();
    }

    @Override
    public void addConstraints(String attribute, AttributeConstraint... constraints) {
        path.at("attributes", attribute).post(Json.object().set("add", names(List.of(constraints))));
    }

    @Override
    public void removeConstraints(String attribute, AttributeConstraint... constraints) {
        path.at("attributes", attribute).post(Json.object().set("take", names(List.of(constraints))));
    }

    @Override
    public void limitLength(String attribute, int characters) {
        path.at("attributes", attribute).post(Json.object().put("length", characters));
    }

    @Override
    public void unlimitLength(String attribute) {
        path.at("attributes", attribute).post(Json.object().putNull("length"));
    }

    @Override
    public void rememberPasswords(int passwords) {
        path.at("password-history").put(Json.object().put("size", passwords));
    }

    @Override
    public void hide(String attribute, String clientId) {
        path.at("hidden").post(Json.object().put("attribute", attribute).put("client", clientId));
    }

    @Override
    public void showAll(String clientId) {
        path.at("hidden").with("client", clientId).delete();
    }

    @Override
    public void remove() {
        path.delete();
    }

    static ObjectNode write(Attribute attribute) {
        var json = Json.object()
                .put("name", attribute.name())
                .put("type", attribute.kind().documentedName());
        json.set("constraints", names(attribute.constraints()));
        attribute.length().ifPresent(length -> json.put("length", length));
        if (attribute.kind() == AttributeKind.OBJECT || attribute.kind() == AttributeKind.PLURAL) {
            var children = json.putArray("attr_defs");
            attribute.children().forEach(child -> children.add(write(child)));
        }
        return json;
    }

    private static List<Attribute> read(JsonNode definitions) {
        return definitions.values().stream().map(TypeCalls::one).toList();
    }

    private static Attribute one(JsonNode json) {
        return new Attribute(
                json.path("name").stringValue(),
                JavaValues.named(
                        AttributeKind.class,
                        AttributeKind::documentedName,
                        json.path("type").stringValue()),
                JavaValues.texts(json.path("constraints")).stream()
                        .map(name ->
                                JavaValues.named(AttributeConstraint.class, AttributeConstraint::documentedName, name))
                        .collect(Collectors.toCollection(() -> EnumSet.noneOf(AttributeConstraint.class))),
                json.path("length").isInt() ? OptionalInt.of(json.path("length").intValue()) : OptionalInt.empty(),
                read(json.path("attr_defs")));
    }

    private static ArrayNode names(Collection<AttributeConstraint> constraints) {
        return Json.array(
                constraints.stream().map(AttributeConstraint::documentedName).toList());
    }
}
