package io.regcontract.environment;

import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Compares a profile with the schema of profiles, the one place where its keys are named. */
final class Structure {

    private static final String SCHEMA = "/contract/formats/profile.schema.json";

    private final JsonNode schema;

    private Structure(JsonNode schema) {
        this.schema = schema;
    }

    static Structure ofProfiles() {
        try (var stream = Structure.class.getResourceAsStream(SCHEMA)) {
            if (stream == null) {
                throw new IllegalStateException(SCHEMA + " is missing from the jar of schemas");
            }
            return new Structure(JsonMapper.shared().readTree(stream));
        } catch (java.io.IOException unreadable) {
            throw new java.io.UncheckedIOException(unreadable);
        }
    }

    List<Problem> problems(YamlDocument document) {
        var problems = new ArrayList<Problem>();
        unknownKeys(document, "", document.json(), schema, problems);
        return problems;
    }

    private void unknownKeys(
            YamlDocument document, String pointer, JsonNode value, JsonNode rawSchema, List<Problem> problems) {
        var rules = resolved(rawSchema, value);
        if (value.isArray()) {
            for (int index = 0; index < value.size(); index++) {
                unknownKeys(document, pointer + "/" + index, value.get(index), rules.path("items"), problems);
            }
        }
        var known = rules.path("properties");
        if (!value.isObject() || known.isMissingNode()) {
            return;
        }
        for (var entry : value.properties()) {
            var child = pointer + "/" + entry.getKey().replace("~", "~0").replace("/", "~1");
            if (known.has(entry.getKey())) {
                unknownKeys(document, child, entry.getValue(), known.get(entry.getKey()), problems);
            } else {
                problems.add(document.problem(
                        child,
                        "there is no such key",
                        Nearest.to(entry.getKey(), known.propertyNames())
                                .map(nearest -> "Did you mean " + nearest + "?")
                                .orElseGet(() -> "Known here: " + String.join(", ", known.propertyNames()) + ".")));
            }
        }
    }

    /** Follows a local reference, and of alternatives takes the one for objects when the value is an object. */
    private JsonNode resolved(JsonNode rules, JsonNode value) {
        if (rules.has("$ref")) {
            return resolved(schema.at(rules.get("$ref").stringValue().substring(1)), value);
        }
        for (JsonNode alternative : rules.path("anyOf")) {
            var followed = resolved(alternative, value);
            if (value.isObject() && followed.has("properties")) {
                return followed;
            }
        }
        return rules;
    }
}
