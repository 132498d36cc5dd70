package io.regcontract.simulator.application;

import io.regcontract.simulator.store.StorageHealth;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * The switches of an application.
 *
 * @param ahead how far its clock is ahead of the clock of the process
 * @param off groups that are off for maintenance
 * @param limit how often it may be called
 * @param searchLag how long a change of a record takes to show in searches; empty: as long as the process was told
 * @param hidden whether calls find no such application
 */
public record ApplicationState(
        String name,
        Duration ahead,
        Set<FeatureGroup> off,
        StorageHealth storage,
        Optional<Quota.Limit> limit,
        Optional<Duration> searchLag,
        boolean hidden) {

    /** A state file of an earlier version knows no lag. */
    public ApplicationState {
        searchLag = Objects.requireNonNullElse(searchLag, Optional.empty());
    }

    static ApplicationState of(String name) {
        return new ApplicationState(
                name, Duration.ZERO, Set.of(), StorageHealth.SOUND, Optional.empty(), Optional.empty(), false);
    }

    ApplicationState advanced(Duration span) {
        return new ApplicationState(name, ahead.plus(span), off, storage, limit, searchLag, hidden);
    }

    ApplicationState without(Set<FeatureGroup> groups) {
        return new ApplicationState(name, ahead, Set.copyOf(groups), storage, limit, searchLag, hidden);
    }

    ApplicationState with(StorageHealth condition) {
        return new ApplicationState(name, ahead, off, condition, limit, searchLag, hidden);
    }

    ApplicationState within(Optional<Quota.Limit> other) {
        return new ApplicationState(name, ahead, off, storage, other, searchLag, hidden);
    }

    ApplicationState searchedAfter(Optional<Duration> lag) {
        return new ApplicationState(name, ahead, off, storage, limit, lag, hidden);
    }

    ApplicationState hidden(boolean whether) {
        return new ApplicationState(name, ahead, off, storage, limit, searchLag, whether);
    }
}
