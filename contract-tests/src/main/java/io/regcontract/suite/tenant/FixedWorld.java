package io.regcontract.suite.tenant;

import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import tools.jackson.databind.node.ObjectNode;

/**
 * A world that cannot be changed: an environment without a control plane. Only time passes there, by itself. No scenario
 * that needs more gets this far.
 */
public final class FixedWorld implements World {

    private final Waiting waiting;

    public FixedWorld(Waiting waiting) {
        this.waiting = waiting;
    }

    @Override
    public Duration shortLife() {
        return Waiting.LIFETIME;
    }

    @Override
    public void advance(Duration time) {
        waiting.pass(time);
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
    public void noQuota() {
        throw fixed("the quota");
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
    public void remove(Application application) {
        throw fixed("the applications");
    }

    private static SetUpFailed fixed(String what) {
        return new SetUpFailed("this environment offers no way to change " + what);
    }
}
