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
 * @param unfindable ways by which calls do not find it
 */
public record ApplicationState(
        String name,
        Duration ahead,
        Set<FeatureGroup> off,
        StorageHealth storage,
        Optional<Quota.Limit> limit,
        Optional<Duration> searchLag,
        boolean hidden,
        Set<Lookup> unfindable) {

    /** A state file of an earlier version knows no lag, and no ways by which an application is not found. */
    public ApplicationState {
        searchLag = Objects.requireNonNullElse(searchLag, Optional.empty());
        unfindable = Objects.requireNonNullElse(unfindable, Set.of());
    }

    static ApplicationState of(String name) {
        return new ApplicationState(
                name,
                Duration.ZERO,
                Set.of(),
                StorageHealth.SOUND,
                Optional.empty(),
                Optional.empty(),
                false,
                Set.of());
    }

    ApplicationState advanced(Duration span) {
        return new ApplicationState(name, ahead.plus(span), off, storage, limit, searchLag, hidden, unfindable);
    }

    ApplicationState without(Set<FeatureGroup> groups) {
        return new ApplicationState(name, ahead, Set.copyOf(groups), storage, limit, searchLag, hidden, unfindable);
    }

    ApplicationState with(StorageHealth condition) {
        return new ApplicationState(name, ahead, off, condition, limit, searchLag, hidden, unfindable);
    }

    ApplicationState within(Optional<Quota.Limit> other) {
        return new ApplicationState(name, ahead, off, storage, other, searchLag, hidden, unfindable);
    }

    ApplicationState searchedAfter(Optional<Duration> lag) {
        return new ApplicationState(name, ahead, off, storage, limit, lag, hidden, unfindable);
    }

    ApplicationState hidden(boolean whether) {
        return new ApplicationState(name, ahead, off, storage, limit, searchLag, whether, unfindable);
    }

    ApplicationState unfindableBy(Set<Lookup> ways) {
        return new ApplicationState(name, ahead, off, storage, limit, searchLag, hidden, Set.copyOf(ways));
    }
}
