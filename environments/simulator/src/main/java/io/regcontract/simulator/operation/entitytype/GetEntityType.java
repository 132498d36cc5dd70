package io.regcontract.simulator.operation.entitytype;

import io.regcontract.simulator.application.Feature;
import io.regcontract.simulator.application.FeatureGroup;
import io.regcontract.simulator.argument.Parameter;
import io.regcontract.simulator.operation.Answer;
import io.regcontract.simulator.operation.Call;
import io.regcontract.simulator.operation.Declaration;
import io.regcontract.simulator.operation.Operation;
import io.regcontract.simulator.operation.PermittedRecords;
import io.regcontract.simulator.record.AttributeDefinitions;

/** Gives the schema of an entity type. 222 when there is none of that name. */
final class GetEntityType implements Operation {

    private static final Declaration DECLARATION = Declaration.reading("/entityType", FeatureGroup.ENTITY_TYPE)
            .takes(
                    Parameter.required("type_name"),
                    Parameter.optional("remove_reserved").flag())
            .forFeatures(Feature.OWNER, Feature.DIRECT_ACCESS, Feature.DIRECT_READ_ACCESS)
            .build();

    @Override
    public Declaration declaration() {
        return DECLARATION;
    }

    @Override
    public Answer perform(Call call) {
        var type = PermittedRecords.named(call).shownType();
        return Answer.of(
                "schema", AttributeDefinitions.schema(type, !call.arguments().flag("remove_reserved")));
    }
}
