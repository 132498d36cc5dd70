package io.regcontract.suite.errors;

import static io.regcontract.contract.model.ErrorCode.EMAIL_ADDRESS_IN_USE;
import static io.regcontract.contract.model.ErrorCode.INVALID_FORM_FIELDS;
import static io.regcontract.suite.tenant.Calls.logIn;
import static io.regcontract.suite.tenant.Calls.register;

import io.regcontract.suite.scenario.ErrorFamily;
import io.regcontract.suite.tenant.Account;
import io.regcontract.suite.tenant.Tenant;

/** 380, 390: a form that cannot be taken as it was filled in, and one that was sent too often. */
final class FormErrors extends ErrorFamily {

    /** Where no setting says otherwise. */
    private static final int USUAL_ATTEMPTS = 6;

    /** The one sentence the page gives to the letter. */
    private static final String TOO_MANY = "Too many attempts. Please try again later.";

    {
        prove(EMAIL_ADDRESS_IN_USE, "address-taken")
                .on("/oauth/register_native_traditional")
                .when("another account has the address")
                .readAs("R-taken-address")
                .carrying("existing_provider", "capture")
                .given(tenant -> new Registration(
                        tenant.accounts().create().email(),
                        tenant.accounts().newEmailAddress(),
                        tenant.accounts().newPassword()))
                .drive((tenant, person) -> register(tenant, person.bad(), person.password()))
                .twin((tenant, person) -> register(tenant, person.good(), person.password()));

        prove(INVALID_FORM_FIELDS, "malformed-address")
                .on("/oauth/register_native_traditional")
                .when("the address in a registration form is none")
                .citing("page: 390")
                .carrying("invalid_fields")
                .given(tenant -> new Registration(
                        tenant.accounts().newEmailAddress().replace("@", "-at-"),
                        tenant.accounts().newEmailAddress(),
                        tenant.accounts().newPassword()))
                .drive((tenant, person) -> register(tenant, person.bad(), person.password()))
                .twin((tenant, person) -> register(tenant, person.good(), person.password()));

        prove(INVALID_FORM_FIELDS, "passwords-differ")
                .on("/oauth/register_native_traditional")
                .when("the two passwords of a registration form differ")
                .citing("page: 390")
                .carrying("invalid_fields")
                .given(tenant -> new Registration(
                        tenant.accounts().newPassword(),
                        tenant.accounts().newEmailAddress(),
                        tenant.accounts().newPassword()))
                .drive((tenant, person) ->
                        register(tenant, person.good(), person.password()).with("newPasswordConfirm", person.bad()))
                .twin((tenant, person) -> register(tenant, person.good(), person.password()));

        prove(INVALID_FORM_FIELDS, "too-many-log-ins")
                .on("/oauth/auth_native_traditional")
                .when("an account saw more log-ins in a minute than it may")
                .readAs("R-too-many-attempts")
                .saying(TOO_MANY)
                .given(tenant -> {
                    var often = tenant.accounts().create();
                    for (var i = attempts(tenant); i > 0; i--) {
                        tenant.perform(logIn(tenant, tenant.flows().signIn(), often));
                    }
                    var entity = tenant.accounts().create(tenant.accounts().newEmailAddress(), often.password());
                    return new Two(often, entity);
                })
                .drive((tenant, two) -> logIn(tenant, tenant.flows().signIn(), two.often()))
                .twin((tenant, two) -> logIn(tenant, tenant.flows().signIn(), two.rested()));
    }

    /** A wrong and a right value for one field of a form, and a password. */
    private record Registration(String bad, String good, String password) {}

    /** Two accounts with one password: one that was signed in to often, and one that was not. */
    private record Two(Account often, Account rested) {}

    /** How many log-ins the application allows in a row. */
    private static int attempts(Tenant tenant) {
        var setting = tenant.setting("login_attempts");
        return setting.isEmpty() ? USUAL_ATTEMPTS : Integer.parseInt(setting);
    }
}
