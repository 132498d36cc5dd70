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
 * Counts the changes of an environment's state: undoing a condition may take one change.
 *
 * @param state where the changes are made
 * @param count called for each change
 */
public record CountingEnvironmentState(EnvironmentState state, Runnable count) implements EnvironmentState {

    @Override
    public Duration shortLifetime() {
        return state.shortLifetime();
    }

    @Override
    public void advance(Duration time) {
        count.run();
        state.advance(time);
    }

    @Override
    public void maintenance(Set<String> groups) {
        count.run();
        state.maintenance(groups);
    }

    @Override
    public void quota(int calls, Duration per) {
        count.run();
        state.quota(calls, per);
    }

    @Override
    public void liftQuota() {
        count.run();
        state.liftQuota();
    }

    @Override
    public void useUpCalls(BooleanSupplier refused) {
        count.run();
        state.useUpCalls(refused);
    }

    @Override
    public Duration limitWindow() {
        return state.limitWindow();
    }

    @Override
    public void storage(boolean refuseWrites, boolean failReads) {
        count.run();
        state.storage(refuseWrites, failReads);
    }

    @Override
    public void flow(String like, String name, UnaryOperator<ObjectNode> change) {
        count.run();
        state.flow(like, name, change);
    }

    @Override
    public String socialSignIn(String provider, String identifier, Map<String, String> profile) {
        count.run();
        return state.socialSignIn(provider, identifier, profile);
    }

    @Override
    public Optional<MadeClient> client(String description, List<String> features) {
        count.run();
        return state.client(description, features);
    }

    @Override
    public boolean entityType(String name, Object attributes) {
        count.run();
        return state.entityType(name, attributes);
    }

    @Override
    public Optional<MadeRecord> record(String type, Map<String, Object> attributes) {
        count.run();
        return state.record(type, attributes);
    }

    /** Whoever uses it counts what is done there. */
    @Override
    public Optional<ControlledSetUp> behindTheApi() {
        return state.behindTheApi();
    }

    @Override
    public void restore() {
        state.restore();
    }

    @Override
    public Application anotherApplication() {
        count.run();
        return state.anotherApplication();
    }
}
