package io.regcontract.suite.errors;

import static io.regcontract.contract.model.ErrorCode.INVALID_CREDENTIALS;
import static io.regcontract.contract.model.ErrorCode.NO_PASSWORD;
import static io.regcontract.contract.model.ErrorCode.NO_SUCH_ACCOUNT;
import static io.regcontract.contract.model.ErrorCode.PASSWORD_INCORRECT;
import static io.regcontract.contract.model.ErrorCode.PASSWORD_UNACCEPTABLE;
import static io.regcontract.suite.tenant.Calls.changePassword;
import static io.regcontract.suite.tenant.Calls.forgot;
import static io.regcontract.suite.tenant.Calls.logIn;
import static io.regcontract.suite.tenant.Calls.resend;

import io.regcontract.environment.Capability;
import io.regcontract.suite.scenario.ErrorFamily;

/** 210-214: a person signs in, or changes a password, and it does not work. */
final class SignInErrors extends ErrorFamily {

    /** An account and a token of it, for changes of its password. */
    private record SignedIn(String reused, String token) {}

    {
        prove(INVALID_CREDENTIALS, "wrong-password")
                .on("/oauth/auth_native_traditional")
                .when("the password is wrong and the flow does not say which part was")
                .readAs("R-log-in")
                .given(tenant -> tenant.accounts().create())
                .drive((tenant, account) -> logIn(tenant, tenant.flows().signIn(), account)
                        .with("currentPassword", tenant.accounts().newPassword()))
                .twin((tenant, account) -> logIn(tenant, tenant.flows().signIn(), account));

        prove(INVALID_CREDENTIALS, "unknown-address")
                .on("/oauth/auth_native_traditional")
                .when("nobody has the address and the flow does not say which part was wrong")
                .readAs("R-log-in")
                .given(tenant -> tenant.accounts().create())
                .drive((tenant, account) -> logIn(tenant, tenant.flows().signIn(), account)
                        .with("signInEmailAddress", tenant.accounts().newEmailAddress()))
                .twin((tenant, account) -> logIn(tenant, tenant.flows().signIn(), account));

        prove(INVALID_CREDENTIALS, "social-only")
                .on("/oauth/auth_native_traditional")
                .when("the account has no password and the flow does not say which part was wrong")
                .readAs("R-log-in")
                .given(tenant -> tenant.accounts().create())
                .drive((tenant, account) -> logIn(tenant, tenant.flows().signIn(), account)
                        .with("signInEmailAddress", tenant.accounts().social().email()))
                .twin((tenant, account) -> logIn(tenant, tenant.flows().signIn(), account));

        prove(INVALID_CREDENTIALS, "unknown-address")
                .on("/oauth/verify_email_native")
                .when("a mail that verifies an address is asked for one nobody has")
                .citing("techdocs: email-verification-api-based")
                .given(tenant -> tenant.accounts().create())
                .drive((tenant, account) -> resend(tenant, tenant.accounts().newEmailAddress()))
                .twin((tenant, account) -> resend(tenant, account.email()));

        prove(NO_PASSWORD, "social-only")
                .on("/oauth/auth_native_traditional")
                .when("the account has no password because its person signs in socially")
                .readAs("R-log-in")
                .needs(Capability.TELLING_FLOW)
                .given(tenant -> tenant.accounts().create())
                .drive((tenant, account) -> logIn(tenant, tenant.flows().telling(), account)
                        .with("signInEmailAddress", tenant.accounts().social().email()))
                .twin((tenant, account) -> logIn(tenant, tenant.flows().telling(), account));

        prove(NO_SUCH_ACCOUNT, "unknown-address")
                .on("/oauth/auth_native_traditional")
                .when("nobody has the address and the flow says so")
                .readAs("R-log-in")
                .needs(Capability.TELLING_FLOW)
                .given(tenant -> tenant.accounts().create())
                .drive((tenant, account) -> logIn(tenant, tenant.flows().telling(), account)
                        .with("signInEmailAddress", tenant.accounts().newEmailAddress()))
                .twin((tenant, account) -> logIn(tenant, tenant.flows().telling(), account));

        prove(NO_SUCH_ACCOUNT, "unknown-address")
                .on("/oauth/forgot_password_native")
                .when("a new password is asked for an address nobody has")
                .readAs("R-forgotten-password")
                .carrying("invalid_fields")
                .given(tenant -> tenant.accounts().create())
                .drive((tenant, account) -> forgot(
                        tenant, tenant.flows().signIn(), tenant.accounts().newEmailAddress()))
                .twin((tenant, account) -> forgot(tenant, tenant.flows().signIn(), account.email()));

        prove(PASSWORD_INCORRECT, "wrong-password")
                .on("/oauth/auth_native_traditional")
                .when("the address is known, the password is wrong and the flow says so")
                .readAs("R-log-in")
                .needs(Capability.TELLING_FLOW)
                .given(tenant -> tenant.accounts().create())
                .drive((tenant, account) -> logIn(tenant, tenant.flows().telling(), account)
                        .with("currentPassword", tenant.accounts().newPassword()))
                .twin((tenant, account) -> logIn(tenant, tenant.flows().telling(), account));

        // History is kept for the type that accounts belong to, and so concerns the whole application.
        prove(PASSWORD_UNACCEPTABLE, "reused-password")
                .on("/oauth/update_profile_native")
                .when("password history is on and the new password is the one in use")
                .readAs("R-reused-password")
                .needs(Capability.OWN_APPLICATION)
                .given(tenant -> {
                    tenant.accounts().setPasswordHistory(3);
                    var account = tenant.accounts().create();
                    return new SignedIn(
                            account.password(),
                            tenant.perform(logIn(tenant, tenant.flows().signIn(), account))
                                    .path("access_token")
                                    .asString());
                })
                .drive((tenant, person) -> changePassword(tenant, person.token(), person.reused()))
                .undo((tenant, person) -> tenant.accounts().setPasswordHistory(0));
    }
}
