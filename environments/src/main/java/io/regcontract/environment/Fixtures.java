package io.regcontract.environment;

import java.util.Optional;

/**
 * Things that exist already in an environment, made by hand, where the suite has no way of its own to make them.
 *
 * @param socialAccount e-mail address of an account without a password
 * @param expiredAccessToken an access token that has expired
 * @param brokenFlow name of a flow that is misconfigured on purpose
 * @param triggeringFlow name of a flow whose trigger fails on purpose
 * @param tellingFlow name of a flow that says which part of a log-in was wrong
 * @param things clients, entity types and accounts of a replacement
 */
public record Fixtures(
        Optional<String> socialAccount,
        Optional<Secret> expiredAccessToken,
        Optional<String> brokenFlow,
        Optional<String> triggeringFlow,
        Optional<String> tellingFlow,
        ExistingThings things) {

    /** There are none. */
    public static final Fixtures NONE = new Fixtures(
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            ExistingThings.NONE);
}
