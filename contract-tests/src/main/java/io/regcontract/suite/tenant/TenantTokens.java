package io.regcontract.suite.tenant;

import io.regcontract.suite.call.Call;
import java.util.Optional;

/**
 * The tokens and codes of a tenant. Lifetimes are in seconds. A token that the service does not issue makes the
 * scenario broken.
 */
public final class TenantTokens {

    private static final String LIFETIME = "lifetime";

    private final Tenant tenant;

    TenantTokens(Tenant tenant) {
        this.tenant = tenant;
    }

    /** An access token of a record. */
    public String accessToken(Entity entity) {
        return issued(tenant.owner().of("/access/getAccessToken", entity), "accessToken");
    }

    /** An access token of an account, as the client that signs people in would have it. */
    public String accessTokenForLogin(Entity account) {
        return issued(
                tenant.owner()
                        .of("/access/getAccessToken", account)
                        .with("for_client_id", tenant.login().id()),
                "accessToken");
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
        return authorizationCode(authorizationCodeCall(entity, redirectUri));
    }

    /** An authorization code of a record, for a redirect address, with a lifetime. */
    public String authorizationCode(Entity entity, String redirectUri, int lifetime) {
        return authorizationCode(authorizationCodeCall(entity, redirectUri).with(LIFETIME, Integer.toString(lifetime)));
    }

    private Call authorizationCodeCall(Entity entity, String redirectUri) {
        return tenant.owner().of("/access/getAuthorizationCode", entity).with("redirect_uri", redirectUri);
    }

    private String authorizationCode(Call call) {
        return issued(call, "authorizationCode");
    }

    /** A verification code that stamps an attribute of a record. */
    public String verificationCode(Entity entity, String attribute, int lifetime) {
        return issued(
                tenant.owner()
                        .of("/access/getVerificationCode", entity)
                        .with("attribute_name", attribute)
                        .with(LIFETIME, Integer.toString(lifetime)),
                "verification_code");
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
