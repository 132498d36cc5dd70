package io.regcontract.suite.tenant;

import io.regcontract.suite.call.Call;
import io.regcontract.suite.transport.CallBlockedException;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The tokens and codes of a tenant. Lifetimes are in seconds. A token that the service does not issue makes the
 * scenario broken.
 */
public final class TenantTokens {

    private static final String LIFETIME = "lifetime";

    private static final String ISSUE_TOKEN = "/access/getAccessToken";
    private static final String ISSUE_CODE = "/access/getAuthorizationCode";
    private static final String ISSUE_VERIFICATION = "/access/getVerificationCode";

    /** Of a code whose expiry no scenario waits for: any will do. */
    private static final int LONG = 600;

    private final Tenant tenant;
    private final Map<String, Entity> owners = new ConcurrentHashMap<>();

    TenantTokens(Tenant tenant) {
        this.tenant = tenant;
    }

    /** An access token of a record. */
    public String accessToken(Entity entity) {
        return bySigningIn(ISSUE_TOKEN, entity, Calls.REDIRECT, "token", "access_token")
                .orElseGet(() -> issued(tenant.owner().of(ISSUE_TOKEN, entity), "accessToken"));
    }

    /** An access token of an account, as the client that signs people in would have it. */
    public String accessTokenForLogin(Entity account) {
        return bySigningIn(ISSUE_TOKEN, account, Calls.REDIRECT, "token", "access_token")
                .orElseGet(() -> issued(
                        tenant.owner()
                                .of(ISSUE_TOKEN, account)
                                .with("for_client_id", tenant.login().id()),
                        "accessToken"));
    }

    /** An access token that has expired, where one was prepared in the environment. */
    public Optional<String> expiredAccessToken() {
        return tenant.configuration()
                .fixtures()
                .expiredAccessToken()
                .map(token -> tenant.secret("EXPIRED_ACCESS_TOKEN", token.reveal()));
    }

    /** An authorization code of a record, for a redirect address, with the service's default lifetime. */
    public String authorizationCode(Entity entity, String redirectUri) {
        return bySigningIn(ISSUE_CODE, entity, redirectUri, "code", "authorization_code")
                .orElseGet(() -> authorizationCode(authorizationCodeCall(entity, redirectUri)));
    }

    /** Whether a lifetime can be asked for where authorization codes are issued. */
    public boolean takesLifetimesOfAuthorizationCodes() {
        return tenant.implemented(ISSUE_CODE);
    }

    /** Whether a lifetime can be asked for where verification codes are issued. */
    public boolean takesLifetimesOfVerificationCodes() {
        return tenant.implemented(ISSUE_VERIFICATION);
    }

    /**
     * Lets a code expire that was issued here, and every other code of its record.
     *
     * @throws CallBlockedException when nothing in the scope of a replacement does that: the requirement is not drivable
     */
    public void expire(String code) {
        var owner = Optional.ofNullable(owners.get(code));
        if (owner.isEmpty()
                || tenant.environment()
                        .behindTheApi()
                        .filter(behind -> behind.expireCodes(
                                owner.get().type(), owner.get().uuid()))
                        .isEmpty()) {
            throw new CallBlockedException(
                    CallBlockedException.Reason.OUT_OF_SCOPE,
                    "it takes an operation that issues codes with a lifetime, or a control plane that lets codes expire;"
                            + " the replacement offers neither");
        }
    }

    /** A sign-in as the account, where the operation that issues is not implemented and signing in is. */
    private Optional<String> bySigningIn(
            String instead, Entity entity, String redirectUri, String responseType, String member) {
        if (tenant.implemented(instead) || !tenant.implemented("/oauth/auth_native_traditional")) {
            return Optional.empty();
        }
        return tenant.accounts().of(entity).map(account -> {
            var signedIn = Calls.logIn(tenant, tenant.flows().signIn(), account)
                    .with("redirect_uri", redirectUri)
                    .with("response_type", responseType);
            var value = issued(signedIn, member);
            owners.put(value, entity);
            return value;
        });
    }

    /** The code of a mail that verifies the account's address, where codes are not issued and such mails are sent. */
    private Optional<String> byMail(Entity entity, String attribute, int lifetime) {
        if (tenant.implemented(ISSUE_VERIFICATION)
                || !tenant.implemented("/oauth/verify_email_native")
                || !attribute.equals("emailVerified")
                || lifetime < LONG) {
            return Optional.empty();
        }
        return tenant.accounts().of(entity).flatMap(account -> {
            tenant.perform(Calls.resend(tenant, account.email()));
            var code = tenant.environment().behindTheApi().flatMap(behind -> behind.mailedCode(account.email()));
            code.ifPresent(value -> owners.put(value, entity));
            return code.map(value -> tenant.secret("VERIFICATION_CODE", value));
        });
    }

    /** An authorization code of a record, for a redirect address, with a lifetime. */
    public String authorizationCode(Entity entity, String redirectUri, int lifetime) {
        return authorizationCode(authorizationCodeCall(entity, redirectUri).with(LIFETIME, Integer.toString(lifetime)));
    }

    private Call authorizationCodeCall(Entity entity, String redirectUri) {
        return tenant.owner().of(ISSUE_CODE, entity).with("redirect_uri", redirectUri);
    }

    private String authorizationCode(Call call) {
        return issued(call, "authorizationCode");
    }

    /** A verification code that stamps an attribute of a record. */
    public String verificationCode(Entity entity, String attribute, int lifetime) {
        return byMail(entity, attribute, lifetime)
                .orElseGet(() -> issued(
                        tenant.owner()
                                .of(ISSUE_VERIFICATION, entity)
                                .with("attribute_name", attribute)
                                .with(LIFETIME, Integer.toString(lifetime)),
                        "verification_code"));
    }

    /** A token that lets its bearer create one record of a type. */
    public String creationToken(String type, int lifetime) {
        return issued(
                tenant.owner()
                        .call("/access/getCreationToken")
                        .with("type_name", type)
                        .with(LIFETIME, Integer.toString(lifetime)),
                "creation_token");
    }

    private String issued(Call call, String member) {
        return Tenant.text(tenant.perform(call), member);
    }
}
