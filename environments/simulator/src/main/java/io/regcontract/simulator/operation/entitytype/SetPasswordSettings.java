package io.regcontract.simulator.operation.entitytype;

import io.regcontract.simulator.application.Feature;
import io.regcontract.simulator.application.FeatureGroup;
import io.regcontract.simulator.argument.Parameter;
import io.regcontract.simulator.operation.Answer;
import io.regcontract.simulator.operation.Call;
import io.regcontract.simulator.operation.Declaration;
import io.regcontract.simulator.operation.Operation;
import io.regcontract.simulator.record.PasswordSettings;

/** Says how many passwords of a record may not be taken again. */
final class SetPasswordSettings implements Operation {

    private static final Declaration DECLARATION = Declaration.writing(
                    "/entityType.setPasswordSettings", FeatureGroup.ENTITY_TYPE)
            .takes(
                    Parameter.required("type_name"),
                    Parameter.required("settings").jsonObject())
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
        var size = PasswordSettings.historySize(call.arguments().json("settings"));
        call.application().change(type.withHistorySize(size));
        return Answer.ok();
    }
}
