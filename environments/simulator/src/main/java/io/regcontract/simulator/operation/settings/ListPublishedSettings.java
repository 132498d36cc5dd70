package io.regcontract.simulator.operation.settings;

import io.regcontract.simulator.application.Client;
import io.regcontract.simulator.application.Feature;
import io.regcontract.simulator.application.FeatureGroup;
import io.regcontract.simulator.argument.Parameter;
import io.regcontract.simulator.error.ErrorCode;
import io.regcontract.simulator.json.Json;
import io.regcontract.simulator.operation.Answer;
import io.regcontract.simulator.operation.Call;
import io.regcontract.simulator.operation.Declaration;
import io.regcontract.simulator.operation.Operation;
import java.util.List;

/** Lists the files of published settings, of all clients or of one. */
final class ListPublishedSettings implements Operation {

    private static final Declaration DECLARATION = Declaration.reading("/settings/widget/list", FeatureGroup.SETTINGS)
            .takes(Parameter.optional("for_client_id"), Parameter.optional("version"))
            .forFeatures(Feature.OWNER)
            .build();

    @Override
    public Declaration declaration() {
        return DECLARATION;
    }

    @Override
    public Answer perform(Call call) {
        if (call.arguments().has("version")) {
            if (!call.arguments().has("for_client_id")) {
                throw ErrorCode.MISSING_ARGUMENT
                        .because("missing required argument: for_client_id")
                        .with("argument_name", "for_client_id");
            }
            return Answer.of("results", Json.array(List.of(Widget.file(call, Widget.version(call)))));
        }
        var clients = call.arguments().has("for_client_id")
                ? List.of(SettingArguments.client(call))
                : call.application().clients().all().stream().map(Client::id).toList();
        return Answer.of(
                "results",
                Json.array(clients.stream()
                        .flatMap(client -> Widget.files(call, client).stream())
                        .toList()));
    }
}
