package io.regcontract.simulator.token;

import io.regcontract.simulator.store.Table;
import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * Tokens and codes of one application that are worth nothing. The latest are remembered, and answered with the exact
 * error; so are those that were issued expired, whatever comes after them.
 */
public final class DeadTokens {

    /** How many of each kind are remembered. */
    static final int MOST = 1_000;
    /** No application's clock goes back behind it. */
    private static final Instant FROM_THE_START = Instant.EPOCH;

    private final String application;
    private final TokenTables tables;
    private final Predicate<Grant> standing;

    /** @param standing whether a grant has not been deleted */
    DeadTokens(String application, TokenTables tables, Predicate<Grant> standing) {
        this.application = application;
        this.tables = tables;
        this.standing = standing;
    }

    /** Issues an access token of that value that has always been expired. */
    public void accessToken(String value, Grant grant) {
        tables.accessTokens().put(value, new AccessToken(value, grant, FROM_THE_START));
    }

    /** Issues an authorization code of that value that has always been expired. */
    public void authorizationCode(String value, Grant grant) {
        tables.authorizationCodes()
                .put(
                        value,
                        new AuthorizationCode(value, grant, Optional.empty(), Optional.empty(), FROM_THE_START, false));
    }

    /** Issues a verification code of that value that has always been expired. */
    public void verificationCode(String value, RecordKey record, String attribute) {
        tables.verificationCodes()
                .put(value, new VerificationCode(value, application, record, attribute, FROM_THE_START, false));
    }

    /** Issues a creation token of that value that has always been expired. */
    public void creationToken(String value, String clientId, String typeName) {
        tables.creationTokens()
                .put(value, new CreationToken(value, application, clientId, typeName, FROM_THE_START, false));
    }

    /** Forgets all but the latest. */
    void forget(Instant now) {
        tidy(
                tables.accessTokens(),
                AccessToken::value,
                token -> isOurs(token.grant()) && token.isExpired(now),
                AccessToken::expires);
        tidy(
                tables.authorizationCodes(),
                AuthorizationCode::value,
                code -> isOurs(code.grant()) && (code.used() || code.isExpired(now) || !standing.test(code.grant())),
                AuthorizationCode::expires);
        tidy(
                tables.verificationCodes(),
                VerificationCode::value,
                code -> code.application().equals(application) && (code.used() || code.isExpired(now)),
                VerificationCode::expires);
        tidy(
                tables.creationTokens(),
                CreationToken::value,
                token -> token.application().equals(application) && (token.used() || token.isExpired(now)),
                CreationToken::expires);
    }

    private static <V> void tidy(
            Table<V> table, Function<V, String> key, Predicate<V> isDead, Function<V, Instant> expires) {
        table.values().stream()
                .filter(isDead)
                .filter(each -> !expires.apply(each).equals(FROM_THE_START))
                .sorted(Comparator.comparing(expires).reversed())
                .skip(MOST)
                .map(key)
                .toList()
                .forEach(table::remove);
    }

    private boolean isOurs(Grant grant) {
        return grant.application().equals(application);
    }
}
