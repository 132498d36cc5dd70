package io.regcontract.simulator.operation.entitytype;

import io.regcontract.simulator.application.Feature;
import io.regcontract.simulator.application.FeatureGroup;
import io.regcontract.simulator.argument.Parameter;
import io.regcontract.simulator.operation.Answer;
import io.regcontract.simulator.operation.Call;
import io.regcontract.simulator.operation.Declaration;
import io.regcontract.simulator.operation.Operation;
import io.regcontract.simulator.record.AttributeDefinitions;

/** Says which attributes a client may see or write. 223 when one does not exist. */
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
        call.application().accessSchemas().set(type.name(), client, access, Notes.attributes(call, type));
        var visibility = call.application().accessSchemas().of(type.name(), client, access);
        return Answer.of("schema", AttributeDefinitions.schema(visibility.reduced(type), true));
    }
}
