package io.regcontract.simulator.application;

import io.regcontract.simulator.store.StorageCondition;
import java.time.Duration;
import java.util.Set;

/**
 * The switches of an application.
 *
 * @param ahead how far its clock is ahead of the clock of the process
 * @param off groups that are off for maintenance
 */
public record ApplicationState(String name, Duration ahead, Set<FeatureGroup> off, StorageCondition storage) {

    static ApplicationState of(String name) {
        return new ApplicationState(name, Duration.ZERO, Set.of(), StorageCondition.SOUND);
    }
}
