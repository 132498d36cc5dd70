package io.regcontract.suite.tenant;

import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.function.UnaryOperator;
import tools.jackson.databind.node.ObjectNode;

/** A world whose changes are counted: undoing a condition may take one, and no more. */
record CountingEnvironmentState(EnvironmentState world, Runnable count) implements EnvironmentState {

    @Override
    public Duration shortLifetime() {
        return world.shortLifetime();
    }

    @Override
    public void advance(Duration time) {
        count.run();
        world.advance(time);
    }

    @Override
    public void maintenance(Set<String> groups) {
        count.run();
        world.maintenance(groups);
    }

    @Override
    public void quota(int calls, Duration per) {
        count.run();
        world.quota(calls, per);
    }

    @Override
    public void liftQuota() {
        count.run();
        world.liftQuota();
    }

    @Override
    public void useUpCalls(BooleanSupplier refused) {
        count.run();
        world.useUpCalls(refused);
    }

    @Override
    public Duration limitWindow() {
        return world.limitWindow();
    }

    @Override
    public void storage(boolean refuseWrites, boolean failReads) {
        count.run();
        world.storage(refuseWrites, failReads);
    }

    @Override
    public void flow(String like, String name, UnaryOperator<ObjectNode> change) {
        count.run();
        world.flow(like, name, change);
    }

    @Override
    public String socialSignIn(String provider, String identifier, Map<String, String> profile) {
        count.run();
        return world.socialSignIn(provider, identifier, profile);
    }

    @Override
    public Application anotherApplication() {
        count.run();
        return world.anotherApplication();
    }
}
