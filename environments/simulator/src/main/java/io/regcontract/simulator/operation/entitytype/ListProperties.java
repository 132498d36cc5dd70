package io.regcontract.simulator.operation.entitytype;

import io.regcontract.simulator.application.Feature;
import io.regcontract.simulator.application.FeatureGroup;
import io.regcontract.simulator.argument.Parameter;
import io.regcontract.simulator.json.Json;
import io.regcontract.simulator.operation.Answer;
import io.regcontract.simulator.operation.Call;
import io.regcontract.simulator.operation.Declaration;
import io.regcontract.simulator.operation.Operation;

/** Lists the properties noted of a type, its rules among them. */
final class ListProperties implements Operation {

    private static final Declaration DECLARATION = Declaration.reading(
                    "/entityType.properties", FeatureGroup.ENTITY_TYPE)
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
        type.properties().forEach(property -> results.add(Notes.shown(property)));
        return Answer.of("results", results);
    }
}
