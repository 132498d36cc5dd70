package io.regcontract.simulator.operation.entitytype;

import io.regcontract.simulator.application.FeatureGroup;
import io.regcontract.simulator.argument.Parameter;
import io.regcontract.simulator.client.Feature;
import io.regcontract.simulator.operation.DeclaredOperation;
import io.regcontract.simulator.operation.OperationCall;
import io.regcontract.simulator.operation.OperationResult;
import io.regcontract.simulator.operation.Rights;
import io.regcontract.simulator.schema.AttributeDefinitions;

/**
 * Gives the part of a schema that a client may see or write; of another client's part, what the caller may see
 * itself.
 */
final class GetAccessSchema extends DeclaredOperation {

    GetAccessSchema() {
        super(reading("/entityType.getAccessSchema", FeatureGroup.ENTITY_TYPE)
                .takes(
                        Parameter.required("type_name"),
                        Parameter.required("for_client_id"),
                        Parameter.required("access_type"))
                .forFeatures(Feature.thatPermit()));
    }

    @Override
    public OperationResult perform(OperationCall call) {
        var type = call.entityType();
        var access = AccessSchemaArguments.type(call);
        var client = AccessSchemaArguments.client(call);
        var visibility = call.application().accessSchemas().of(type.name(), client, access);
        var part = visibility.reduced(type);
        boolean mayKnowAll = client.id().equals(call.client().id())
                || call.client().features().contains(Feature.OWNER);
        return OperationResult.of(
                "schema",
                AttributeDefinitions.schema(
                        mayKnowAll
                                ? part
                                : Rights.of(call, type.name()).reading().reduced(part),
                        true));
    }
}
