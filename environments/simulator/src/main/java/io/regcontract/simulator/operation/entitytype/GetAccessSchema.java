package io.regcontract.simulator.operation.entitytype;

import io.regcontract.simulator.application.Feature;
import io.regcontract.simulator.application.FeatureGroup;
import io.regcontract.simulator.argument.Parameter;
import io.regcontract.simulator.operation.Answer;
import io.regcontract.simulator.operation.Call;
import io.regcontract.simulator.operation.Declaration;
import io.regcontract.simulator.operation.Operation;
import io.regcontract.simulator.record.AttributeDefinitions;

/** Gives the part of a schema that a client may see or write. */
final class GetAccessSchema implements Operation {

    private static final Declaration DECLARATION = Declaration.reading(
                    "/entityType.getAccessSchema", FeatureGroup.ENTITY_TYPE)
            .takes(
                    Parameter.required("type_name"),
                    Parameter.required("for_client_id"),
                    Parameter.required("access_type"))
            .forFeatures(Feature.values())
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
        var visibility = call.application().accessSchemas().of(type.name(), AccessArguments.client(call), access);
        return Answer.of("schema", AttributeDefinitions.schema(visibility.reduced(type), true));
    }
}
