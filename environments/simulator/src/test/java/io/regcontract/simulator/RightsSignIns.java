package io.regcontract.simulator;

import io.regcontract.simulator.RightsTable.Cell;
import io.regcontract.simulator.credential.Signature;
import java.util.Map;

/** How people sign in, register and change their accounts: the operations with a flow. */
final class RightsSignIns {

    private static final String DATE = "2026-03-01 12:00:00";

    private final RightsCalls calls;

    private RightsSignIns(RightsCalls calls) {
        this.calls = calls;
    }

    static void describe(RightsCalls calls) {
        new RightsSignIns(calls).all();
    }

    private void all() {
        calls.on(
                "/oauth/auth_native_traditional",
                (here, cell) -> form(
                        "signInForm", "signInEmailAddress", calls.email(here, cell), "currentPassword", "right-one"));
        calls.on(
                "/oauth/register_native_traditional",
                (here, cell) -> form(
                        "registrationForm",
                        "emailAddress",
                        "new@example.com",
                        "newPassword",
                        "pass-word",
                        "newPasswordConfirm",
                        "pass-word"));
        calls.on(
                "/oauth/forgot_password_native",
                (here, cell) -> form("forgotPasswordForm", "signInEmailAddress", calls.email(here, cell)));
        calls.on(
                "/oauth/verify_email_native",
                (here, cell) -> form("resendVerificationForm", "signInEmailAddress", calls.email(here, cell)));
        calls.on(
                "/oauth/auth_native",
                (here, cell) -> form("none", "token", calls.there(here, cell).social(cell.target() + "-id")));
        calls.on("/oauth/register_native", (here, cell) -> {
            var token = calls.there(here, cell).social("new-id");
            if (!cell.target().equals("foreign")) {
                // A registration goes on where a log-in found no account.
                here.world()
                        .anyone(
                                "/oauth/auth_native",
                                RightsCalls.pairs(RightsCalls.with(
                                        form("none", "token", token), "client_id", here.loginClient())));
            }
            return form("socialRegistrationForm", "token", token, "emailAddress", "new@example.com");
        });
        calls.on(
                "/oauth/link_account_native",
                (here, cell) -> form("none", "token", calls.there(here, cell).social("more-id")));
        calls.on(
                "/oauth/unlink_account_native",
                (here, cell) -> form("none", "identifier_to_remove", cell.target() + "-id"));
        calls.on("/oauth/update_profile_native", (here, cell) -> form("editProfileForm", "firstName", "Eve"));
        calls.on("/oauth/refresh_access_token", (here, cell) -> refresh(here, cell));
    }

    /** The token of someone who has logged in by way of the client, if it can log people in. */
    private Map<String, String> refresh(RightsFixture here, Cell cell) {
        var logIn = form("signInForm", "signInEmailAddress", here.email("own"), "currentPassword", "right-one");
        var answer = here.world()
                .anyone(
                        "/oauth/auth_native_traditional",
                        RightsCalls.pairs(RightsCalls.with(
                                logIn, "client_id", here.judged().id(), "refresh_secret", "s3cret")));
        var token =
                cell.as().equals("named") ? answer.body().path("access_token").stringValue(here.token()) : here.token();
        return RightsCalls.map(
                "access_token",
                token,
                "date",
                DATE,
                "signature",
                Signature.of("refresh_access_token\n" + DATE + "\n" + token + "\n", "s3cret"));
    }

    private static Map<String, String> form(String form, String... fields) {
        return RightsCalls.with(
                RightsCalls.map("redirect_uri", "https://shop.example/cb", "response_type", "token", "form", form),
                fields);
    }
}
