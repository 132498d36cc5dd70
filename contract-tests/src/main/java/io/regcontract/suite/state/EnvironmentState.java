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
 * The state of the environment that a scenario may change: clock, maintenance, quota, storage, flows. Never changes an
 * answer directly.
 */
public interface EnvironmentState {

    /** The lifetime to ask for where a token or code is to expire. */
    Duration shortLifetime();

    /** Lets slightly more than the given time pass for the application. */
    void advance(Duration time);

    /** Switches exactly these groups of operations off for maintenance. */
    void maintenance(Set<String> groups);

    /** Limits the calls that the application may make in a period. */
    void quota(int calls, Duration per);

    /** Lifts the limit of calls. */
    void liftQuota();

    /**
     * Uses up the application's calls.
     *
     * @param refused makes one call and returns whether it was refused; may be called by several threads
     */
    void useUpCalls(BooleanSupplier refused);

    /** The period over which the service counts calls against its limit. */
    Duration limitWindow();

    /** Sets the faults of the storage under the application. */
    void storage(boolean refuseWrites, boolean failReads);

    /** Installs a changed copy of a flow. */
    void flow(String like, String name, UnaryOperator<ObjectNode> change);

    /**
     * Lets a person sign in at a social provider and returns the token that the provider's page would hand over.
     *
     * @param profile what the provider tells of the person, by attribute
     */
    String socialSignIn(String provider, String identifier, Map<String, String> profile);

    /** A client that was made behind the API. */
    record MadeClient(String id, String secret) {}

    /** A record that was made behind the API. */
    record MadeRecord(String uuid, long id) {}

    /** Makes a client behind the API; empty where that is not offered. */
    Optional<MadeClient> client(String description, List<String> features);

    /** Makes an entity type behind the API; false where that is not offered. */
    boolean entityType(String name, Object attributes);

    /** Makes a record behind the API; empty where that is not offered. */
    Optional<MadeRecord> record(String type, Map<String, Object> attributes);

    /** What is done behind the API in the place of operations that are not implemented; empty without a control plane. */
    Optional<ControlledSetUp> behindTheApi();

    /** Sets right what scenarios change in an application that they share: maintenance, quota, storage. */
    void restore();

    /** Creates another application. */
    Application anotherApplication();
}
