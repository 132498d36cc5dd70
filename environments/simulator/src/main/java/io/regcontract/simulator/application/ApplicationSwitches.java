package io.regcontract.simulator.application;

import io.regcontract.simulator.store.StorageHealth;
import io.regcontract.simulator.store.Table;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/** What the control plane changes of one application: its clock, maintenance, storage and quota. */
public final class ApplicationSwitches {

    private final String application;
    private final Table<ApplicationState> states;
    private final Quota quota;

    /** @param states those of all applications */
    ApplicationSwitches(String application, Table<ApplicationState> states, Table<Instant> countedCalls) {
        this.application = application;
        this.states = states;
        this.quota = new Quota(countedCalls, state().limit());
    }

    /** How far the application's clock is ahead of the clock of the process; negative when it is behind. */
    Duration ahead() {
        return state().ahead();
    }

    /** Moves the application's clock on; a negative span moves it back. */
    public void advance(Duration span) {
        states.put(application, state().advanced(span));
    }

    /** The groups that are off for maintenance. */
    public Set<FeatureGroup> off() {
        return state().off();
    }

    /** Switches exactly these groups off, and all others on. */
    public void switchOff(Set<FeatureGroup> groups) {
        states.put(application, state().without(groups));
    }

    /** The health of the storage of the application's records. */
    public StorageHealth storage() {
        return state().storage();
    }

    /** Makes the storage of the records sound or faulty. */
    public void storage(StorageHealth health) {
        states.put(application, state().with(health));
    }

    /** Counts the calls of the application and knows how many it may have. */
    public Quota quota() {
        return quota;
    }

    /** Limits how often the application may be called, or lifts the limit. */
    public void limit(Optional<Quota.Limit> limit) {
        states.put(application, state().within(limit));
        quota.limit(limit);
    }

    /** How long a change of a record takes to show in searches; empty: as long as the process was told. */
    public Optional<Duration> searchLag() {
        return state().searchLag();
    }

    /** Sets how long a change of a record takes to show in searches, or goes back to what the process was told. */
    public void searchLag(Optional<Duration> lag) {
        states.put(application, state().searchedAfter(lag));
    }

    /** Whether calls find no such application. */
    public boolean isHidden() {
        return state().hidden();
    }

    /** Hides the application from calls, as if there were none of its name, host and clients, or shows it again. */
    public void hide(boolean whether) {
        states.put(application, state().hidden(whether));
    }

    /** Removes the state of the application. */
    void forget() {
        states.remove(application);
    }

    private ApplicationState state() {
        return states.get(application).orElseGet(() -> ApplicationState.of(application));
    }
}
