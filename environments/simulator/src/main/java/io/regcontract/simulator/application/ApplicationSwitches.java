package io.regcontract.simulator.application;

import io.regcontract.simulator.store.StorageHealth;
import io.regcontract.simulator.store.Table;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiFunction;

/** What the control plane changes of one application: its clock, maintenance, storage and quota. */
public final class ApplicationSwitches {

    private static final int USUAL_SECONDS = 60;

    /** What is ordered apart from each other, beside each group of operations. */
    private enum Ordered {
        CLOCK,
        LIMIT,
        WRITES,
        READS,
        LAG
    }

    /** How often each thing was ordered, so that who takes a change back leaves what is newer. */
    private final Map<Object, Long> orders = new ConcurrentHashMap<>();

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
        order((Object[]) FeatureGroup.values());
        states.put(application, state().without(groups));
    }

    /** Switches some groups off and some on, and leaves the others as they are. */
    public void switchOver(Set<FeatureGroup> nowOff, Set<FeatureGroup> nowOn) {
        order(nowOff.toArray());
        order(nowOn.toArray());
        var groups = EnumSet.noneOf(FeatureGroup.class);
        groups.addAll(off());
        groups.addAll(nowOff);
        groups.removeAll(nowOn);
        states.put(application, state().without(groups));
    }

    /** The health of the storage of the application's records. */
    public StorageHealth storage() {
        return state().storage();
    }

    /** Makes the storage of the records sound or faulty. */
    public void storage(StorageHealth health) {
        order(Ordered.WRITES, Ordered.READS);
        states.put(application, state().with(health));
    }

    /**
     * Makes the storage of the records sound or faulty in part.
     *
     * @param writes whether that is said of writing
     * @param reads whether that is said of reading
     */
    public void storage(StorageHealth health, boolean writes, boolean reads) {
        if (writes) {
            order(Ordered.WRITES);
        }
        if (reads) {
            order(Ordered.READS);
        }
        states.put(application, state().with(health));
    }

    /** Counts the calls of the application and knows how many it may have. */
    public Quota quota() {
        return quota;
    }

    /** Limits how often the application may be called, or lifts the limit; calls made before do not count any more. */
    public void limit(Optional<Quota.Limit> limit) {
        order(Ordered.LIMIT);
        states.put(application, state().within(limit));
        quota.limit(limit);
    }

    /** How long a change of a record takes to show in searches; empty: as long as the process was told. */
    public Optional<Duration> searchLag() {
        return state().searchLag();
    }

    /** Sets how long a change of a record takes to show in searches, or goes back to what the process was told. */
    public void searchLag(Optional<Duration> lag) {
        order(Ordered.LAG);
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

    /**
     * Switches one more group off, for a while.
     *
     * @return switches it on again, unless {@link #switchOff} was called since; empty when it was off
     */
    public Optional<Runnable> takeOff(FeatureGroup group) {
        if (off().contains(group)) {
            return Optional.empty();
        }
        var more = EnumSet.of(group);
        more.addAll(off());
        states.put(application, state().without(more));
        return Optional.of(unlessOrdered(group, () -> {
            var rest = EnumSet.noneOf(FeatureGroup.class);
            rest.addAll(off());
            rest.remove(group);
            states.put(application, state().without(rest));
        }));
    }

    /**
     * Refuses every call, as if all that may be had been used up, for a while.
     *
     * @return brings the former limit back, with the calls that counted towards it, unless {@link #limit} was called
     *     since; empty when no call was taken anyway
     */
    public Optional<Runnable> useUp() {
        var before = quota.limit();
        if (before.filter(limit -> limit.calls() == 0).isPresent()) {
            return Optional.empty();
        }
        limitFurther(Optional.of(
                new Quota.Limit(0, before.map(Quota.Limit::perSeconds).orElse(USUAL_SECONDS))));
        return Optional.of(unlessOrdered(Ordered.LIMIT, () -> limitFurther(before)));
    }

    /**
     * Moves the application's clock back, for a while.
     *
     * @return moves it on by as much, unless it was set with {@link #clockIsSet} since
     */
    public Runnable setBack(Duration span) {
        advance(span.negated());
        return unlessOrdered(Ordered.CLOCK, () -> advance(span));
    }

    /** The clock was moved to a time that somebody named: what was moved before does not count any more. */
    public void clockIsSet() {
        order(Ordered.CLOCK);
    }

    /**
     * Has searches see what was there a while ago, for a while.
     *
     * @return has them see what they saw before, unless {@link #searchLag(Optional)} was called since; empty when they
     *     were as far behind
     */
    public Optional<Runnable> searchBehind(Duration lag) {
        var before = searchLag();
        if (before.filter(present -> present.compareTo(lag) >= 0).isPresent()) {
            return Optional.empty();
        }
        states.put(application, state().searchedAfter(Optional.of(lag)));
        return Optional.of(unlessOrdered(Ordered.LAG, () -> states.put(application, state().searchedAfter(before))));
    }

    private void limitFurther(Optional<Quota.Limit> limit) {
        states.put(application, state().within(limit));
        quota.limitFurther(limit);
    }

    /**
     * Has the storage refuse to write, for a while.
     *
     * @return has it write again, unless that was ordered otherwise since; empty when it refused
     */
    public Optional<Runnable> refuseWrites() {
        return storage().refuseWrites()
                ? Optional.empty()
                : spoil(Ordered.WRITES, (health, bad) -> new StorageHealth(bad, health.failReads(), health.search()));
    }

    /**
     * Has the storage fail to read, for a while.
     *
     * @return has it read again, unless that was ordered otherwise since; empty when it failed
     */
    public Optional<Runnable> failReads() {
        return storage().failReads()
                ? Optional.empty()
                : spoil(Ordered.READS, (health, bad) -> new StorageHealth(health.refuseWrites(), bad, health.search()));
    }

    private Optional<Runnable> spoil(Ordered what, BiFunction<StorageHealth, Boolean, StorageHealth> with) {
        states.put(application, state().with(with.apply(storage(), true)));
        return Optional.of(
                unlessOrdered(what, () -> states.put(application, state().with(with.apply(storage(), false)))));
    }

    /** Whether a call finds the application in a way. */
    public boolean isFoundBy(Lookup way) {
        return !state().unfindable().contains(way);
    }

    /** Lets calls find the application in a way, or not. */
    public void findable(Lookup way, boolean found) {
        var ways = EnumSet.noneOf(Lookup.class);
        ways.addAll(state().unfindable());
        if (found ? ways.remove(way) : ways.add(way)) {
            states.put(application, state().unfindableBy(ways));
        }
    }

    private void order(Object... things) {
        for (var thing : things) {
            orders.merge(thing, 1L, Long::sum);
        }
    }

    /** Does something unless the thing has been ordered since. The caller holds the application's lock. */
    private Runnable unlessOrdered(Object thing, Runnable action) {
        long given = orders.getOrDefault(thing, 0L);
        return () -> {
            if (orders.getOrDefault(thing, 0L) == given) {
                action.run();
            }
        };
    }

    /** Removes the state of the application. */
    void forget() {
        states.remove(application);
    }

    private ApplicationState state() {
        return states.get(application).orElseGet(() -> ApplicationState.of(application));
    }
}
