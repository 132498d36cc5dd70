package io.regcontract.simulator.control.client;

import java.time.Duration;

/**
 * One API client of an application. Every call throws {@link io.regcontract.simulator.control.ControlException} when
 * there is no such client.
 */
public interface ClientControl {

    /** How it is now. */
    ApiClient show();

    /** Gives it a new secret; the old one ends at once. */
    ClientCredentials rotateSecret();

    /**
     * Gives it a new secret, beside which the old one works on for a while.
     *
     * @param overlap in whole seconds, a week at most
     */
    ClientCredentials rotateSecret(Duration overlap);

    /** Takes its secret away: no secret works until {@link #rotateSecret()}. */
    void revokeSecret();

    /** Gives it features; those that it has stay. */
    void give(ClientFeature... features);

    /** Takes features away; those that it does not have play no part. */
    void take(ClientFeature... features);

    /**
     * Lets it be called from these addresses only; from nowhere when there are none.
     *
     * @param blocks of IPv4 addresses, such as {@code 10.0.0.0/8}
     */
    void allowOnly(String... blocks);

    /** Lets it be called from everywhere. */
    void allowEverywhere();

    /** Adds addresses to those that it may be called from. */
    void allow(String... blocks);

    /**
     * Takes addresses off those that it may be called from, as they stand on the list.
     *
     * @throws io.regcontract.simulator.control.ControlException when one does not stand there
     */
    void disallow(String... blocks);

    /** Deletes it with all that was issued to it. */
    void delete();
}
