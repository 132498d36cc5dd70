package io.regcontract.contract.openapi;

import io.regcontract.contract.Contract;
import io.regcontract.contract.model.Operation;
import java.util.TreeSet;
import java.util.stream.Stream;
import tools.jackson.databind.node.ObjectNode;

/** The contract as an OpenAPI 3.1 description: every operation, and the errors that can come from it by code. */
public final class OpenApiDescription {

    private final Contract contract;
    private final OpenApiDialect dialect;
    private final ErrorComponents errors;
    private final Answers answers;
    private final OperationNames names;
    private final RecordedExamples examples;
    private final KnownAnswers known = new KnownAnswers();
    private final OperationExtension extension = new OperationExtension();

    private OpenApiDescription(Contract contract, OpenApiDialect dialect) {
        this.contract = contract;
        this.dialect = dialect;
        this.errors = new ErrorComponents(contract, dialect);
        this.names = new OperationNames(contract.operations());
        this.examples = new RecordedExamples(dialect, names);
        this.answers = new Answers(contract, dialect, errors, examples);
    }

    /** The description of a contract as a tree. */
    public static ObjectNode of(Contract contract, OpenApiDialect dialect) {
        return new OpenApiDescription(contract, dialect).document();
    }

    /** The description of a contract as YAML, ended by a newline. */
    public static String yaml(Contract contract, OpenApiDialect dialect) {
        return YamlText.of(of(contract, dialect));
    }

    private ObjectNode document() {
        var document = Json.object().put("openapi", "3.1.0");
        document.set("info", DocumentHead.info(contract, dialect));
        document.set("servers", DocumentHead.servers());
        document.set("tags", DocumentHead.tags(contract.operations()));
        var paths = document.putObject("paths");
        contract.operations().forEach(operation -> paths.set(operation.path(), path(operation)));
        document.set("components", components());
        return document;
    }

    private ObjectNode path(Operation operation) {
        var path = Json.object();
        for (var method : operation.methods()) {
            path.set(method.equals("GET") ? "get" : "post", method(operation, method.equals("GET")));
        }
        return path;
    }

    private ObjectNode method(Operation operation, boolean query) {
        var type = names.type(operation);
        var method = Json.object();
        method.putArray("tags").add(operation.group());
        method.put("operationId", names.id(operation) + (query ? "ByGet" : ""));
        method.put("summary", known.of(operation).summary());
        method.put("description", description(operation));
        var parameters = query ? Requests.query(operation) : Json.array();
        parameters.insert(0, Json.object().put("$ref", "#/components/parameters/ApplicationId"));
        method.set("parameters", parameters);
        method.set("security", SecuritySchemes.of(operation, query));
        if (!query) {
            method.set("requestBody", Requests.body(operation, type + "Request"));
        }
        method.set("responses", answers.responses(operation, type));
        if (!query || operation.methods().size() == 1) {
            method.set("x-contract", extension.of(operation, answers.errorsOf(operation)));
        }
        return method;
    }

    private static String description(Operation operation) {
        return Stream.concat(
                        Stream.of("Documented with the API for " + operation.api() + "."), operation.notes().stream())
                .reduce((one, other) -> one + "\n\n" + other)
                .orElseThrow();
    }

    private ObjectNode components() {
        var components = Json.object();
        components.set("schemas", schemas());
        components.set("examples", examples.components(contract.operations()));
        components
                .putObject("parameters")
                .putObject("ApplicationId")
                .put("name", "X-Application-Id")
                .put("in", "header")
                .put("description", "The application, where the host does not say which.")
                .putObject("schema")
                .put("type", "string");
        components.set("securitySchemes", SecuritySchemes.all());
        return components;
    }

    private ObjectNode schemas() {
        var schemas = Json.object();
        var codes = new TreeSet<Integer>();
        for (var operation : contract.operations()) {
            var type = names.type(operation);
            schemas.set(type + "Request", Requests.schema(operation));
            schemas.set(type + "Answer", answers.answer(operation, type));
            schemas.set(type + "Success", known.success(operation));
            answers.errorsOf(operation).forEach(error -> codes.add(error.code()));
            if (!errors.ownStatuses(operation).isEmpty()) {
                schemas.set(type + "Failure", answers.failure(operation));
                answers.errorsOf(operation)
                        .forEach(error -> schemas.set(
                                ErrorComponents.ownName(error.code()), errors.ownError(error.code(), operation)));
            }
        }
        codes.forEach(code -> schemas.set(ErrorComponents.name(code), errors.error(code)));
        schemas.setAll(known.shapes());
        RecordErrors.addTo(schemas, contract, errors);
        return schemas;
    }
}
