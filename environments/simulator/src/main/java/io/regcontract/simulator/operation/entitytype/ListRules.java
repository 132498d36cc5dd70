package io.regcontract.simulator.operation.entitytype;

import io.regcontract.simulator.application.Feature;
import io.regcontract.simulator.application.FeatureGroup;
import io.regcontract.simulator.argument.Parameter;
import io.regcontract.simulator.json.Json;
import io.regcontract.simulator.operation.Answer;
import io.regcontract.simulator.operation.Call;
import io.regcontract.simulator.operation.Declaration;
import io.regcontract.simulator.operation.Operation;

/** Lists the rules of a type. */
final class ListRules implements Operation {

    private static final Declaration DECLARATION = Declaration.reading("/entityType.rules", FeatureGroup.ENTITY_TYPE)
            .takes(Parameter.required("type_name"))
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
        var results = Json.array();
        type.rules().forEach(rule -> results.add(Notes.listed(rule)));
        return Answer.of("results", results);
    }
}
