package io.regcontract.docs;

import io.regcontract.contract.validation.SchemaFinding;
import io.regcontract.contract.validation.SchemaSet;
import io.regcontract.contract.yaml.YamlDocument;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The published description of the control plane, docs/control-plane.yaml, for tests that hold others against it. */
final class ControlPlaneDescription {

    private static final JsonMapper JSON = new JsonMapper();
    private static final Set<String> METHODS = Set.of("get", "put", "post", "delete", "patch", "head", "options");

    private final JsonNode document;
    private final SchemaSet schemas;
    private final Map<String, JsonNode> operations = new TreeMap<>();

    private ControlPlaneDescription(JsonNode document) {
        this.document = document;
        Map<String, ObjectNode> byId = new TreeMap<>();
        document.path("paths")
                .properties()
                .forEach(path -> path.getValue().properties().forEach(operation -> {
                    if (METHODS.contains(operation.getKey())) {
                        var key = operation.getKey().toUpperCase(Locale.ROOT) + " " + path.getKey();
                        operations.put(key, operation.getValue());
                        byId.put("urn:answer:" + key.replace(' ', ':'), schema(answer(operation.getValue())));
                        byId.put("urn:body:" + key.replace(' ', ':'), schema(body(operation.getValue())));
                    }
                }));
        byId.put("urn:refusal", schema(JSON.readTree("{\"$ref\":\"#/components/schemas/Refusal\"}")));
        schemas = new SchemaSet(byId);
    }

    static ControlPlaneDescription read() {
        var file = Path.of(System.getProperty("regcontract.root"), "docs", "control-plane.yaml");
        try {
            return new ControlPlaneDescription(
                    YamlDocument.parse(file.toString(), Files.readString(file)).json());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Method and template of every operation, such as {@code GET /health}. */
    Set<String> operations() {
        return operations.keySet();
    }

    /** The capability that an operation belongs to. */
    String capability(String operation) {
        return operations.get(operation).path("tags").path(0).asString();
    }

    /** The capabilities, without what is always there. */
    List<String> capabilities() {
        return document.path("tags")
                .valueStream()
                .map(tag -> tag.path("name").asString())
                .filter(name -> !name.equals("core"))
                .sorted()
                .toList();
    }

    /** What is wrong with an answer to an operation. */
    List<SchemaFinding> answerProblems(String operation, JsonNode answer) {
        return schemas.validate("urn:answer:" + operation.replace(' ', ':'), answer);
    }

    /** What is wrong with what is sent. */
    List<SchemaFinding> bodyProblems(String operation, JsonNode body) {
        return schemas.validate("urn:body:" + operation.replace(' ', ':'), body);
    }

    /** What is wrong with a refusal. */
    List<SchemaFinding> refusalProblems(JsonNode answer) {
        return schemas.validate("urn:refusal", answer);
    }

    /** Whether an operation takes a body. */
    boolean takesABody(String operation) {
        return operations.get(operation).has("requestBody");
    }

    /** The operation that a call is one of. */
    Optional<String> operationOf(String method, String path) {
        var steps = steps(path);
        return operations.keySet().stream()
                .filter(operation -> operation.startsWith(method + " "))
                .filter(operation -> fits(steps(operation.split(" ", 2)[1]), steps))
                .findFirst();
    }

    private static boolean fits(List<String> template, List<String> steps) {
        if (template.size() != steps.size()) {
            return false;
        }
        for (int index = 0; index < steps.size(); index++) {
            if (!template.get(index).startsWith("{") && !template.get(index).equals(steps.get(index))) {
                return false;
            }
        }
        return true;
    }

    private static List<String> steps(String path) {
        return new ArrayList<>(Arrays.stream(path.split("/", -1))
                .filter(step -> !step.isEmpty())
                .toList());
    }

    private static JsonNode answer(JsonNode operation) {
        return operation.at("/responses/200/content/application~1json/schema");
    }

    private static JsonNode body(JsonNode operation) {
        var schema = operation.at("/requestBody/content/application~1json/schema");
        return schema.isMissingNode() ? JSON.createObjectNode() : schema;
    }

    /** A schema with the shared ones beside it. */
    private ObjectNode schema(JsonNode schema) {
        var whole = JSON.createObjectNode();
        whole.putArray("allOf").add(schema);
        whole.set("$defs", document.at("/components/schemas"));
        return (ObjectNode) JSON.readTree(whole.toString().replace("#/components/schemas/", "#/$defs/"));
    }
}
