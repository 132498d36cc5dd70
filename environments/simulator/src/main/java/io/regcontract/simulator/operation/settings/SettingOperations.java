package io.regcontract.simulator.operation.settings;

import io.regcontract.simulator.operation.Operation;
import java.util.List;

/** The operations under /settings. */
public final class SettingOperations {

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
                new ListKeys(),
                new ListSettings(),
                new SetDefaultSetting(),
                new SetDefaultSettings(),
                new SetSetting(),
                new SetSettings(),
                new DeletePublishedSettings(),
                new GetPublishedSettings(),
                new ListPublishedSettings(),
                new PublishSettings());
    }
}
