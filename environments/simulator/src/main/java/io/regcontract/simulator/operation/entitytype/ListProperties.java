package io.regcontract.simulator.operation.entitytype;

import io.regcontract.simulator.application.FeatureGroup;
import io.regcontract.simulator.argument.Parameter;
import io.regcontract.simulator.client.Feature;
import io.regcontract.simulator.json.Json;
import io.regcontract.simulator.operation.DeclaredOperation;
import io.regcontract.simulator.operation.OperationCall;
import io.regcontract.simulator.operation.OperationResult;

/** Lists the rules of a type, or its rules and its properties. */
final class ListProperties extends DeclaredOperation {

    private final boolean rulesOnly;

    private ListProperties(String path, boolean rulesOnly) {
        super(reading(path, FeatureGroup.ENTITY_TYPE)
                .takes(Parameter.required("type_name"))
                .forFeatures(Feature.OWNER));
        this.rulesOnly = rulesOnly;
    }

    static ListProperties all() {
        return new ListProperties("/entityType.properties", false);
    }

    static ListProperties rules() {
        return new ListProperties("/entityType.rules", true);
    }

    @Override
    public OperationResult perform(OperationCall call) {
        var type = call.entityType();
        var results = Json.array();
        type.rules().forEach(rule -> results.add(RulesAndProperties.listed(rule)));
        if (!rulesOnly) {
            type.properties().forEach(property -> results.add(RulesAndProperties.shown(property)));
        }
        return OperationResult.of("results", results);
    }
}
