package io.regcontract.simulator.operation.entitytype;

import io.regcontract.simulator.application.FeatureGroup;
import io.regcontract.simulator.client.Feature;
import io.regcontract.simulator.json.Json;
import io.regcontract.simulator.operation.DeclaredOperation;
import io.regcontract.simulator.operation.OperationCall;
import io.regcontract.simulator.operation.OperationResult;
import io.regcontract.simulator.schema.EntityType;

/** Lists the names of the entity types. */
final class ListEntityTypes extends DeclaredOperation {

    ListEntityTypes() {
        super(reading("/entityType.list", FeatureGroup.ENTITY_TYPE)
                .forFeatures(Feature.OWNER, Feature.DIRECT_ACCESS, Feature.DIRECT_READ_ACCESS));
    }

    @Override
    public OperationResult perform(OperationCall call) {
        return OperationResult.of(
                "results",
                Json.array(call.application().entityTypes().all().stream()
                        .map(EntityType::name)
                        .toList()));
    }
}
