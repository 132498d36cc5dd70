package io.regcontract.simulator.operation.settings;

import io.regcontract.simulator.operation.Operation;
import java.util.List;
import java.util.stream.Stream;

/** The operations under /settings. */
public final class SettingOperations {

    private SettingOperations() {}

    /** All of them. */
    public static List<Operation> all() {
        return Stream.concat(
                        SettingsByKey.all().stream(),
                        Stream.of(
                                new DeletePublishedSettings(),
                                new GetPublishedSettings(),
                                new ListPublishedSettings(),
                                new PublishSettings()))
                .toList();
    }
}
