package io.regcontract.contract.openapi;

import io.regcontract.contract.Contract;
import io.regcontract.contract.model.Operation;
import io.regcontract.contract.model.Operation.KnownError;
import java.util.List;
import java.util.stream.Stream;
import tools.jackson.databind.node.ObjectNode;

/** What an operation answers: with HTTP 200 its success or one of its errors, and other statuses where the dialect has them. */
final class Answers {

    private static final String JSON = "application/json";

    private final Contract contract;
    private final OpenApiDialect dialect;
    private final ErrorComponents errors;
    private final RecordedExamples examples;

    Answers(Contract contract, OpenApiDialect dialect, ErrorComponents errors, RecordedExamples examples) {
        this.contract = contract;
        this.dialect = dialect;
        this.errors = errors;
        this.examples = examples;
    }

    /** The errors that can come from an operation: in the observed dialect those of codes that no list has, too. */
    List<KnownError> errorsOf(Operation operation) {
        return contract.operations().errorsOf(operation).stream()
                .filter(error -> dialect == OpenApiDialect.OBSERVED
                        || contract.find(error.code()).isPresent())
                .toList();
    }

    /** The responses of an operation, whose success and answer stand among the components under a name. */
    ObjectNode responses(Operation operation, String typeName) {
        var responses = Json.object();
        var possible = errorsOf(operation);
        responses.set(
                "200",
                response(
                        "Success, or any error: nearly all errors come with HTTP 200. The field stat tells which.",
                        typeName + "Answer",
                        examples.answers(operation, possible)));
        for (var status : errors.ownStatuses(operation)) {
            responses.set(
                    status,
                    response("An error in the form of OAuth.", typeName + "Failure", examples.ownErrors(possible)));
        }
        return responses;
    }

    private static ObjectNode response(String description, String schemaName, ObjectNode shown) {
        var response = Json.object().put("description", description);
        response.putObject("headers")
                .putObject("Cache-Control")
                .put("description", "Answers are not stored.")
                .put("example", "no-store")
                .putObject("schema")
                .put("type", "string")
                .put("const", "no-store");
        var json = response.putObject("content").putObject(JSON);
        json.set("schema", Json.schema(schemaName));
        if (!shown.isEmpty()) {
            json.set("examples", shown);
        }
        return response;
    }

    /** The schema of everything that comes with HTTP 200. */
    ObjectNode answer(Operation operation, String typeName) {
        return oneOf(
                "What " + operation.path() + " answers: its success, or one of its errors by code.",
                Stream.concat(
                        Stream.of(typeName + "Success"),
                        errorsOf(operation).stream().map(error -> ErrorComponents.name(error.code()))));
    }

    /** The schema of the errors that come with another status. */
    ObjectNode failure(Operation operation) {
        return oneOf(
                "An error of " + operation.path() + " in the form of OAuth, by code.",
                errorsOf(operation).stream().map(error -> ErrorComponents.ownName(error.code())));
    }

    private static ObjectNode oneOf(String description, Stream<String> names) {
        var schema = Json.object().put("description", description);
        var alternatives = schema.putArray("oneOf");
        names.map(Json::schema).forEach(alternatives::add);
        return schema;
    }
}
