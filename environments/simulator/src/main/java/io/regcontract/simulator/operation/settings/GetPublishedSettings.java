package io.regcontract.simulator.operation.settings;

import io.regcontract.simulator.application.Feature;
import io.regcontract.simulator.application.FeatureGroup;
import io.regcontract.simulator.argument.Parameter;
import io.regcontract.simulator.operation.Answer;
import io.regcontract.simulator.operation.Call;
import io.regcontract.simulator.operation.Declaration;
import io.regcontract.simulator.operation.Operation;

/** Gives the settings that a client has made public, the latest or those of one version. */
final class GetPublishedSettings implements Operation {

    private static final Declaration DECLARATION = Declaration.reading("/settings/widget/get", FeatureGroup.SETTINGS)
            .takes(Parameter.required("for_client_id"), Parameter.optional("version"))
            .forFeatures(Feature.OWNER)
            .build();

    @Override
    public Declaration declaration() {
        return DECLARATION;
    }

    @Override
    public Answer perform(Call call) {
        return Widget.answer(Widget.version(call));
    }
}
