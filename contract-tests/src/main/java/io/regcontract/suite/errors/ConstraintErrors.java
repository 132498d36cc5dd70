package io.regcontract.suite.errors;

import static io.regcontract.contract.model.ErrorCode.CONSTRAINT_VIOLATION;
import static io.regcontract.contract.model.ErrorCode.LENGTH_VIOLATION;
import static io.regcontract.contract.model.ErrorCode.MISSING_REQUIRED_ATTRIBUTE;
import static io.regcontract.contract.model.ErrorCode.PASSWORD_IN_HISTORY;
import static io.regcontract.contract.model.ErrorCode.UNIQUE_VIOLATION;
import static io.regcontract.suite.tenant.Attribute.plural;
import static io.regcontract.suite.tenant.Attribute.string;

import io.regcontract.environment.Capability;
import io.regcontract.suite.scenario.ErrorFamily;
import io.regcontract.suite.state.Json;
import io.regcontract.suite.tenant.Attribute;
import io.regcontract.suite.tenant.Calls;
import io.regcontract.suite.tenant.Entity;
import io.regcontract.suite.tenant.SocialSignIn;
import java.util.Collections;
import java.util.List;
import java.util.Map;

/** 352, 360-363: a value is well formed but breaks a rule of its attribute. */
final class ConstraintErrors extends ErrorFamily {

    /** A record, and passwords it had, has and never had. */
    private record Passwords(Entity entity, String used, String fresh) {}

    /** A signed-in person, an identity of another account, and an identity of no account. */
    private record Linking(String accessToken, SocialSignIn taken, SocialSignIn free) {}

    {
        reusedPassword("oldest-remembered", "three passwords are remembered and the new one is the oldest of them", 2);
        reusedPassword("reused-password", "password history is on and the password was used before", 0);

        characters("alphabetic", "digits-in-alphabetic", "an alphabetic attribute is given digits", "abc123", "abcdef");
        characters(
                "alphanumeric",
                "signs-in-alphanumeric",
                "an alphanumeric attribute is given signs",
                "!@#$%^&*()",
                "abc123");
        characters(
                "unicode-letters",
                "symbol-in-unicode-letters",
                "an attribute for letters is given a symbol",
                "\u2615",
                "\u0393");
        characters(
                "unicode-printable",
                "control-in-unicode-printable",
                "an attribute for printable text is given a control character",
                "\u0011",
                "\u2615");
        characters(
                "email-address",
                "no-email-address",
                "an attribute for an e-mail address is given none",
                "anemone",
                "a@example.com");

        // One character off is off.
        characters(
                "alphabetic", "blank-in-alphabetic", "an alphabetic attribute is given a blank", "abc def", "abcdef");
        characters(
                "alphabetic",
                "accent-in-alphabetic",
                "an alphabetic attribute is given a letter beyond A to Z",
                "abc\u00e4",
                "abc");
        characters(
                "alphanumeric",
                "underscore-in-alphanumeric",
                "an alphanumeric attribute is given an underscore",
                "abc_123",
                "abc123");
        characters(
                "unicode-letters",
                "digit-in-unicode-letters",
                "an attribute for letters is given a digit",
                "\u03937",
                "\u0393");

        prove(UNIQUE_VIOLATION, "duplicate-value")
                .on("/entity.create")
                .when("another record holds the value of a unique attribute")
                .citing("page: 361")
                .given(tenant -> tenant.types().create(string("badge").unique()).holding("badge", "7"))
                .drive((tenant, type) -> tenant.owner().create(type, "badge", "7"))
                .twin((tenant, type) -> tenant.owner().create(type, "badge", "8"));

        prove(UNIQUE_VIOLATION, "duplicate-value")
                .on("/entity.update")
                .when("another record holds the value of a unique attribute")
                .citing("page: 361")
                .given(tenant -> tenant.types()
                        .create(string("badge").unique())
                        .holding("badge", "7")
                        .entity("badge", "9"))
                .drive((tenant, entity) -> tenant.owner().update(entity, "badge", "7"))
                .twin((tenant, entity) -> tenant.owner().update(entity, "badge", "8"));

        prove(UNIQUE_VIOLATION, "identity-of-another-account")
                .on("/oauth/link_account_native")
                .when("another account has the social identity that is to be linked")
                .citing("techdocs: account-linking-api-based")
                .needs(Capability.SOCIAL_SIGN_IN)
                .given(tenant -> {
                    var identity = tenant.uniqueName("id");
                    tenant.accounts().createSocial(identity);
                    return new Linking(
                            tenant.tokens()
                                    .accessTokenForLogin(
                                            tenant.accounts().create().entity()),
                            tenant.accounts().socialSignIn(identity),
                            tenant.accounts().socialSignIn());
                })
                .drive((tenant, linking) -> Calls.link(tenant, linking.accessToken(), linking.taken()))
                .twin((tenant, linking) -> Calls.link(tenant, linking.accessToken(), linking.free()));

        prove(UNIQUE_VIOLATION, "twice-in-one-record")
                .on("/entity.create")
                .when("a locally unique value stands twice in one record")
                .citing("developers: attribute-constraints")
                .given(tenant ->
                        tenant.types().create(plural("cards", string("number").constrained("locally-unique"))))
                .drive((tenant, type) ->
                        tenant.owner().create(type, "cards", List.of(Map.of("number", "7"), Map.of("number", "7"))))
                .twin((tenant, type) ->
                        tenant.owner().create(type, "cards", List.of(Map.of("number", "7"), Map.of("number", "8"))));

        prove(MISSING_REQUIRED_ATTRIBUTE, "missing")
                .on("/entity.create")
                .when("a new record lacks a required attribute")
                .citing("page: 362")
                .given(tenant -> tenant.types().create(string("badge").required(), string("emblem")))
                .drive((tenant, type) -> tenant.owner().create(type, "emblem", "7"))
                .twin((tenant, type) -> tenant.owner().create(type, "badge", "7"));

        prove(MISSING_REQUIRED_ATTRIBUTE, "set-to-null")
                .on("/entity.update")
                .when("a required attribute is set to null")
                .citing("page: 362")
                .given(tenant ->
                        tenant.types().create(string("badge").required()).entity("badge", "7"))
                .drive((tenant, entity) -> tenant.owner()
                        .update(entity, "badge", "8")
                        .with("attributes", Json.of(Collections.singletonMap("badge", null))))
                .twin((tenant, entity) -> tenant.owner().update(entity, "badge", "8"));

        prove(LENGTH_VIOLATION, "too-long")
                .on("/entity.create")
                .when("a text has four characters where two are allowed")
                .citing("page: 363")
                .given(tenant -> tenant.types().create(string("badge").length(2)))
                .drive((tenant, type) -> tenant.owner().create(type, "badge", "ABCD"))
                .twin((tenant, type) -> tenant.owner().create(type, "badge", "AB"));

        prove(LENGTH_VIOLATION, "too-long")
                .on("/entity.update")
                .when("a text has three characters where two are allowed")
                .citing("page: 363")
                .given(tenant ->
                        tenant.types().create(string("badge").length(2)).entity("badge", "A"))
                // Characters, not bytes: two letters that take four bytes still fit.
                .drive((tenant, entity) -> tenant.owner().update(entity, "badge", "\u00c4\u00d6\u00dc"))
                .twin((tenant, entity) -> tenant.owner().update(entity, "badge", "\u00c4\u00d6"));
    }

    /** @param changes how often the password was changed before */
    private void reusedPassword(String slug, String condition, int changes) {
        prove(PASSWORD_IN_HISTORY, slug)
                .on("/entity.update")
                .when(condition)
                .readAs("R-reused-password")
                .given(tenant -> {
                    var type = tenant.types()
                            .create(Attribute.of("password", "password-bcrypt"))
                            .passwordHistory(3);
                    var used = tenant.accounts().newPassword();
                    var entity = type.entity("password", used);
                    for (int change = 0; change < changes; change++) {
                        tenant.perform(tenant.owner()
                                .update(entity, "password", tenant.accounts().newPassword()));
                    }
                    return new Passwords(entity, used, tenant.accounts().newPassword());
                })
                .drive((tenant, passwords) -> tenant.owner().update(passwords.entity(), "password", passwords.used()))
                .twin((tenant, passwords) -> tenant.owner().update(passwords.entity(), "password", passwords.fresh()));
    }

    private void characters(String constraint, String slug, String condition, String breaking, String keeping) {
        prove(CONSTRAINT_VIOLATION, slug)
                .on("/entity.update")
                .when(condition)
                .citing("techdocs: attribute-constraints")
                .carrying("attribute_name", "/value")
                .carrying("constraint_name", constraint)
                .given(tenant -> tenant.types()
                        .create(string("value").constrained(constraint))
                        .entity("value", keeping))
                .drive((tenant, entity) -> tenant.owner().update(entity, "value", breaking))
                .twin((tenant, entity) -> tenant.owner().update(entity, "value", keeping));
    }
}
