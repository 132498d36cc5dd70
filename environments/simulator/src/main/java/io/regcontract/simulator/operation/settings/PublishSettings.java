package io.regcontract.simulator.operation.settings;

import io.regcontract.simulator.application.Feature;
import io.regcontract.simulator.application.FeatureGroup;
import io.regcontract.simulator.argument.Parameter;
import io.regcontract.simulator.operation.Answer;
import io.regcontract.simulator.operation.Call;
import io.regcontract.simulator.operation.Declaration;
import io.regcontract.simulator.operation.Operation;

/** Makes the settings of a client public for its pages; says which, when asked. */
final class PublishSettings implements Operation {

    private static final Declaration DECLARATION = Declaration.writing(
                    "/settings/widget/publish", FeatureGroup.SETTINGS)
            .takes(
                    Parameter.required("for_client_id"),
                    Parameter.optional("include_settings").flag())
            .forFeatures(Feature.OWNER)
            .build();

    @Override
    public Declaration declaration() {
        return DECLARATION;
    }

    @Override
    public Answer perform(Call call) {
        var published = call.application().publications().publish(SettingArguments.client(call), call.now());
        return call.arguments().flag("include_settings") ? Widget.answer(published) : Answer.ok();
    }
}
