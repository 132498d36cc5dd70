package io.regcontract.simulator.operation.versions;

import io.regcontract.simulator.application.FeatureGroup;
import io.regcontract.simulator.argument.Parameter;
import io.regcontract.simulator.client.Feature;
import io.regcontract.simulator.error.SimulatedErrorCode;
import io.regcontract.simulator.operation.DeclaredOperation;
import io.regcontract.simulator.operation.OperationCall;
import io.regcontract.simulator.operation.OperationResult;
import io.regcontract.simulator.operation.Rights;
import io.regcontract.simulator.schema.AttributeDefinitions;

/** Gives the schema of a type as it was at a time. 222 when there was no such type then. */
final class GetTypeVersion extends DeclaredOperation {

    GetTypeVersion() {
        super(reading("/versions/entityType", FeatureGroup.VERSIONS)
                .takes(
                        Parameter.required("type_name"),
                        Parameter.required("timestamp").time())
                .forFeatures(Feature.OWNER, Feature.DIRECT_ACCESS, Feature.DIRECT_READ_ACCESS));
    }

    @Override
    public OperationResult perform(OperationCall call) {
        var name = call.arguments().text("type_name");
        var time = call.arguments().time("timestamp", call.now()).orElseThrow();
        return call.application()
                .entityTypes()
                .versions()
                .asOf(name, time)
                .map(Rights.of(call, name).reading()::reduced)
                .map(type -> OperationResult.of("schema", AttributeDefinitions.schema(type, true)))
                .orElseThrow(() -> SimulatedErrorCode.UNKNOWN_ENTITY_TYPE
                        .because("entity type does not exist at that time: " + name)
                        .with("type_name", name));
    }
}
