package io.regcontract.simulator.control.flow;

import io.regcontract.simulator.json.Json;
import java.util.List;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.BooleanNode;
import tools.jackson.databind.node.ObjectNode;

/** A flow: forms, the fields on them, and errors that it raises by itself. It never changes; each change is another one. */
public final class FlowDefinition {

    private static final String FIELDS = "fields";
    private static final String FORMS = "forms";

    private final ObjectNode json;

    private FlowDefinition(ObjectNode json) {
        this.json = json;
    }

    /**
     * Reads a document, as {@code docs/simulator.md} describes it.
     *
     * @throws IllegalArgumentException when the text is no JSON object
     */
    public static FlowDefinition parse(String document) {
        try {
            if (Json.read(document) instanceof ObjectNode object) {
                return new FlowDefinition(object);
            }
        } catch (JacksonException notJson) {
            throw new IllegalArgumentException("The document of a flow is not well-formed JSON.", notJson);
        }
        throw new IllegalArgumentException("The document of a flow must be a JSON object.");
    }

    /** The document, as {@link #parse} reads it. */
    public String document() {
        return Json.write(json);
    }

    /** Names of the forms. */
    public List<String> forms() {
        return List.copyOf(json.path(FORMS).propertyNames());
    }

    /** Names of the fields on a form, in order; none when there is no such form. */
    public List<String> fieldsOf(String form) {
        return json.path(FORMS).path(form).path(FIELDS).values().stream()
                .map(field -> field.stringValue(""))
                .toList();
    }

    /** Whether a field must be filled in. */
    public boolean requires(String field) {
        return json.path(FIELDS).path(field).path("required").booleanValue(false);
    }

    /** The same flow, in which a field must be filled in. */
    public FlowDefinition requiring(String field) {
        return inField(field, "required", BooleanNode.TRUE);
    }

    /** The same flow, in which a field may be left empty. */
    public FlowDefinition notRequiring(String field) {
        return inField(field, "required", BooleanNode.FALSE);
    }

    /**
     * The same flow, in which a field is of another type. A flow with an unknown type is wrong in itself: 226 when the
     * field is used.
     *
     * @param type such as {@code text} or {@code email}
     */
    public FlowDefinition withFieldType(String field, String type) {
        return inField(field, "type", Json.text(type));
    }

    /** The same flow with a field on a form, which is about an attribute; a new one is a text that may be empty. */
    public FlowDefinition withField(String form, String field, String attribute) {
        var changed = json.deepCopy();
        changed.withObject("/" + FORMS)
                .withObject("/" + pointer(form))
                .withArray("/" + FIELDS)
                .add(field);
        if (!changed.path(FIELDS).has(field)) {
            changed.withObject("/" + FIELDS)
                    .putObject(field)
                    .put("attribute", attribute)
                    .put("required", false)
                    .put("type", "text");
        }
        return new FlowDefinition(changed);
    }

    /** The same flow without a field on a form. */
    public FlowDefinition withoutField(String form, String field) {
        var changed = json.deepCopy();
        if (changed.path(FORMS).path(form).path(FIELDS) instanceof ArrayNode fields) {
            fields.removeIf(each -> each.stringValue("").equals(field));
        }
        return new FlowDefinition(changed);
    }

    /** The same flow, which raises an error at a step for some accounts, with a message for the person. */
    public FlowDefinition raising(FlowStep step, AccountState state, String message) {
        var changed = json.deepCopy();
        changed.withArray("/triggers")
                .addObject()
                .put("on", step.publicName())
                .put("when", state.publicName())
                .put("message", message);
        return new FlowDefinition(changed);
    }

    /** The same flow, which raises no error of its own. */
    public FlowDefinition raisingNothing() {
        var changed = json.deepCopy();
        changed.putArray("triggers");
        return new FlowDefinition(changed);
    }

    /** The same flow, in which a failed log-in says which part was wrong, or does not. */
    public FlowDefinition tellingWhichPartWasWrong(boolean whether) {
        return new FlowDefinition(json.deepCopy().put("tellsWhichPartWasWrong", whether));
    }

    /** The same flow under another version, which callers name in {@code flow_version}. */
    public FlowDefinition withVersion(String version) {
        return new FlowDefinition(json.deepCopy().put("version", version));
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof FlowDefinition flow && flow.json.equals(json);
    }

    @Override
    public int hashCode() {
        return json.hashCode();
    }

    /** The document. */
    @Override
    public String toString() {
        return document();
    }

    private FlowDefinition inField(String field, String key, JsonNode value) {
        if (!json.path(FIELDS).path(field).isObject()) {
            throw new IllegalArgumentException("The flow has no field \"" + field + "\"; it has "
                    + json.path(FIELDS).propertyNames() + ".");
        }
        var changed = json.deepCopy();
        ((ObjectNode) changed.path(FIELDS).path(field)).set(key, value);
        return new FlowDefinition(changed);
    }

    private static String pointer(String step) {
        return step.replace("~", "~0").replace("/", "~1");
    }
}
