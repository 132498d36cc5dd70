package io.regcontract.suite.errors;

import static io.regcontract.contract.ErrorCode.INVALID_CREDENTIALS;
import static io.regcontract.contract.ErrorCode.NO_PASSWORD;
import static io.regcontract.contract.ErrorCode.NO_SUCH_ACCOUNT;
import static io.regcontract.contract.ErrorCode.PASSWORD_INCORRECT;
import static io.regcontract.contract.ErrorCode.PASSWORD_UNACCEPTABLE;

import io.regcontract.environment.Capability;
import io.regcontract.suite.exchange.Call;
import io.regcontract.suite.scenario.ErrorFamily;
import io.regcontract.suite.tenant.Account;
import io.regcontract.suite.tenant.Tenant;

/** 210-214: a person signs in, or changes a password, and it does not work. */
final class SignIn extends ErrorFamily {

    /** The flow that does not say which part of a log-in was wrong. */
    static final String HIDING = "standard";

    /** The flow that does. */
    static final String TELLING = "telling";

    /** A log-in that works. */
    static Call logIn(Tenant tenant, String flow, Account account) {
        return native_(tenant, "/oauth/auth_native_traditional", flow, "signInForm")
                .with("response_type", "token")
                .with("signInEmailAddress", account.email())
                .with("currentPassword", account.password());
    }

    /** A request to reset a password. */
    static Call forgot(Tenant tenant, String flow, String email) {
        return native_(tenant, "/oauth/forgot_password_native", flow, "forgotPasswordForm")
                .with("signInEmailAddress", email);
    }

    /** What every call of the sign-in operations has in common. */
    static Call native_(Tenant tenant, String operation, String flow, String form) {
        return tenant.login()
                .call(operation)
                .with("flow", flow)
                .with("locale", "en-US")
                .with("redirect_uri", Expiry.REDIRECT)
                .with("form", form);
    }

    /** An account and a token of it, for changes of its password. */
    private record SignedIn(String reused, String token) {}

    {
        prove(INVALID_CREDENTIALS, "wrong-password")
                .on("/oauth/auth_native_traditional")
                .when("the password is wrong and the flow does not say which part was")
                .readAs("R-log-in")
                .given(Tenant::account)
                .drive((tenant, account) -> logIn(tenant, HIDING, account).with("currentPassword", tenant.password()))
                .twin((tenant, account) -> logIn(tenant, HIDING, account));

        prove(INVALID_CREDENTIALS, "unknown-address")
                .on("/oauth/auth_native_traditional")
                .when("nobody has the address and the flow does not say which part was wrong")
                .readAs("R-log-in")
                .given(Tenant::account)
                .drive((tenant, account) -> logIn(tenant, HIDING, account).with("signInEmailAddress", tenant.address()))
                .twin((tenant, account) -> logIn(tenant, HIDING, account));

        prove(NO_PASSWORD, "social-only")
                .on("/oauth/auth_native_traditional")
                .when("the account has no password because its person signs in socially")
                .readAs("R-log-in")
                .given(Tenant::account)
                .drive((tenant, account) -> logIn(tenant, TELLING, account)
                        .with("signInEmailAddress", tenant.socialAccount().email()))
                .twin((tenant, account) -> logIn(tenant, TELLING, account));

        prove(NO_SUCH_ACCOUNT, "unknown-address")
                .on("/oauth/auth_native_traditional")
                .when("nobody has the address and the flow says so")
                .readAs("R-log-in")
                .given(Tenant::account)
                .drive((tenant, account) ->
                        logIn(tenant, TELLING, account).with("signInEmailAddress", tenant.address()))
                .twin((tenant, account) -> logIn(tenant, TELLING, account));

        prove(NO_SUCH_ACCOUNT, "unknown-address")
                .on("/oauth/forgot_password_native")
                .when("a new password is asked for an address nobody has")
                .readAs("R-forgotten-password")
                .carrying("invalid_fields")
                .given(Tenant::account)
                .drive((tenant, account) -> forgot(tenant, HIDING, tenant.address()))
                .twin((tenant, account) -> forgot(tenant, HIDING, account.email()));

        prove(PASSWORD_INCORRECT, "wrong-password")
                .on("/oauth/auth_native_traditional")
                .when("the address is known, the password is wrong and the flow says so")
                .readAs("R-log-in")
                .given(Tenant::account)
                .drive((tenant, account) -> logIn(tenant, TELLING, account).with("currentPassword", tenant.password()))
                .twin((tenant, account) -> logIn(tenant, TELLING, account));

        // History is kept for the type that accounts belong to, and so concerns the whole application.
        prove(PASSWORD_UNACCEPTABLE, "reused-password")
                .on("/oauth/update_profile_native")
                .when("password history is on and the new password is the one in use")
                .readAs("R-reused-password")
                .needs(Capability.OWN_APPLICATION)
                .given(tenant -> {
                    tenant.passwordHistoryOfAccounts(3);
                    var account = tenant.account();
                    return new SignedIn(
                            account.password(),
                            tenant.perform(logIn(tenant, HIDING, account))
                                    .path("access_token")
                                    .asString());
                })
                .drive((tenant, person) -> native_(tenant, "/oauth/update_profile_native", HIDING, "newPasswordForm")
                        .with("access_token", person.token())
                        .with("newPassword", person.reused())
                        .with("newPasswordConfirm", person.reused()))
                .undo((tenant, person) -> tenant.passwordHistoryOfAccounts(0));
    }
}
