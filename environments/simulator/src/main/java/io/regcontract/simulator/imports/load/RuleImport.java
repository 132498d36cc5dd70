package io.regcontract.simulator.imports.load;

import io.regcontract.simulator.imports.file.ImportException;
import io.regcontract.simulator.json.Json;
import io.regcontract.simulator.schema.AttributePath;
import io.regcontract.simulator.schema.EntityType;
import io.regcontract.simulator.schema.TypeProperty;
import io.regcontract.simulator.schema.ValidationRule;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;

/** Rules and properties of a type, as entityType.properties lists both, under {@code properties} beside the schema. */
final class RuleImport {

    private static final String RULE = "rule";

    private final Path file;
    private final ImportNotes notes;

    RuleImport(Path file, ImportNotes notes) {
        this.file = file;
        this.notes = notes;
    }

    /** The type with the rules and properties that a file has beside its schema. */
    EntityType read(EntityType type, JsonNode answer) {
        if (!answer.has("properties")) {
            return type;
        }
        if (!(answer.path("properties") instanceof ArrayNode listed)) {
            throw ImportException.at(file, "key properties", "properties must be a JSON array");
        }
        var rules = new ArrayList<ValidationRule>();
        var properties = new ArrayList<TypeProperty>();
        for (var each : listed.values()) {
            var attributes = each.path("attributes").values().stream()
                    .map(path -> path.stringValue(""))
                    .toList();
            var unknown = attributes.stream()
                    .filter(path ->
                            AttributePath.parse(path).flatMap(type::find).isEmpty())
                    .findFirst();
            var property = each.path("property").stringValue("");
            var definition = each.path("definition");
            var uuid = each.path("uuid").stringValueOpt().orElseGet(() -> UUID.nameUUIDFromBytes(
                            Json.write(each).getBytes(StandardCharsets.UTF_8))
                    .toString());
            var description =
                    Optional.of(each.path("description").stringValue("")).filter(text -> !text.isEmpty());
            if (property.isEmpty()) {
                notes.left(file, "property", "it has no name");
            } else if (unknown.isPresent()) {
                notes.left(
                        file,
                        "property " + property,
                        "there is no attribute " + TypeImport.shown(Json.text(unknown.get())));
            } else if (property.equals(RULE)) {
                var fault = ValidationRule.faultOf(definition);
                if (fault.isPresent()) {
                    notes.left(file, "rule about " + named(attributes), fault.get());
                } else {
                    rules.add(new ValidationRule(uuid, attributes, description, definition));
                }
            } else {
                properties.add(new TypeProperty(
                        uuid,
                        property,
                        attributes,
                        description,
                        definition.isMissingNode() ? Optional.empty() : Optional.of(definition)));
            }
        }
        return type.withRules(rules).withProperties(properties);
    }

    private static String named(List<String> attributes) {
        return attributes.isEmpty() ? "all texts" : String.join(", ", attributes);
    }
}
