package io.regcontract.suite.errors;

import static io.regcontract.contract.model.ErrorCode.ACCESS_TOKEN_EXPIRED;
import static io.regcontract.contract.model.ErrorCode.AUTHORIZATION_CODE_EXPIRED;
import static io.regcontract.contract.model.ErrorCode.CREATION_TOKEN_EXPIRED;
import static io.regcontract.contract.model.ErrorCode.NO_ACCESS_GRANT;
import static io.regcontract.contract.model.ErrorCode.REDIRECT_URI_MISMATCH;
import static io.regcontract.contract.model.ErrorCode.VERIFICATION_CODE_EXPIRED;
import static io.regcontract.suite.tenant.Calls.REDIRECT;
import static io.regcontract.suite.tenant.Calls.entityOf;
import static io.regcontract.suite.tenant.Calls.exchange;
import static io.regcontract.suite.tenant.Calls.verify;

import io.regcontract.environment.Capability;
import io.regcontract.suite.call.Call;
import io.regcontract.suite.call.Credential;
import io.regcontract.suite.scenario.ErrorFamily;
import io.regcontract.suite.state.Json;
import io.regcontract.suite.tenant.Tenant;
import io.regcontract.suite.tenant.TenantAccounts;
import java.time.Duration;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Predicate;

/** 413-417, 420: tokens and codes that are no longer good, or not good for this. */
final class ExpiryErrors extends ErrorFamily {

    private static final String ELSEWHERE = "https://client.example.com/elsewhere";

    /** How long an access token lives: the service names it as expires_in, and there is no parameter for it. */
    private static final Duration ACCESS_TOKEN = Duration.ofHours(1);

    /** A lifetime in seconds that outlives every short one. */
    private static final int LONG = 600;

    /** Longer than a slow run takes between two calls, and short compared with a lifetime. */
    private static final Duration APART = Duration.ofMinutes(5);

    /** Two tokens or codes of one kind: an expired one and a valid one. */
    record ExpiredAndValid(String old, String fresh) {}

    /** Two issued together with different lifetimes, of which the shorter has just passed. */
    private static Function<Tenant, ExpiredAndValid> outlived(BiFunction<Tenant, Integer, String> issue) {
        return tenant -> {
            var life = tenant.environment().shortLifetime();
            var pair = new ExpiredAndValid(issue.apply(tenant, seconds(life)), issue.apply(tenant, LONG));
            tenant.environment().advance(life);
            return pair;
        };
    }

    /**
     * Two codes of which the first has expired. Where no lifetime can be asked for, the first is ended behind the API
     * before the second is issued.
     */
    private static Function<Tenant, ExpiredAndValid> expiredCode(
            Predicate<Tenant> takesLifetimes, BiFunction<Tenant, Integer, String> issue) {
        return tenant -> {
            if (takesLifetimes.test(tenant)) {
                return outlived(issue).apply(tenant);
            }
            var old = issue.apply(tenant, LONG);
            tenant.tokens().expire(old);
            return new ExpiredAndValid(old, issue.apply(tenant, LONG));
        };
    }

    /** An authorization code of a new account, with a lifetime where one can be asked for. */
    private static String authorizationCode(Tenant tenant, int lifetime) {
        var person = tenant.accounts().create().entity();
        return tenant.tokens().takesLifetimesOfAuthorizationCodes()
                ? tenant.tokens().authorizationCode(person, REDIRECT, lifetime)
                : tenant.tokens().authorizationCode(person, REDIRECT);
    }

    private static int seconds(Duration time) {
        return Math.toIntExact(time.toSeconds());
    }

    /**
     * An access token that has expired and one that has not: the one made ready, or two of which the older has just.
     */
    private static ExpiredAndValid accessTokens(Tenant tenant) {
        return tenant.tokens()
                .expiredAccessToken()
                .map(expired -> new ExpiredAndValid(
                        expired,
                        tenant.tokens().accessToken(tenant.accounts().create().entity())))
                .orElseGet(() -> outlived(tenant));
    }

    private static ExpiredAndValid outlived(Tenant tenant) {
        var old = tenant.tokens().accessToken(tenant.accounts().create().entity());
        tenant.environment().advance(APART);
        var fresh = tenant.tokens().accessToken(tenant.accounts().create().entity());
        tenant.environment().advance(ACCESS_TOKEN.minus(APART));
        return new ExpiredAndValid(old, fresh);
    }

    {
        prove(NO_ACCESS_GRANT, "grant-deleted")
                .on("/oauth/token")
                .when("the grant behind the code was deleted with all access of its person")
                .readAs("R-authorization-code")
                .given(tenant -> {
                    var person = tenant.accounts().create().entity();
                    // Both before the deletion: it is for one person, and leaves everybody else's grants alone.
                    var codes = new ExpiredAndValid(
                            tenant.tokens().authorizationCode(person, REDIRECT),
                            tenant.tokens()
                                    .authorizationCode(
                                            tenant.accounts().create().entity(), REDIRECT));
                    tenant.deleteAccess(person);
                    return codes;
                })
                .drive((tenant, codes) -> exchange(tenant, codes.old()))
                .twin((tenant, codes) -> exchange(tenant, codes.fresh()));

        prove(NO_ACCESS_GRANT, "grant-deleted-and-code-expired")
                .on("/oauth/token")
                .when("the grant behind the code was deleted, and the code has expired besides")
                .readAs("R-authorization-code")
                .waitingForExpiry()
                .given(tenant -> {
                    var life = tenant.environment().shortLifetime();
                    var person = tenant.accounts().create().entity();
                    var codes = new ExpiredAndValid(
                            tenant.tokens().authorizationCode(person, REDIRECT, seconds(life)),
                            tenant.tokens()
                                    .authorizationCode(
                                            tenant.accounts().create().entity(), REDIRECT, LONG));
                    tenant.deleteAccess(person);
                    tenant.environment().advance(life);
                    return codes;
                })
                .drive((tenant, codes) -> exchange(tenant, codes.old()))
                .twin((tenant, codes) -> exchange(tenant, codes.fresh()));

        prove(ACCESS_TOKEN_EXPIRED, "after-its-lifetime")
                .on("/entity")
                .when("an access token is used after its lifetime")
                .readAs("R-access-token")
                .needs(Capability.EXPIRED_TOKEN)
                .given(ExpiryErrors::accessTokens)
                .drive((tenant, tokens) -> entityOf(tenant, tokens.old()))
                .twin((tenant, tokens) -> entityOf(tenant, tokens.fresh()));

        prove(AUTHORIZATION_CODE_EXPIRED, "after-its-lifetime")
                .on("/oauth/token")
                .when("an authorization code is exchanged after its lifetime")
                .readAs("R-authorization-code")
                .waitingForExpiry()
                .given(expiredCode(
                        tenant -> tenant.tokens().takesLifetimesOfAuthorizationCodes(),
                        ExpiryErrors::authorizationCode))
                .drive((tenant, codes) -> exchange(tenant, codes.old()))
                .twin((tenant, codes) -> exchange(tenant, codes.fresh()));

        prove(VERIFICATION_CODE_EXPIRED, "after-its-lifetime")
                .on("/access/useVerificationCode")
                .when("a verification code is used after its lifetime")
                .readAs("R-single-use-codes")
                .waitingForExpiry()
                .given(expiredCode(
                        tenant -> tenant.tokens().takesLifetimesOfVerificationCodes(),
                        (tenant, lifetime) -> tenant.tokens()
                                .verificationCode(tenant.accounts().create().entity(), "emailVerified", lifetime)))
                .drive((tenant, codes) -> verify(codes.old()))
                .twin((tenant, codes) -> verify(codes.fresh()));

        prove(CREATION_TOKEN_EXPIRED, "after-its-lifetime")
                .on("/entity.create")
                .when("a creation token is used after its lifetime")
                .readAs("R-single-use-codes")
                .waitingForExpiry()
                .given(tenant -> new Newcomer(
                        outlived((one, lifetime) -> one.tokens().creationToken(TenantAccounts.TYPE, lifetime))
                                .apply(tenant),
                        tenant.accounts().newEmailAddress()))
                .drive((tenant, newcomer) ->
                        create(tenant, newcomer, newcomer.tokens().old()))
                .twin((tenant, newcomer) ->
                        create(tenant, newcomer, newcomer.tokens().fresh()));

        // Two codes, not two addresses for one code: whether a failed exchange uses a code up is nowhere said.
        prove(REDIRECT_URI_MISMATCH, "other-address")
                .on("/oauth/token")
                .when("a code is exchanged with another redirect address than it was issued for")
                .citing("janrain/jump.ios: JRCaptureError.m")
                .carrying("expected_value", REDIRECT)
                .carrying("supplied_value", ELSEWHERE)
                .given(tenant -> {
                    var person = tenant.accounts().create().entity();
                    return new ExpiredAndValid(
                            tenant.tokens().authorizationCode(person, REDIRECT),
                            tenant.tokens().authorizationCode(person, ELSEWHERE));
                })
                .drive((tenant, codes) -> exchange(tenant, codes.old(), ELSEWHERE))
                .twin((tenant, codes) -> exchange(tenant, codes.fresh(), ELSEWHERE));
    }

    /** An address without a record, and two creation tokens for it. */
    private record Newcomer(ExpiredAndValid tokens, String email) {}

    private static Call create(Tenant tenant, Newcomer newcomer, String token) {
        return tenant.owner()
                .call("/entity.create")
                .as(new Credential.None())
                .with("type_name", TenantAccounts.TYPE)
                .with("attributes", Json.of(Map.of("email", newcomer.email())))
                .with("creation_token", token);
    }
}
