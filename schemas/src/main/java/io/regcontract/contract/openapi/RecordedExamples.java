package io.regcontract.contract.openapi;

import io.regcontract.contract.loading.ContractFiles;
import io.regcontract.contract.model.Operation;
import io.regcontract.contract.model.Operation.KnownError;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Answers of a simulator, recorded once and kept as data in {@code openapi/examples.json}: for each operation a success, for each
 * code an error in each dialect.
 */
final class RecordedExamples {

    private static final String SUCCESS = "Success";

    private final JsonNode successes;
    private final JsonNode errors;
    private final JsonNode ownErrors;
    private final OperationNames names;

    RecordedExamples(OpenApiDialect dialect, OperationNames names) {
        var file = ContractFiles.object("openapi/examples.json");
        this.successes = file.path("successes");
        this.errors = file.path(dialect.word()).path("errors");
        this.ownErrors = file.path(dialect.word()).path("oauth");
        this.names = names;
    }

    /** All of them by name, for the components. */
    ObjectNode components(Iterable<Operation> operations) {
        var components = Json.object();
        for (var operation : operations) {
            if (successes.has(operation.path())) {
                add(components, names.type(operation) + SUCCESS, successes.path(operation.path()));
            }
        }
        errors.properties().forEach(error -> add(components, "Error" + error.getKey(), error.getValue()));
        ownErrors.properties().forEach(error -> add(components, "OAuthError" + error.getKey(), error.getValue()));
        return components;
    }

    private static void add(ObjectNode components, String name, JsonNode value) {
        components.putObject(name).set("value", value.deepCopy());
    }

    /** References to the examples of what an operation answers with HTTP 200, by name. */
    ObjectNode answers(Operation operation, List<KnownError> possible) {
        var examples = Json.object();
        if (successes.has(operation.path())) {
            refer(examples, "success", names.type(operation) + SUCCESS);
        }
        for (var error : possible) {
            if (errors.has(Integer.toString(error.code()))) {
                refer(examples, "error" + error.code(), ErrorComponents.name(error.code()));
            }
        }
        return examples;
    }

    /** References to the examples of what an operation answers in a form of its own, by name. */
    ObjectNode ownErrors(List<KnownError> possible) {
        var examples = Json.object();
        for (var error : possible) {
            if (ownErrors.has(Integer.toString(error.code()))) {
                refer(examples, "error" + error.code(), ErrorComponents.ownName(error.code()));
            }
        }
        return examples;
    }

    private static void refer(ObjectNode examples, String name, String component) {
        examples.putObject(name).put("$ref", "#/components/examples/" + component);
    }
}
