package io.regcontract.simulator.operation.settings;

import io.regcontract.simulator.application.FeatureGroup;
import io.regcontract.simulator.argument.Parameter;
import io.regcontract.simulator.client.Client;
import io.regcontract.simulator.client.Feature;
import io.regcontract.simulator.error.SimulatedErrorCode;
import io.regcontract.simulator.json.Json;
import io.regcontract.simulator.operation.DeclaredOperation;
import io.regcontract.simulator.operation.OperationCall;
import io.regcontract.simulator.operation.OperationResult;
import java.util.List;

/** Lists the files of published settings, of all clients or of one. */
final class ListPublishedSettings extends DeclaredOperation {

    ListPublishedSettings() {
        super(reading("/settings/widget/list", FeatureGroup.SETTINGS)
                .takes(Parameter.optional("for_client_id"), Parameter.optional("version"))
                .forFeatures(Feature.OWNER));
    }

    @Override
    public OperationResult perform(OperationCall call) {
        if (call.arguments().has("version")) {
            if (!call.arguments().has("for_client_id")) {
                throw SimulatedErrorCode.MISSING_ARGUMENT
                        .because("missing required argument: for_client_id")
                        .with("argument_name", "for_client_id");
            }
            return OperationResult.of(
                    "results",
                    Json.array(
                            List.of(PublishedSettingsArguments.file(call, PublishedSettingsArguments.version(call)))));
        }
        var clients = call.arguments().has("for_client_id")
                ? List.of(call.targetClient().id())
                : call.application().clients().all().stream().map(Client::id).toList();
        return OperationResult.of(
                "results",
                Json.array(clients.stream()
                        .flatMap(client -> PublishedSettingsArguments.files(call, client).stream())
                        .toList()));
    }
}
