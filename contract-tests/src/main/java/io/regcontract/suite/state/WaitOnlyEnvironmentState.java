package io.regcontract.suite.state;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.function.UnaryOperator;
import tools.jackson.databind.node.ObjectNode;

/**
 * The state of an environment without a control plane. It cannot be changed; scenarios can only wait and use up the
 * rate limit.
 */
public final class WaitOnlyEnvironmentState implements EnvironmentState {

    private final ExpiryWaiter waiter;
    private final Optional<RateLimitExhauster> exhauster;
    private boolean exclusive;

    /** @param exhauster makes the calls that may be made to reach their limit; empty if none may be */
    public WaitOnlyEnvironmentState(ExpiryWaiter waiter, Optional<RateLimitExhauster> exhauster) {
        this.waiter = waiter;
        this.exhauster = exhauster;
    }

    @Override
    public Duration shortLifetime() {
        return ExpiryWaiter.LIFETIME;
    }

    @Override
    public void advance(Duration time) {
        if (exclusive) {
            waiter.awaitExclusively(time);
        } else {
            waiter.await(time);
        }
    }

    @Override
    public void maintenance(Set<String> groups) {
        throw fixed("maintenance");
    }

    @Override
    public void quota(int calls, Duration per) {
        throw fixed("the quota");
    }

    @Override
    public void liftQuota() {
        throw fixed("the quota");
    }

    /**
     * Waits one window first. Otherwise the run's earlier calls would expire meanwhile and free up calls again.
     */
    @Override
    public void useUpCalls(BooleanSupplier refused) {
        var available = exhauster.orElseThrow(() -> fixed("the calls that are left"));
        exclusive = true;
        waiter.awaitExclusively(available.window());
        available.callUntilRefused(refused);
    }

    @Override
    public Duration limitWindow() {
        return exhauster.map(RateLimitExhauster::window).orElseThrow(() -> fixed("the calls that are left"));
    }

    @Override
    public void storage(boolean refuseWrites, boolean failReads) {
        throw fixed("the storage");
    }

    @Override
    public void flow(String like, String name, UnaryOperator<ObjectNode> change) {
        throw fixed("a flow");
    }

    @Override
    public String socialSignIn(String provider, String identifier, Map<String, String> profile) {
        throw fixed("who signed in at a social provider");
    }

    @Override
    public Application anotherApplication() {
        throw fixed("the applications");
    }

    @Override
    public Optional<MadeClient> client(String description, List<String> features) {
        return Optional.empty();
    }

    @Override
    public boolean entityType(String name, Object attributes) {
        return false;
    }

    @Override
    public Optional<MadeRecord> record(String type, Map<String, Object> attributes) {
        return Optional.empty();
    }

    @Override
    public Optional<ControlledSetUp> behindTheApi() {
        return Optional.empty();
    }

    @Override
    public void restore() {
        // Nothing was changed.
    }

    private static SetUpException fixed(String what) {
        return new SetUpException("this environment offers no way to change " + what);
    }
}
