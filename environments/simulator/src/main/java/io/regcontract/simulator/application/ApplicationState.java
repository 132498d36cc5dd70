package io.regcontract.simulator.application;

import io.regcontract.simulator.store.StorageHealth;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;

/**
 * The switches of an application.
 *
 * @param ahead how far its clock is ahead of the clock of the process
 * @param off groups that are off for maintenance
 * @param limit how often it may be called
 */
public record ApplicationState(
        String name, Duration ahead, Set<FeatureGroup> off, StorageHealth storage, Optional<Quota.Limit> limit) {

    static ApplicationState of(String name) {
        return new ApplicationState(name, Duration.ZERO, Set.of(), StorageHealth.SOUND, Optional.empty());
    }

    ApplicationState advanced(Duration span) {
        return new ApplicationState(name, ahead.plus(span), off, storage, limit);
    }

    ApplicationState without(Set<FeatureGroup> groups) {
        return new ApplicationState(name, ahead, Set.copyOf(groups), storage, limit);
    }

    ApplicationState with(StorageHealth condition) {
        return new ApplicationState(name, ahead, off, condition, limit);
    }

    ApplicationState within(Optional<Quota.Limit> other) {
        return new ApplicationState(name, ahead, off, storage, other);
    }
}
