package io.regcontract.simulator.imports.load;

import io.regcontract.simulator.flow.Flow;
import io.regcontract.simulator.flow.FlowDocument;
import io.regcontract.simulator.imports.file.ImportException;
import io.regcontract.simulator.imports.file.ImportFile;
import io.regcontract.simulator.json.Json;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * A flow in the form of this simulator, or in that of the vendor as far as it is known: forms and fields by name, or
 * both among the fields; the attribute of a field as {@code schemaId}, {@code schemaAttribute} or {@code
 * schemaPath}; what a field asks for as a list of rules. What is not understood is noted.
 */
final class FlowImport {

    private static final Set<String> FLOW_KEYS = Set.of(
            "name",
            "version",
            "flow_version",
            "entityType",
            "schemaType",
            "schema_type",
            "locales",
            "locale",
            "tellsWhichPartWasWrong",
            "forms",
            "fields",
            "triggers",
            "stat");
    private static final Set<String> FORM_KEYS = Set.of("fields", "type", "name");
    private static final Set<String> FIELD_KEYS = Set.of(
            "attribute",
            "schemaId",
            "schemaAttribute",
            "schemaPath",
            "required",
            "type",
            "confirms",
            "choices",
            "options",
            "validation",
            "validationRules",
            "name");
    private static final List<String> ATTRIBUTE_KEYS =
            List.of("attribute", "schemaAttribute", "schemaId", "schemaPath");

    private final Path file;
    private final ImportNotes notes;
    private final Map<String, Set<String>> requiredByForms = new LinkedHashMap<>();

    private FlowImport(Path file, ImportNotes notes) {
        this.file = file;
        this.notes = notes;
    }

    /**
     * Reads a file.
     *
     * @throws ImportException when it holds no flow
     */
    static Flow read(Path file, ImportNotes notes) {
        return new FlowImport(file, notes).flow();
    }

    private Flow flow() {
        var whole = ImportFile.object(file);
        ImportFile.refuseError(file, whole);
        var json = whole.path("flow").isObject() ? (ObjectNode) whole.path("flow") : whole;
        refuse(!json.path("fields").isObject() || json.path("fields").isEmpty(), "key fields", "a flow needs fields");
        noteOthers(json, FLOW_KEYS, "flow");
        var forms = Json.object();
        json.path("forms").properties().forEach(form -> forms.set(form.getKey(), form(form.getKey(), form.getValue())));
        var fields = Json.object();
        for (var member : json.path("fields").properties()) {
            var name = member.getKey();
            refuse(!member.getValue().isObject(), "fields, " + name, "a field must be a JSON object");
            var field = (ObjectNode) member.getValue();
            if (field.path("type").stringValue("").equals("form")) {
                forms.set(name, form(name, field));
            } else {
                fields.set(name, field(name, field));
            }
        }
        refuse(forms.isEmpty(), "key forms", "a flow needs forms");
        requiredByForms.keySet().stream().filter(fields::has).forEach(name -> ((ObjectNode) fields.path(name))
                .put("required", true));
        var ours = Json.object();
        ours.put("version", text(json, "version", "flow_version").orElse("imported"));
        text(json, "entityType", "schemaType", "schema_type").ifPresent(type -> ours.put("entityType", type));
        locales(json).ifPresent(locales -> ours.set("locales", locales));
        if (json.path("tellsWhichPartWasWrong").isBoolean()) {
            ours.set("tellsWhichPartWasWrong", json.path("tellsWhichPartWasWrong"));
        }
        ours.set("forms", forms);
        ours.set("fields", fields);
        if (json.has("triggers")) {
            ours.set("triggers", json.path("triggers"));
        }
        try {
            return FlowDocument.read(text(json, "name").orElseGet(this::nameOfFile), ours);
        } catch (IllegalArgumentException none) {
            throw ImportException.in(file, "holds no flow: " + none.getMessage());
        }
    }

    private ObjectNode form(String name, JsonNode form) {
        refuse(!form.isObject(), "forms, " + name, "a form must be a JSON object");
        refuse(!form.path("fields").isArray(), "forms, " + name, "a form needs a list of fields");
        noteOthers((ObjectNode) form, FORM_KEYS, "form " + name);
        var names = Json.array();
        for (var field : form.path("fields").values()) {
            var fieldName =
                    field.isString() ? field.stringValue() : field.path("name").stringValue("");
            refuse(fieldName.isEmpty(), "forms, " + name, "a field of a form needs a name");
            if (field.path("required").booleanValue(false)) {
                requiredByForms
                        .computeIfAbsent(fieldName, unused -> new HashSet<>())
                        .add(name);
            }
            names.add(fieldName);
        }
        var ours = Json.object();
        ours.set("fields", names);
        return ours;
    }

    private ObjectNode field(String name, ObjectNode field) {
        noteOthers(field, FIELD_KEYS, "field " + name);
        var ours = Json.object();
        attribute(field)
                .ifPresent(path -> ours.put("attribute", path.startsWith("/") ? path : "/" + path.replace('.', '/')));
        var type = field.path("type").stringValue("text");
        if (!Flow.Field.TYPES.contains(type)) {
            notes.changed(
                    file,
                    "field " + name,
                    "the type " + TypeImport.shown(field.path("type")) + " is not known, text was taken");
            type = "text";
        }
        ours.put("type", type);
        ours.put("required", field.path("required").booleanValue(false));
        if (field.path("confirms").isString()) {
            ours.set("confirms", field.path("confirms"));
        }
        choices(field).ifPresent(choices -> ours.set("choices", choices));
        for (var key : List.of("validation", "validationRules")) {
            field.path(key).values().forEach(rule -> rule(name, rule, ours));
        }
        return ours;
    }

    private void rule(String name, JsonNode rule, ObjectNode field) {
        var kind = rule.isString()
                ? rule.stringValue()
                : text(rule, "rule", "name", "type").orElse("");
        var value = rule.path("value");
        if (kind.equals("required")) {
            field.put("required", !value.isBoolean() || value.booleanValue());
        } else if (Set.of("match", "matches", "equals", "equalTo").contains(kind) && value.isString()) {
            field.put("confirms", value.stringValue());
        } else {
            notes.left(
                    file,
                    "field " + name,
                    "the rule " + (kind.isEmpty() ? "without a name" : TypeImport.shown(Json.text(kind)))
                            + " is not understood");
        }
    }

    private static Optional<String> attribute(ObjectNode field) {
        for (var key : ATTRIBUTE_KEYS) {
            var value = field.path(key);
            var text = value.isObject() ? text(value, "path", "id", "name") : text(field, key);
            if (text.isPresent()) {
                return text;
            }
        }
        return Optional.empty();
    }

    private static Optional<JsonNode> choices(ObjectNode field) {
        var given = field.has("choices") ? field.path("choices") : field.path("options");
        if (!given.isArray() || given.isEmpty()) {
            return Optional.empty();
        }
        var choices = new ArrayList<String>();
        given.values()
                .forEach(
                        each -> choices.add(each.isObject() ? each.path("value").asString("") : each.asString("")));
        return Optional.of(Json.array(choices));
    }

    private static Optional<JsonNode> locales(ObjectNode json) {
        if (json.path("locales").isObject()) {
            return Optional.of(Json.array(List.copyOf(json.path("locales").propertyNames())));
        }
        return json.path("locales").isArray()
                ? Optional.of(json.path("locales"))
                : text(json, "locale").map(locale -> Json.array(List.of(locale)));
    }

    private static Optional<String> text(JsonNode json, String... keys) {
        for (var key : keys) {
            if (json.path(key).isString() && !json.path(key).stringValue().isEmpty()) {
                return Optional.of(json.path(key).stringValue());
            }
        }
        return Optional.empty();
    }

    private String nameOfFile() {
        return String.valueOf(file.getFileName()).replaceFirst("[.]json([.]gz)?$", "");
    }

    private void noteOthers(ObjectNode json, Set<String> known, String what) {
        json.propertyNames().stream()
                .filter(key -> !known.contains(key))
                .forEach(key ->
                        notes.left(file, what, "the key " + TypeImport.shown(Json.text(key)) + " is not understood"));
    }

    private void refuse(boolean isWrong, String place, String reason) {
        if (isWrong) {
            throw ImportException.at(file, place, reason);
        }
    }
}
