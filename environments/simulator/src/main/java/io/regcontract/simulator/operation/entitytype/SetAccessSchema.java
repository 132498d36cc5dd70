package io.regcontract.simulator.operation.entitytype;

import io.regcontract.simulator.application.FeatureGroup;
import io.regcontract.simulator.argument.Parameter;
import io.regcontract.simulator.client.Feature;
import io.regcontract.simulator.error.ErrorCause;
import io.regcontract.simulator.error.SimulatedErrorCode;
import io.regcontract.simulator.operation.DeclaredOperation;
import io.regcontract.simulator.operation.OperationCall;
import io.regcontract.simulator.operation.OperationResult;
import io.regcontract.simulator.schema.AttributeDefinitions;
import io.regcontract.simulator.schema.EntityType;

/** Says which attributes a client may see or write. 223 when one does not exist, 234 when one is reserved. */
final class SetAccessSchema extends DeclaredOperation {

    SetAccessSchema() {
        super(writing("/entityType.setAccessSchema", FeatureGroup.ENTITY_TYPE)
                .takes(
                        Parameter.required("type_name"),
                        Parameter.required("for_client_id"),
                        Parameter.required("access_type"),
                        Parameter.required("attributes").jsonTexts())
                .forFeatures(Feature.OWNER));
    }

    @Override
    public OperationResult perform(OperationCall call) {
        var type = call.entityType();
        var access = AccessSchemaArguments.type(call);
        var client = AccessSchemaArguments.client(call);
        var attributes = RulesAndProperties.attributes(call, type);
        attributes.stream()
                .filter(path -> EntityType.isReserved(path.substring(1)))
                .findFirst()
                .ifPresent(path -> {
                    throw SimulatedErrorCode.RESERVED_ATTRIBUTE
                            .because("reserved attributes cannot be part of an access schema: " + path)
                            .with("attribute_name", path)
                            .in(ErrorCause.RESERVED_IN_ACCESS_SCHEMA);
                });
        call.application().accessSchemas().set(type.name(), client, access, attributes);
        var visibility = call.application().accessSchemas().of(type.name(), client, access);
        return OperationResult.of("schema", AttributeDefinitions.schema(visibility.reduced(type), true));
    }
}
