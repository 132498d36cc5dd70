package io.regcontract.contract.openapi;

import io.regcontract.contract.model.Operation;
import io.regcontract.contract.model.Operation.Credential;
import io.regcontract.contract.model.Operation.Parameter;
import io.regcontract.contract.model.Operation.Requirement;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * How parameters travel: in the query of a GET, in the form of a POST, and for the operations of people as JSON too (E-47). Only a
 * parameter that may never be left out is required: what else must be there often depends on the credentials.
 */
final class Requests {

    private Requests() {}

    /** Parameters of the query. */
    static ArrayNode query(Operation operation) {
        var parameters = Json.array();
        for (var parameter : operation.parameters()) {
            var schema = ParameterSchemas.of(parameter);
            var described = parameters.addObject().put("name", parameter.name()).put("in", "query");
            if (schema.remove("description") != null) {
                described.put("description", ParameterSchemas.description(parameter));
            }
            if (isAlwaysRequired(parameter)) {
                described.put("required", true);
            }
            described.set("schema", schema);
        }
        return parameters;
    }

    /** The body, whose schema stands among the components under a name. */
    static ObjectNode body(Operation operation, String schemaName) {
        var body = Json.object();
        body.put("required", operation.parameters().stream().anyMatch(Requests::isAlwaysRequired));
        var content = body.putObject("content");
        content.putObject("application/x-www-form-urlencoded").set("schema", Json.schema(schemaName));
        if (operation.credentials().contains(Credential.CLIENT_ID_ONLY)) {
            content.putObject("application/json").set("schema", Json.schema(schemaName));
        }
        return body;
    }

    /** The fields of the body: all parameters, and the credentials that may be among them. */
    static ObjectNode schema(Operation operation) {
        var schema = Json.object()
                .put("description", "Parameters of " + operation.path() + ".")
                .put("type", "object");
        var properties = Json.object();
        var required = Json.array();
        for (var parameter : operation.parameters()) {
            properties.set(parameter.name(), ParameterSchemas.of(parameter));
            if (isAlwaysRequired(parameter)) {
                required.add(parameter.name());
            }
        }
        if (operation.credentials().contains(Credential.PARAMETERS)) {
            credential(properties, "client_id", "The id of the client, unless it comes otherwise.");
            credential(properties, "client_secret", "Its secret, with client_id.");
        }
        if (!required.isEmpty()) {
            schema.set("required", required);
        }
        schema.set("properties", properties);
        return schema;
    }

    private static void credential(ObjectNode properties, String name, String description) {
        properties.putObject(name).put("type", "string").put("description", description);
    }

    private static boolean isAlwaysRequired(Parameter parameter) {
        return parameter.required() instanceof Requirement.Always;
    }
}
