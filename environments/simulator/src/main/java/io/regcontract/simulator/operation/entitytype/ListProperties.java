package io.regcontract.simulator.operation.entitytype;

import io.regcontract.simulator.application.FeatureGroup;
import io.regcontract.simulator.argument.Parameter;
import io.regcontract.simulator.client.Feature;
import io.regcontract.simulator.json.Json;
import io.regcontract.simulator.operation.Operation;
import io.regcontract.simulator.operation.OperationCall;
import io.regcontract.simulator.operation.OperationDeclaration;
import io.regcontract.simulator.operation.OperationResult;

/** Lists the properties noted of a type, its rules among them. */
final class ListProperties implements Operation {

    private static final OperationDeclaration DECLARATION = OperationDeclaration.reading(
                    "/entityType.properties", FeatureGroup.ENTITY_TYPE)
            .takes(Parameter.required("type_name"))
            .forFeatures(Feature.OWNER)
            .build();

    @Override
    public OperationDeclaration declaration() {
        return DECLARATION;
    }

    @Override
    public OperationResult perform(OperationCall call) {
        var type =
                call.application().records(call.arguments().text("type_name")).type();
        var results = Json.array();
        type.rules().forEach(rule -> results.add(RulesAndProperties.listed(rule)));
        type.properties().forEach(property -> results.add(RulesAndProperties.shown(property)));
        return OperationResult.of("results", results);
    }
}
