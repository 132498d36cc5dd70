package io.regcontract.simulator.operation.settings;

import io.regcontract.simulator.application.Feature;
import io.regcontract.simulator.application.FeatureGroup;
import io.regcontract.simulator.argument.Parameter;
import io.regcontract.simulator.operation.Answer;
import io.regcontract.simulator.operation.Call;
import io.regcontract.simulator.operation.Declaration;
import io.regcontract.simulator.operation.Operation;

/** Takes back what a client has made public, all of it or one version. */
final class DeletePublishedSettings implements Operation {

    private static final Declaration DECLARATION = Declaration.writing("/settings/widget/delete", FeatureGroup.SETTINGS)
            .takes(Parameter.optional("for_client_id"), Parameter.optional("version"))
            .forFeatures(Feature.OWNER)
            .build();

    @Override
    public Declaration declaration() {
        return DECLARATION;
    }

    @Override
    public Answer perform(Call call) {
        var publications = call.application().publications();
        if (call.arguments().has("version")) {
            publications.delete(Widget.version(call));
        } else {
            publications.of(SettingArguments.client(call)).forEach(publications::delete);
        }
        return Answer.ok();
    }
}
