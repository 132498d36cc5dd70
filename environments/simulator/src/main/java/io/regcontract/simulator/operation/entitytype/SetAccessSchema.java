package io.regcontract.simulator.operation.entitytype;

import io.regcontract.simulator.application.Feature;
import io.regcontract.simulator.application.FeatureGroup;
import io.regcontract.simulator.argument.Parameter;
import io.regcontract.simulator.error.Circumstance;
import io.regcontract.simulator.error.ErrorCode;
import io.regcontract.simulator.operation.Answer;
import io.regcontract.simulator.operation.Call;
import io.regcontract.simulator.operation.Declaration;
import io.regcontract.simulator.operation.Operation;
import io.regcontract.simulator.record.AttributeDefinitions;
import io.regcontract.simulator.record.EntityType;

/** Says which attributes a client may see or write. 223 when one does not exist, 234 when one is reserved. */
final class SetAccessSchema implements Operation {

    private static final Declaration DECLARATION = Declaration.writing(
                    "/entityType.setAccessSchema", FeatureGroup.ENTITY_TYPE)
            .takes(
                    Parameter.required("type_name"),
                    Parameter.required("for_client_id"),
                    Parameter.required("access_type"),
                    Parameter.required("attributes").jsonTexts())
            .forFeatures(Feature.OWNER)
            .build();

    @Override
    public Declaration declaration() {
        return DECLARATION;
    }

    @Override
    public Answer perform(Call call) {
        var type =
                call.application().records(call.arguments().text("type_name")).type();
        var access = AccessArguments.type(call);
        var client = AccessArguments.client(call);
        var attributes = Notes.attributes(call, type);
        attributes.stream()
                .filter(path -> EntityType.isReserved(path.substring(1)))
                .findFirst()
                .ifPresent(path -> {
                    throw ErrorCode.RESERVED_ATTRIBUTE
                            .because("reserved attributes cannot be part of an access schema: " + path)
                            .with("attribute_name", path)
                            .in(Circumstance.RESERVED_IN_ACCESS_SCHEMA);
                });
        call.application().accessSchemas().set(type.name(), client, access, attributes);
        var visibility = call.application().accessSchemas().of(type.name(), client, access);
        return Answer.of("schema", AttributeDefinitions.schema(visibility.reduced(type), true));
    }
}
