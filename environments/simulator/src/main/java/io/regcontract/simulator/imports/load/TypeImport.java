package io.regcontract.simulator.imports.load;

import io.regcontract.simulator.error.ApiErrorException;
import io.regcontract.simulator.imports.file.ImportException;
import io.regcontract.simulator.imports.file.ImportFile;
import io.regcontract.simulator.json.Json;
import io.regcontract.simulator.schema.AttributeDefinitions;
import io.regcontract.simulator.schema.AttributeType;
import io.regcontract.simulator.schema.Constraint;
import io.regcontract.simulator.schema.EntityType;
import java.nio.file.Path;
import java.util.Set;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Makes an entity type of what entityType says of one. */
final class TypeImport {

    private static final Pattern NAME = Pattern.compile("[A-Za-z][A-Za-z0-9_-]{0,127}");
    private static final Set<String> KEYS =
            Set.of("name", "type", "description", "length", "case-sensitive", "constraints", "features", "attr_defs");

    private final Path file;
    private final ImportNotes notes;

    private TypeImport(Path file, ImportNotes notes) {
        this.file = file;
        this.notes = notes;
    }

    /**
     * The type in a file: an answer of entityType, or the schema in one.
     *
     * @throws ImportException when it holds none
     */
    static EntityType read(Path file, ImportNotes notes) {
        return new TypeImport(file, notes).type();
    }

    private EntityType type() {
        var answer = ImportFile.object(file);
        ImportFile.refuseError(file, answer);
        var schema = answer.has("schema") ? answer.path("schema") : answer;
        var name = schema.path("name").stringValue("");
        if (!NAME.matcher(name).matches()) {
            throw ImportException.at(file, "key name", "an entity type needs a name of letters, digits, - and _");
        }
        if (!(schema.path("attr_defs") instanceof ArrayNode definitions)) {
            throw ImportException.at(file, "key attr_defs", "an entity type needs a JSON array of attributes");
        }
        try {
            var own = Json.array();
            understood(definitions, "").values().stream()
                    .filter(each -> !EntityType.isReserved(each.path("name").stringValue("")))
                    .forEach(own::add);
            return new RuleImport(file, notes)
                    .read(EntityType.of(name, new AttributeDefinitions("attr_defs").list(own)), answer);
        } catch (ApiErrorException refused) {
            throw ImportException.at(file, "key attr_defs", withoutStop(refused.description()));
        }
    }

    /** The definitions without what no application of this simulator can have. */
    private ArrayNode understood(ArrayNode definitions, String parent) {
        var all = Json.array();
        for (var definition : definitions.values()) {
            var path = parent + "/" + definition.path("name").stringValue("");
            if (!definition.isObject()) {
                throw ImportException.at(file, "key attr_defs", "an attribute definition must be a JSON object");
            }
            // Elements of plurals always have one.
            boolean isElementId = !parent.isEmpty()
                    && definition.path("type").stringValue("").equals(AttributeType.ID.documentedName());
            if (!isElementId) {
                all.add(understood((ObjectNode) definition.deepCopy(), path));
            }
        }
        return all;
    }

    private ObjectNode understood(ObjectNode definition, String path) {
        for (var key : Set.copyOf(definition.propertyNames())) {
            if (!KEYS.contains(key)) {
                notes.left(file, path, "the key " + key + " of the attribute is not known");
                definition.remove(key);
            }
        }
        if (definition.path("constraints") instanceof ArrayNode constraints) {
            var known = Json.array();
            for (var constraint : constraints.values()) {
                if (constraint.isString()
                        && Constraint.named(constraint.stringValue()).isPresent()) {
                    known.add(constraint);
                } else {
                    notes.left(file, path, "the constraint " + shown(constraint) + " is not known");
                }
            }
            definition.set("constraints", known);
        }
        boolean isReserved = EntityType.isReserved(path.substring(1));
        var type = definition.path("type").stringValue("");
        if (!isReserved && !type.isEmpty() && AttributeType.named(type).isEmpty()) {
            var instead = type.startsWith("password")
                    ? AttributeType.PASSWORD
                    : definition.path("attr_defs").isArray() ? AttributeType.OBJECT : AttributeType.JSON;
            notes.changed(
                    file,
                    path,
                    "the type " + shown(definition.path("type")) + " is not known, " + instead.documentedName()
                            + " was taken");
            definition.put("type", instead.documentedName());
        }
        if (definition.path("attr_defs") instanceof ArrayNode children) {
            definition.set("attr_defs", understood(children, path));
        }
        return definition;
    }

    /** A short word as it may be shown. */
    static String shown(JsonNode value) {
        var text = value.asString("");
        return text.matches("[A-Za-z0-9_./-]{1,60}") ? text : "(unreadable)";
    }

    private static String withoutStop(String sentence) {
        return sentence.endsWith(".") ? sentence.substring(0, sentence.length() - 1) : sentence;
    }
}
