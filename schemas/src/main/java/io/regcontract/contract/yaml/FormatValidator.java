package io.regcontract.contract.yaml;

import io.regcontract.contract.validation.FileFormats;
import io.regcontract.contract.validation.SchemaFinding;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Says what is wrong with a file, where, and what to do. What is wrong comes from the validator; which keys are known and
 * what a key means come from the schema of the format, the one place where its keys are named.
 */
final class FormatValidator {

    private static final Set<String> UNKNOWN_KEY = Set.of("additionalProperties", "unevaluatedProperties");

    private final JsonNode schema;
    private final YamlDocument document;

    private FormatValidator(JsonNode schema, YamlDocument document) {
        this.schema = schema;
        this.document = document;
    }

    static List<Problem> problems(YamlDocument document, String format) {
        var validator = new FormatValidator(schema(format), document);
        return FileFormats.validate(format, document.json()).stream()
                .map(validator::problem)
                .toList();
    }

    private Problem problem(SchemaFinding finding) {
        if (UNKNOWN_KEY.contains(finding.keyword())) {
            return document.problem(finding.pointer(), "there is no such key", remedy(finding.pointer()));
        }
        var missing = finding.keyword().equals("required");
        var found = mayHoldASecret(finding.pointer()) ? "" : ", found " + finding.actual();
        return document.problem(
                finding.pointer(),
                missing ? "this key is missing" : "expected " + form(finding).orElse(finding.expected()) + found,
                meaning(finding.pointer()));
    }

    /** The form of a text in words for a person, where the schema has them beside its pattern. */
    private Optional<String> form(SchemaFinding finding) {
        var path = path(finding.pointer());
        return finding.keyword().equals("pattern")
                ? path.get(path.size() - 1).path("x-form").stringValueOpt()
                : Optional.empty();
    }

    private String remedy(String unknown) {
        var path = path(unknown);
        var known = resolved(path.get(path.size() - 2)).path("properties").propertyNames();
        return NearestWord.to(YamlDocument.name(unknown), known)
                .map(nearest -> "Did you mean " + nearest + "?")
                .orElseGet(() -> "Known here: " + String.join(", ", known) + ".");
    }

    /** In a file that has keys for secrets, nothing is repeated of what stands under them, or where a key should stand. */
    private boolean mayHoldASecret(String pointer) {
        return path(pointer).stream().anyMatch(FormatValidator::isSecret)
                || (pointer.isEmpty() && schema.path("properties").valueStream().anyMatch(FormatValidator::isSecret));
    }

    private static boolean isSecret(JsonNode rules) {
        return rules.path("x-secret").booleanValue(false);
    }

    /** What the schema says of a key. */
    private String meaning(String pointer) {
        var path = path(pointer);
        var rules = path.get(path.size() - 1);
        return rules.path("description")
                .asString(resolved(rules).path("description").asString(""));
    }

    /** The rules for the file and for each key on the way to a pointer, that of the pointer last. */
    private List<JsonNode> path(String pointer) {
        var path = new ArrayList<>(List.of(schema));
        for (var part : pointer.substring(Math.min(1, pointer.length())).split("/", -1)) {
            if (!part.isEmpty()) {
                path.add(under(path.get(path.size() - 1), part));
            }
        }
        return path;
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
