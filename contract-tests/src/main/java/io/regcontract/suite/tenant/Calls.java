package io.regcontract.suite.tenant;

import io.regcontract.suite.call.Call;
import io.regcontract.suite.call.Credential;
import java.util.LinkedHashMap;
import java.util.Map;

/** Calls that several families of requirements make. Each succeeds as it is. */
public final class Calls {

    /** The redirect address of authorization codes. */
    public static final String REDIRECT = "https://client.example.com/return";

    private Calls() {}

    /** A request for the record of the person to whom an access token was issued. */
    public static Call entityOf(Tenant tenant, String token) {
        return tenant.owner()
                .call("/entity")
                .with("type_name", TenantAccounts.TYPE)
                .as(new Credential.OAuthHeader(token));
    }

    /** A call of a sign-in operation with a form. */
    public static Call signIn(Tenant tenant, String operation, String flow, String form) {
        return flow(tenant, operation, flow).with("redirect_uri", REDIRECT).with("form", form);
    }

    /** A call of a sign-in operation that has no form. */
    public static Call flow(Tenant tenant, String operation, String flow) {
        return tenant.flows().call(operation, flow);
    }

    /** A log-in by way of a social provider. */
    public static Call socialLogIn(Tenant tenant, SocialSignIn person) {
        return flow(tenant, "/oauth/auth_native", tenant.flows().signIn())
                .with("redirect_uri", REDIRECT)
                .with("response_type", "token")
                .with("token", person.token());
    }

    /** A registration of a person who has signed in at a social provider. */
    public static Call socialRegistration(Tenant tenant, SocialSignIn person) {
        return signIn(tenant, "/oauth/register_native", tenant.flows().signIn(), "socialRegistrationForm")
                .with("response_type", "token")
                .with("token", person.token())
                .with("emailAddress", person.email());
    }

    /** A log-in with address and password. */
    public static Call logIn(Tenant tenant, String flow, Account account) {
        return signIn(tenant, "/oauth/auth_native_traditional", flow, "signInForm")
                .with("response_type", "token")
                .with("signInEmailAddress", account.email())
                .with("currentPassword", account.password());
    }

    /** A request for a new password. */
    public static Call forgot(Tenant tenant, String flow, String email) {
        return signIn(tenant, "/oauth/forgot_password_native", flow, "forgotPasswordForm")
                .with("signInEmailAddress", email);
    }

    /** A request for another mail that verifies an address. */
    public static Call resend(Tenant tenant, String email) {
        return signIn(tenant, "/oauth/verify_email_native", tenant.flows().signIn(), "resendVerificationForm")
                .with("signInEmailAddress", email);
    }

    /** Links another identity to the account with the access token. */
    public static Call link(Tenant tenant, String accessToken, SocialSignIn person) {
        return flow(tenant, "/oauth/link_account_native", tenant.flows().signIn())
                .with("redirect_uri", REDIRECT)
                .with("access_token", accessToken)
                .with("token", person.token());
    }

    /** A registration with address and password. */
    public static Call register(Tenant tenant, String email, String password) {
        return signIn(
                        tenant,
                        "/oauth/register_native_traditional",
                        tenant.flows().signIn(),
                        "registrationForm")
                .with("response_type", "token")
                .with("emailAddress", email)
                .with("firstName", "Ada")
                .with("lastName", "Example")
                .with("displayName", "Ada Example")
                .with(newPassword(password));
    }

    /** A change of the password of the account with the access token. */
    public static Call changePassword(Tenant tenant, String accessToken, String password) {
        return signIn(tenant, "/oauth/update_profile_native", tenant.flows().signIn(), "newPasswordForm")
                .with("access_token", accessToken)
                .with(newPassword(password));
    }

    private static Map<String, String> newPassword(String password) {
        var fields = new LinkedHashMap<String, String>();
        fields.put("newPassword", password);
        fields.put("newPasswordConfirm", password);
        return fields;
    }

    /** The exchange of an authorization code for an access token. */
    public static Call exchange(Tenant tenant, String code) {
        return exchange(tenant, code, REDIRECT);
    }

    /** The exchange of an authorization code, with another redirect address. */
    public static Call exchange(Tenant tenant, String code, String redirect) {
        return tenant.owner()
                .call("/oauth/token")
                .with("grant_type", "authorization_code")
                .with("code", code)
                .with("redirect_uri", redirect);
    }

    /** The use of a verification code. */
    public static Call verify(String code) {
        return verify("/access/useVerificationCode", code);
    }

    /** The use of a verification code, by either spelling of the path. */
    public static Call verify(String operation, String code) {
        return Call.to(operation, new Credential.None()).with("verification_code", code);
    }
}
