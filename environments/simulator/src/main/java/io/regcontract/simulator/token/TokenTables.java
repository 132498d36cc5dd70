package io.regcontract.simulator.token;

import io.regcontract.simulator.store.Store;
import io.regcontract.simulator.store.Table;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;

/** Tokens and codes of all applications: a call with a token need not name the application. */
public final class TokenTables {

    private final Table<Grant> grants;
    private final Table<AccessToken> accessTokens;
    private final Table<AuthorizationCode> authorizationCodes;
    private final Table<RefreshToken> refreshTokens;
    private final Table<RefreshSecret> refreshSecrets;
    private final Table<VerificationCode> verificationCodes;
    private final Table<CreationToken> creationTokens;

    /** Opens the tables in a store. */
    public TokenTables(Store store) {
        grants = store.table("grants", Grant.class);
        accessTokens = store.table("access tokens", AccessToken.class);
        authorizationCodes = store.table("authorization codes", AuthorizationCode.class);
        refreshTokens = store.table("refresh tokens", RefreshToken.class);
        refreshSecrets = store.table("refresh secrets", RefreshSecret.class);
        verificationCodes = store.table("verification codes", VerificationCode.class);
        creationTokens = store.table("creation tokens", CreationToken.class);
    }

    /** The application that issued a token or code of any kind; empty when it is none of ours. */
    public Optional<String> applicationOf(String tokenOrCode) {
        return accessTokens
                .get(tokenOrCode)
                .map(token -> token.grant().application())
                .or(() -> authorizationCodes.get(tokenOrCode).map(code -> code.grant()
                        .application()))
                .or(() -> refreshTokens.get(tokenOrCode).map(token -> token.grant()
                        .application()))
                .or(() -> verificationCodes.get(tokenOrCode).map(VerificationCode::application))
                .or(() -> creationTokens.get(tokenOrCode).map(CreationToken::application));
    }

    /** Removes everything that an application has issued. */
    public void forget(String application) {
        Predicate<Grant> isOurs = grant -> grant.application().equals(application);
        removeGrants(isOurs);
        removeAuthorizationCodes(isOurs);
        removeAll(verificationCodes, VerificationCode::value, code -> code.application()
                .equals(application));
        removeAll(creationTokens, CreationToken::value, token -> token.application()
                .equals(application));
    }

    /** Removes grants with their refresh secrets, access tokens and refresh tokens. */
    void removeGrants(Predicate<Grant> condition) {
        removeAll(grants, Grant::place, condition);
        removeAll(refreshSecrets, secret -> secret.grant().place(), secret -> condition.test(secret.grant()));
        removeAll(accessTokens, AccessToken::value, token -> condition.test(token.grant()));
        removeAll(refreshTokens, RefreshToken::value, token -> condition.test(token.grant()));
    }

    void removeAuthorizationCodes(Predicate<Grant> condition) {
        removeAll(authorizationCodes, AuthorizationCode::value, code -> condition.test(code.grant()));
    }

    /** What was issued under some grants, and some verification codes. */
    IssuedTokens select(Predicate<Grant> condition, Predicate<VerificationCode> verification) {
        return new IssuedTokens(
                grants.values().stream().filter(condition).toList(),
                refreshSecrets.values().stream()
                        .filter(secret -> condition.test(secret.grant()))
                        .toList(),
                accessTokens.values().stream()
                        .filter(token -> condition.test(token.grant()))
                        .toList(),
                refreshTokens.values().stream()
                        .filter(token -> condition.test(token.grant()))
                        .toList(),
                authorizationCodes.values().stream()
                        .filter(code -> condition.test(code.grant()))
                        .toList(),
                verificationCodes.values().stream().filter(verification).toList());
    }

    /** Brings back what was issued under a grant and deleted with it. */
    void bringBack(IssuedTokens deleted, Grant grant) {
        deleted.refreshSecrets().stream()
                .filter(secret -> secret.grant().equals(grant))
                .forEach(secret -> refreshSecrets.insert(grant.place(), secret));
        deleted.accessTokens().stream()
                .filter(token -> token.grant().equals(grant))
                .forEach(token -> accessTokens.insert(token.value(), token));
        deleted.refreshTokens().stream()
                .filter(token -> token.grant().equals(grant))
                .forEach(token -> refreshTokens.insert(token.value(), token));
    }

    Table<Grant> grants() {
        return grants;
    }

    Table<AccessToken> accessTokens() {
        return accessTokens;
    }

    Table<AuthorizationCode> authorizationCodes() {
        return authorizationCodes;
    }

    Table<RefreshToken> refreshTokens() {
        return refreshTokens;
    }

    Table<RefreshSecret> refreshSecrets() {
        return refreshSecrets;
    }

    Table<VerificationCode> verificationCodes() {
        return verificationCodes;
    }

    Table<CreationToken> creationTokens() {
        return creationTokens;
    }

    static <V> void removeAll(Table<V> table, Function<V, String> key, Predicate<V> condition) {
        table.values().stream().filter(condition).map(key).toList().forEach(table::remove);
    }
}
