package io.regcontract.contract.openapi;

import io.regcontract.contract.loading.ContractDataException;
import io.regcontract.contract.loading.ContractFiles;
import io.regcontract.contract.loading.DataReader;
import io.regcontract.contract.model.Operation;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** What {@code openapi/answers.yaml} says: what an operation is for, and what its success holds as far as that is known. */
final class KnownAnswers {

    private static final String FILE = "openapi/answers.yaml";

    private final ObjectNode shapes;
    private final Map<String, KnownAnswer> byPath = new LinkedHashMap<>();

    KnownAnswers() {
        var file = ContractFiles.yaml(FILE);
        if (!(file.path("shapes") instanceof ObjectNode object)) {
            throw new ContractDataException("contract/" + FILE + ": shapes must be an object");
        }
        shapes = object;
        for (var reader : DataReader.each("contract/" + FILE, file.path("operations"), "path")) {
            var answer = new KnownAnswer(
                    reader.text("path"),
                    reader.text("summary"),
                    reader.node().path("fields"),
                    reader.texts("always"),
                    reader.text("known"),
                    reader.texts("from"));
            if (byPath.put(answer.path(), answer) != null) {
                throw new ContractDataException("contract/" + FILE + ": " + answer.path() + " stands there twice");
            }
        }
    }

    /**
     * An entry of the file.
     *
     * @param fields name to schema; missing when none is known
     * @param always the fields of every success
     * @param known how the shape is known
     * @param sources where it was found
     */
    record KnownAnswer(
            String path, String summary, JsonNode fields, List<String> always, String known, List<String> sources) {

        KnownAnswer {
            always = List.copyOf(always);
            sources = List.copyOf(sources);
        }
    }

    /** Schemas that answers share, by name. */
    ObjectNode shapes() {
        return shapes.deepCopy();
    }

    KnownAnswer of(Operation operation) {
        var answer = byPath.get(operation.path());
        if (answer == null) {
            throw new ContractDataException("contract/" + FILE + ": nothing about " + operation.path());
        }
        return answer;
    }

    /** The schema of a success: {@code stat}, the fields that are known, and anything else. */
    ObjectNode success(Operation operation) {
        var answer = of(operation);
        var schema = Json.object();
        schema.put("description", "Success of " + operation.path() + "." + reservation(answer));
        schema.put("type", "object");
        var required = schema.putArray("required").add("stat");
        answer.always().forEach(required::add);
        var properties = schema.putObject("properties");
        properties
                .putObject("stat")
                .put("type", "string")
                .put("const", "ok")
                .put("description", "Says that the operation succeeded.");
        if (answer.fields() instanceof ObjectNode fields) {
            properties.setAll(fields.deepCopy());
        }
        schema.put("additionalProperties", true);
        // Else an error that calls itself ok would pass for a success.
        schema.putObject("not").putArray("required").add("code").add("error");
        var extension = schema.putObject("x-contract").put("known", answer.known());
        extension.set("sources", Json.texts(answer.sources()));
        return schema;
    }

    private static String reservation(KnownAnswer answer) {
        if (answer.known().equals("unseen")) {
            return " No source shows it: what it holds beside stat is not known.";
        }
        return answer.fields().isMissingNode() ? " Nothing is known that it holds beside stat." : "";
    }
}
