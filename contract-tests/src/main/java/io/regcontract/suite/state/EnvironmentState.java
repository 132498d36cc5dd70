package io.regcontract.suite.state;

import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.function.UnaryOperator;
import tools.jackson.databind.node.ObjectNode;

/**
 * The state of the environment that a scenario may change: clock, maintenance, quota, storage, flows. Never changes an
 * answer directly.
 */
public interface EnvironmentState {

    /** How long tokens and codes are to live where their end is what matters. */
    Duration shortLifetime();

    /** Lets more than a time pass for the application. */
    void advance(Duration time);

    /** The groups of operations that are off for maintenance, and no others. */
    void maintenance(Set<String> groups);

    /** How many calls the application may make in a time. */
    void quota(int calls, Duration per);

    /** Lifts the limit of calls. */
    void liftQuota();

    /**
     * Uses the application's calls up: makes as many as it takes until no more are let in.
     *
     * @param refused makes one, and says whether it was refused; may be called by several threads
     */
    void useUpCalls(BooleanSupplier refused);

    /** The time over which calls are counted: as many are let in again once it has passed. */
    Duration limitWindow();

    /** Faults of the storage under the application. */
    void storage(boolean refuseWrites, boolean failReads);

    /** Installs a flow that is like another one but for a change. */
    void flow(String like, String name, UnaryOperator<ObjectNode> change);

    /**
     * Lets a person sign in at a social provider, and hands over the token that the provider's page would.
     *
     * @param profile what the provider tells of the person, by attribute
     */
    String socialSignIn(String provider, String identifier, Map<String, String> profile);

    /** Makes another application beside this one. */
    Application anotherApplication();
}
