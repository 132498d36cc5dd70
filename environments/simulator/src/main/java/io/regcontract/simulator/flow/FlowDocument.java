package io.regcontract.simulator.flow;

import io.regcontract.simulator.json.Json;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** A flow as JSON. Reads what is well-formed, whether or not it makes sense. */
public final class FlowDocument {

    private FlowDocument() {}

    /**
     * Reads a flow.
     *
     * @throws IllegalArgumentException when the JSON has not the shape of a flow; the message names the place
     */
    public static Flow read(String name, JsonNode json) {
        if (!json.isObject()) {
            throw new IllegalArgumentException("a flow must be a JSON object");
        }
        var forms = new LinkedHashMap<String, Flow.Form>();
        members(json, "forms").forEach((form, value) -> forms.put(form, new Flow.Form(texts(value, "fields"))));
        var fields = new LinkedHashMap<String, Flow.Field>();
        members(json, "fields").forEach((field, value) -> fields.put(field, field(value)));
        var triggers = new ArrayList<Flow.Trigger>();
        for (var trigger : json.path("triggers").values()) {
            triggers.add(
                    new Flow.Trigger(required(trigger, "on"), required(trigger, "when"), required(trigger, "message")));
        }
        return new Flow(
                name,
                text(json, "version").orElse(StandardFlows.VERSION),
                text(json, "entityType").orElse(StandardFlows.ENTITY_TYPE),
                json.has("locales") ? texts(json, "locales") : List.of("en-US"),
                flag(json, "tellsWhichPartWasWrong"),
                forms,
                fields,
                List.copyOf(triggers));
    }

    /** Writes a flow, so that {@link #read} gives it back. */
    public static JsonNode write(Flow flow) {
        var json = Json.object();
        json.put("name", flow.name());
        json.put("version", flow.version());
        json.put("entityType", flow.entityType());
        json.set("locales", Json.array(flow.locales()));
        json.put("tellsWhichPartWasWrong", flow.tells());
        var forms = json.putObject("forms");
        flow.forms().forEach((name, form) -> forms.putObject(name).set("fields", Json.array(form.fields())));
        var fields = json.putObject("fields");
        flow.fields().forEach((name, field) -> {
            var written = fields.putObject(name);
            field.attribute().ifPresent(attribute -> written.put("attribute", attribute));
            written.put("required", field.required());
            written.put("type", field.type());
            field.confirms().ifPresent(other -> written.put("confirms", other));
            if (!field.choices().isEmpty()) {
                written.set("choices", Json.array(field.choices()));
            }
        });
        var triggers = json.putArray("triggers");
        flow.triggers().forEach(trigger -> triggers.addObject()
                .put("on", trigger.on())
                .put("when", trigger.when())
                .put("message", trigger.message()));
        return json;
    }

    private static Flow.Field field(JsonNode json) {
        return new Flow.Field(
                text(json, "attribute"),
                flag(json, "required"),
                text(json, "type").orElse("text"),
                text(json, "confirms"),
                json.has("choices") ? texts(json, "choices") : List.of());
    }

    private static Map<String, JsonNode> members(JsonNode json, String key) {
        var value = json.path(key);
        var members = new LinkedHashMap<String, JsonNode>();
        if (!value.isObject() && !value.isMissingNode()) {
            throw new IllegalArgumentException("\"" + key + "\" must be a JSON object");
        }
        value.properties().forEach(member -> members.put(member.getKey(), member.getValue()));
        return members;
    }

    private static List<String> texts(JsonNode json, String key) {
        var value = json.path(key);
        if (!value.isArray()) {
            throw new IllegalArgumentException("\"" + key + "\" must be a JSON array of strings");
        }
        return value.values().stream()
                .map(element -> element.stringValueOpt()
                        .orElseThrow(() -> new IllegalArgumentException("\"" + key + "\" must hold strings only")))
                .toList();
    }

    private static String required(JsonNode json, String key) {
        return text(json, key).orElseThrow(() -> new IllegalArgumentException("a trigger needs \"" + key + "\""));
    }

    private static Optional<String> text(JsonNode json, String key) {
        var value = json.path(key);
        if (value.isMissingNode() || value.isNull()) {
            return Optional.empty();
        }
        return Optional.of(value.stringValueOpt()
                .orElseThrow(() -> new IllegalArgumentException("\"" + key + "\" must be a string")));
    }

    private static boolean flag(JsonNode json, String key) {
        var value = json.path(key);
        return !value.isMissingNode()
                && value.booleanValueOpt()
                        .orElseThrow(() -> new IllegalArgumentException("\"" + key + "\" must be true or false"));
    }
}
