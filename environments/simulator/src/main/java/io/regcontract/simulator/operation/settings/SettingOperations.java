package io.regcontract.simulator.operation.settings;

import io.regcontract.simulator.argument.Parameter;
import io.regcontract.simulator.operation.Operation;
import io.regcontract.simulator.operation.OperationCall;
import java.util.List;
import java.util.Map;

/** The operations under /settings. */
public final class SettingOperations {

    private static final Parameter FOR_CLIENT = Parameter.optional("for_client_id");

    private SettingOperations() {}

    /** All of them. */
    public static List<Operation> all() {
        return List.of(
                new DeleteDefaultSetting(),
                new DeleteSetting(),
                new GetDefaultSetting(),
                new GetSetting(),
                new GetSettings(),
                new ListAllSettings(),
                ListSettings.keys("/settings/keys", SettingOperations::effective, FOR_CLIENT),
                ListSettings.keys("/settings/client_keys", SettingOperations::ofClient, FOR_CLIENT),
                ListSettings.keys("/settings/default_keys", SettingOperations::ofApplication),
                ListSettings.items("/settings/items", SettingOperations::effective, FOR_CLIENT),
                ListSettings.items("/settings/client_items", SettingOperations::ofClient, FOR_CLIENT),
                ListSettings.items("/settings/default_items", SettingOperations::ofApplication),
                new SetDefaultSetting(),
                new SetDefaultSettings(),
                new SetSetting(),
                new SetSettings(),
                new DeletePublishedSettings(),
                new GetPublishedSettings(),
                new ListPublishedSettings(),
                new PublishSettings());
    }

    private static Map<String, String> effective(OperationCall call) {
        return call.application().settings().effective(call.targetClient().id());
    }

    private static Map<String, String> ofClient(OperationCall call) {
        return call.application().settings().ofClient(call.targetClient().id());
    }

    private static Map<String, String> ofApplication(OperationCall call) {
        return call.application().settings().defaults();
    }
}
