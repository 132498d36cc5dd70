package io.regcontract.contract.openapi;

import io.regcontract.contract.Contract;
import io.regcontract.contract.model.Operation;
import tools.jackson.databind.node.ObjectNode;

/**
 * The errors of single records inside the success of {@code /entity.bulkCreate}: those that writing one record can give, without a
 * token (E-27).
 */
final class RecordErrors {

    private static final String CREATE = "/entity.create";

    private RecordErrors() {}

    /** Adds {@code RecordError} and what it consists of. */
    static void addTo(ObjectNode schemas, Contract contract, ErrorComponents errors) {
        var any = schemas.putObject("RecordError")
                .put("description", "Why one record of /entity.bulkCreate was not created, by code.");
        var alternatives = any.putArray("oneOf");
        contract.operations().find(CREATE).stream()
                .flatMap(operation -> operation.errors().stream())
                .map(Operation.KnownError::code)
                .filter(code -> contract.find(code).isPresent())
                .forEach(code -> {
                    var name = ErrorComponents.elementName(code);
                    schemas.set(name, errors.element(code));
                    alternatives.add(Json.schema(name));
                });
    }
}
