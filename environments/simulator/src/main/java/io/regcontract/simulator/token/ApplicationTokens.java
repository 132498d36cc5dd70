package io.regcontract.simulator.token;

import io.regcontract.simulator.identity.Identifiers;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import tools.jackson.databind.JsonNode;

/** The tokens and codes of one application. Lengths are those of recorded ones where there are any. */
public final class ApplicationTokens {

    public static final Duration ACCESS_TOKEN_LIFETIME = Duration.ofHours(1);
    public static final Duration AUTHORIZATION_CODE_LIFETIME = Duration.ofSeconds(30);
    public static final Duration VERIFICATION_CODE_LIFETIME = Duration.ofSeconds(30);
    public static final Duration CREATION_TOKEN_LIFETIME = Duration.ofHours(1);

    /** Characters, as in the two recorded tokens. */
    private static final int ACCESS_TOKEN_LENGTH = 16;

    private static final int BETWEEN_TIDYINGS = 1_000;

    private final AtomicInteger issued = new AtomicInteger();
    private final String application;
    private final TokenTables tables;
    private final Identifiers identifiers;
    private final Supplier<Instant> now;
    private final DeadTokens dead;

    /**
     * The tokens and codes of an application.
     *
     * @param now the time by the application's clock
     */
    public ApplicationTokens(String application, TokenTables tables, Identifiers identifiers, Supplier<Instant> now) {
        this.application = application;
        this.tables = tables;
        this.identifiers = identifiers;
        this.now = now;
        this.dead = new DeadTokens(application, tables, this::stands);
    }

    /** The grant of a client to act on a record: the present one, or a new one. */
    public Grant grant(String clientId, RecordKey record) {
        return tables.grants().get(Grant.place(application, clientId, record)).orElseGet(() -> {
            var grant = new Grant(identifiers.token(20), application, clientId, record);
            tables.grants().put(grant.place(), grant);
            return grant;
        });
    }

    /** Whether the grant has not been deleted. */
    public boolean stands(Grant grant) {
        return tables.grants().get(grant.place()).filter(grant::equals).isPresent();
    }

    /**
     * Deletes every grant on a record with its access and refresh tokens; codes stay, but are not valid any more.
     */
    public void deleteGrants(RecordKey record) {
        tables.removeGrants(grant -> concerns(grant, Set.of(record)));
    }

    /** Deletes one grant with its access and refresh tokens; codes stay, but are not valid any more. */
    public void revoke(Grant grant) {
        tables.removeGrants(grant::equals);
    }

    /** Deletes all that was issued for records that are gone, codes too. */
    public void forget(Set<RecordKey> records) {
        tables.removeGrants(grant -> concerns(grant, records));
        tables.removeAuthorizationCodes(grant -> concerns(grant, records));
        TokenTables.removeAll(
                tables.verificationCodes(),
                VerificationCode::value,
                code -> code.application().equals(application) && records.contains(code.record()));
    }

    /** Deletes everything that was issued to a client. */
    public void deleteAllOf(String clientId) {
        tables.removeGrants(grant -> isOf(grant, clientId));
        tables.removeAuthorizationCodes(grant -> isOf(grant, clientId));
        TokenTables.removeAll(
                tables.creationTokens(),
                CreationToken::value,
                token -> token.application().equals(application)
                        && token.clientId().equals(clientId));
    }

    private boolean isOf(Grant grant, String clientId) {
        return isOurs(grant) && grant.clientId().equals(clientId);
    }

    /** Issues an access token, valid for {@link #ACCESS_TOKEN_LIFETIME}. */
    public AccessToken issueAccessToken(Grant grant) {
        var token = new AccessToken(
                identifiers.token(ACCESS_TOKEN_LENGTH), grant, now.get().plus(ACCESS_TOKEN_LIFETIME));
        tables.accessTokens().put(token.value(), token);
        tidy();
        return token;
    }

    /** The access token, expired or not; empty when this application did not issue it or its grant was deleted. */
    public Optional<AccessToken> accessToken(String value) {
        return tables.accessTokens().get(value).filter(token -> isOurs(token.grant()));
    }

    /** Replaces the access token of the same value. */
    public void change(AccessToken token) {
        tables.accessTokens().put(token.value(), token);
    }

    /** Replaces the authorization code of the same value. */
    public void change(AuthorizationCode code) {
        tables.authorizationCodes().put(code.value(), code);
    }

    /** Replaces the verification code of the same value. */
    public void change(VerificationCode code) {
        tables.verificationCodes().put(code.value(), code);
    }

    /** Replaces the creation token of the same value. */
    public void change(CreationToken token) {
        tables.creationTokens().put(token.value(), token);
    }

    /** Issues a refresh token, which does not expire and works once. */
    public RefreshToken issueRefreshToken(Grant grant) {
        var token = new RefreshToken(identifiers.token(20), grant);
        tables.refreshTokens().put(token.value(), token);
        return token;
    }

    /** Takes a refresh token: the next caller will not find it. */
    public Optional<RefreshToken> useRefreshToken(String value) {
        return refreshToken(value).flatMap(token -> tables.refreshTokens().remove(value));
    }

    /** The refresh token; empty when this application did not issue it or it was used. */
    public Optional<RefreshToken> refreshToken(String value) {
        return tables.refreshTokens().get(value).filter(token -> isOurs(token.grant()));
    }

    /** Keeps the secret with which new access tokens can be asked for under the grant; an older one is forgotten. */
    public void keepRefreshSecret(Grant grant, String secret) {
        tables.refreshSecrets().put(grant.place(), new RefreshSecret(secret, grant));
    }

    /** The secret that was kept under a grant that still stands. */
    public Optional<String> refreshSecret(Grant grant) {
        return tables.refreshSecrets()
                .get(grant.place())
                .filter(secret -> secret.grant().equals(grant) && stands(grant))
                .map(RefreshSecret::value);
    }

    /**
     * Issues an authorization code.
     *
     * @param redirectUri the one that the exchange must name again
     * @param transactionState given back with the exchange
     */
    public AuthorizationCode issueAuthorizationCode(
            Grant grant, Optional<String> redirectUri, Optional<JsonNode> transactionState, Duration lifetime) {
        var code = new AuthorizationCode(
                identifiers.token(14),
                grant,
                redirectUri,
                transactionState,
                now.get().plus(lifetime),
                false);
        tables.authorizationCodes().put(code.value(), code);
        tidy();
        return code;
    }

    /** The authorization code, used and expired or not; empty when this application did not issue it. */
    public Optional<AuthorizationCode> authorizationCode(String value) {
        return tables.authorizationCodes().get(value).filter(code -> isOurs(code.grant()));
    }

    /** Marks the code as used. */
    public void use(AuthorizationCode code) {
        change(code.spent());
    }

    /**
     * Issues a code that stamps an attribute with the time at which the code is used.
     *
     * @param attribute path of the attribute
     */
    public VerificationCode issueVerificationCode(RecordKey record, String attribute, Duration lifetime) {
        var code = new VerificationCode(
                identifiers.token(32), application, record, attribute, now.get().plus(lifetime), false);
        tables.verificationCodes().put(code.value(), code);
        tidy();
        return code;
    }

    /** The verification code, used and expired or not; empty when this application did not issue it. */
    public Optional<VerificationCode> verificationCode(String value) {
        return tables.verificationCodes().get(value).filter(code -> code.application()
                .equals(application));
    }

    /** Marks the code as used. */
    public void use(VerificationCode code) {
        change(code.spent());
    }

    /** Issues a token with which one record of a type can be created. */
    public CreationToken issueCreationToken(String clientId, String typeName, Duration lifetime) {
        var token = new CreationToken(
                identifiers.token(16),
                application,
                clientId,
                typeName,
                now.get().plus(lifetime),
                false);
        tables.creationTokens().put(token.value(), token);
        tidy();
        return token;
    }

    /** The creation token, used and expired or not; empty when this application did not issue it. */
    public Optional<CreationToken> creationToken(String value) {
        return tables.creationTokens().get(value).filter(token -> token.application()
                .equals(application));
    }

    /** Marks the token as used. */
    public void use(CreationToken token) {
        change(token.spent());
    }

    /** All that was issued for records and is still known. */
    public IssuedTokens issuedFor(Set<RecordKey> records) {
        return tables.select(
                grant -> concerns(grant, records),
                code -> code.application().equals(application) && records.contains(code.record()));
    }

    /** All that was issued under a grant, its codes too. */
    public IssuedTokens issuedUnder(Grant grant) {
        return tables.select(grant::equals, code -> false);
    }

    /**
     * Brings back what was deleted. Where another grant has been given since, that one stays, and what was issued under
     * the former one is not valid any more.
     */
    public void bringBack(IssuedTokens deleted) {
        deleted.grants().stream()
                .filter(grant -> tables.grants().insert(grant.place(), grant))
                .forEach(grant -> tables.bringBack(deleted, grant));
        deleted.authorizationCodes().forEach(code -> tables.authorizationCodes().insert(code.value(), code));
        deleted.verificationCodes().forEach(code -> tables.verificationCodes().insert(code.value(), code));
    }

    /**
     * Ends the lifetime of every access token for a record now.
     *
     * @return how many there were
     */
    public int expireAccessTokens(RecordKey record) {
        var time = now.get();
        var living = tables.accessTokens().values().stream()
                .filter(token -> concerns(token.grant(), Set.of(record)) && !token.isExpired(time))
                .toList();
        living.forEach(token -> change(new AccessToken(token.value(), token.grant(), time)));
        return living.size();
    }

    /**
     * Ends the lifetime of every code for a record now that was not used.
     *
     * @return how many there were
     */
    public int expireCodes(RecordKey record) {
        var time = now.get();
        var authorizations = tables.authorizationCodes().values().stream()
                .filter(code -> concerns(code.grant(), Set.of(record)) && !code.used() && !code.isExpired(time))
                .toList();
        authorizations.forEach(code -> tables.authorizationCodes().put(code.value(), code.ending(time)));
        var verifications = tables.verificationCodes().values().stream()
                .filter(code ->
                        code.application().equals(application) && code.record().equals(record))
                .filter(code -> !code.used() && !code.isExpired(time))
                .toList();
        verifications.forEach(code -> tables.verificationCodes().put(code.value(), code.ending(time)));
        return authorizations.size() + verifications.size();
    }

    private boolean concerns(Grant grant, Set<RecordKey> records) {
        return isOurs(grant) && records.contains(grant.record());
    }

    /** Tokens and codes of the application that are worth nothing. */
    public DeadTokens dead() {
        return dead;
    }

    private void tidy() {
        if (issued.incrementAndGet() % BETWEEN_TIDYINGS == 0) {
            dead.forget(now.get());
        }
    }

    private boolean isOurs(Grant grant) {
        return grant.application().equals(application);
    }
}
