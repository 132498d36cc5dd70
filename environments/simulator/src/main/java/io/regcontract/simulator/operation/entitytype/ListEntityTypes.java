package io.regcontract.simulator.operation.entitytype;

import io.regcontract.simulator.application.Feature;
import io.regcontract.simulator.application.FeatureGroup;
import io.regcontract.simulator.json.Json;
import io.regcontract.simulator.operation.Answer;
import io.regcontract.simulator.operation.Call;
import io.regcontract.simulator.operation.Declaration;
import io.regcontract.simulator.operation.Operation;
import io.regcontract.simulator.record.EntityType;

/** Lists the names of the entity types. */
final class ListEntityTypes implements Operation {

    private static final Declaration DECLARATION = Declaration.reading("/entityType.list", FeatureGroup.ENTITY_TYPE)
            .forFeatures(Feature.OWNER, Feature.DIRECT_ACCESS, Feature.DIRECT_READ_ACCESS)
            .build();

    @Override
    public Declaration declaration() {
        return DECLARATION;
    }

    @Override
    public Answer perform(Call call) {
        return Answer.of(
                "results",
                Json.array(call.application().entityTypes().stream()
                        .map(EntityType::name)
                        .toList()));
    }
}
