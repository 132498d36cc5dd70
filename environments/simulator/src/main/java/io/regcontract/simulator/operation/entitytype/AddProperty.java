package io.regcontract.simulator.operation.entitytype;

import io.regcontract.simulator.application.Feature;
import io.regcontract.simulator.application.FeatureGroup;
import io.regcontract.simulator.argument.Parameter;
import io.regcontract.simulator.operation.Answer;
import io.regcontract.simulator.operation.Call;
import io.regcontract.simulator.operation.Declaration;
import io.regcontract.simulator.operation.Operation;
import io.regcontract.simulator.record.TypeProperty;

/** Notes a property of some attributes. */
final class AddProperty implements Operation {

    private static final Declaration DECLARATION = Declaration.writing(
                    "/entityType.addProperty", FeatureGroup.ENTITY_TYPE)
            .takes(
                    Parameter.required("type_name"),
                    Parameter.required("property"),
                    Parameter.optional("attributes").jsonTexts(),
                    Parameter.optional("description"),
                    Parameter.optional("definition").json())
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
        var property = new TypeProperty(
                call.application().newUuid(),
                call.arguments().text("property"),
                Notes.attributes(call, type),
                call.arguments().find("description"),
                call.arguments().findJson("definition"));
        call.application().change(type.withProperties(Notes.with(type.properties(), property)));
        return Answer.of("result", Notes.shown(property));
    }
}
