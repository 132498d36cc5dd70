package io.regcontract.contract.yaml;

import io.regcontract.contract.validation.FileFormats;
import io.regcontract.contract.validation.FormatFinding;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Compares a file with the schema of its format, the one place where its keys are named. What is wrong comes from the
 * validator; what to do is what the schema says of the key.
 */
final class FormatValidator {

    private static final Set<String> SAID_OF_THE_KEY_ITSELF = Set.of("additionalProperties", "unevaluatedProperties");

    private final JsonNode schema;
    private final YamlDocument document;
    private final List<Problem> problems = new ArrayList<>();

    private FormatValidator(JsonNode schema, YamlDocument document) {
        this.schema = schema;
        this.document = document;
    }

    static List<Problem> problems(YamlDocument document, String format) {
        var structure = new FormatValidator(schema(format), document);
        if (document.json().isObject()) {
            structure.findUnknownKeys("", document.json(), structure.schema);
        }
        FileFormats.validate(format, document.json()).forEach(structure::add);
        return structure.problems;
    }

    private void findUnknownKeys(String pointer, JsonNode value, JsonNode rawRules) {
        var rules = resolved(rawRules);
        for (int index = 0; value.isArray() && index < value.size(); index++) {
            findUnknownKeys(pointer + "/" + index, value.get(index), rules.path("items"));
        }
        if (!value.isObject() || !rules.has("properties")) {
            return;
        }
        var known = rules.path("properties");
        for (var entry : value.properties()) {
            var child = YamlDocument.child(pointer, entry.getKey());
            if (known.has(entry.getKey())) {
                findUnknownKeys(child, entry.getValue(), known.get(entry.getKey()));
            } else {
                problems.add(document.problem(
                        child,
                        "there is no such key",
                        NearestWord.to(entry.getKey(), known.propertyNames())
                                .map(nearest -> "Did you mean " + nearest + "?")
                                .orElseGet(() -> "Known here: " + String.join(", ", known.propertyNames()) + ".")));
            }
        }
    }

    private void add(FormatFinding finding) {
        if (SAID_OF_THE_KEY_ITSELF.contains(finding.keyword())) {
            return;
        }
        var missing = finding.keyword().equals("required");
        var found = mayHoldASecret(finding.pointer()) ? "" : ", found " + finding.actual();
        problems.add(document.problem(
                finding.pointer(),
                missing ? "this key is missing" : "expected " + finding.expected() + found,
                meaning(finding.pointer())));
    }

    /** In a file that has keys for secrets, nothing is repeated of what stands under them, or where a key should stand. */
    private boolean mayHoldASecret(String pointer) {
        var rules = schema;
        for (var part : pointer.substring(Math.min(1, pointer.length())).split("/", -1)) {
            rules = part.isEmpty() ? rules : under(rules, part);
            if (isSecret(rules)) {
                return true;
            }
        }
        return pointer.isEmpty() && schema.path("properties").valueStream().anyMatch(FormatValidator::isSecret);
    }

    private static boolean isSecret(JsonNode rules) {
        return rules.path("x-secret").booleanValue(false);
    }

    /** What the schema says of a key. */
    private String meaning(String pointer) {
        var rules = schema;
        for (var part : pointer.substring(Math.min(1, pointer.length())).split("/", -1)) {
            rules = part.isEmpty() ? rules : under(rules, part);
        }
        return rules.path("description")
                .asString(resolved(rules).path("description").asString(""));
    }

    /** The rules for a key, or for an element. */
    private JsonNode under(JsonNode rules, String key) {
        var followed = resolved(rules);
        return followed.has("items")
                ? followed.path("items")
                : followed.path("properties").path(key);
    }

    /** Follows local references, and of a choice the branch for objects: only objects have keys to be unknown. */
    private JsonNode resolved(JsonNode rules) {
        if (rules.has("$ref")) {
            return resolved(schema.at(rules.get("$ref").stringValue().substring(1)));
        }
        return rules.has("then") && !rules.has("properties") ? resolved(rules.get("then")) : rules;
    }

    private static JsonNode schema(String format) {
        var file = "/contract/formats/" + format + ".schema.json";
        try (var stream = FormatValidator.class.getResourceAsStream(file)) {
            if (stream == null) {
                throw new IllegalStateException(file + " is missing from the jar of schemas");
            }
            return JsonMapper.shared().readTree(stream);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
