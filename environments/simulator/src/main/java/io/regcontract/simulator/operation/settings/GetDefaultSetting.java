package io.regcontract.simulator.operation.settings;

import io.regcontract.simulator.application.Feature;
import io.regcontract.simulator.application.FeatureGroup;
import io.regcontract.simulator.argument.Parameter;
import io.regcontract.simulator.operation.Answer;
import io.regcontract.simulator.operation.Call;
import io.regcontract.simulator.operation.Declaration;
import io.regcontract.simulator.operation.Operation;
import java.util.Optional;

/** What the application says for its clients; null when it says nothing. */
final class GetDefaultSetting implements Operation {

    private static final Declaration DECLARATION = Declaration.reading("/settings/get_default", FeatureGroup.SETTINGS)
            .takes(Parameter.required("key"))
            .forFeatures(Feature.thatPermit())
            .build();

    @Override
    public Declaration declaration() {
        return DECLARATION;
    }

    @Override
    public Answer perform(Call call) {
        var defaults = call.application().settings().defaults();
        return SettingArguments.result(
                Optional.ofNullable(defaults.get(call.arguments().text("key"))));
    }
}
