package io.regcontract.simulator.operation.settings;

import io.regcontract.simulator.application.Feature;
import io.regcontract.simulator.application.FeatureGroup;
import io.regcontract.simulator.argument.Parameter;
import io.regcontract.simulator.operation.Answer;
import io.regcontract.simulator.operation.Call;
import io.regcontract.simulator.operation.Declaration;
import io.regcontract.simulator.operation.Operation;

/** What holds for a client: its own value, or else the application's; null when there is neither. */
final class GetSetting implements Operation {

    private static final Declaration DECLARATION = Declaration.reading("/settings/get", FeatureGroup.SETTINGS)
            .takes(Parameter.required("key"), Parameter.optional("for_client_id"))
            .forFeatures(Feature.OWNER)
            .build();

    @Override
    public Declaration declaration() {
        return DECLARATION;
    }

    @Override
    public Answer perform(Call call) {
        var client = SettingArguments.client(call);
        return SettingArguments.result(
                call.application().settings().effective(client, call.arguments().text("key")));
    }
}
