package io.regcontract.simulator.flow;

import io.regcontract.simulator.flow.Flow.Field;
import io.regcontract.simulator.flow.Flow.Form;
import io.regcontract.simulator.flow.Flow.Trigger;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The flows that every new application has. Forms and fields are called what they are called in the vendor's
 * standard configuration, as far as client code shows it: an attribute {@code givenName} is asked for by a field
 * {@code firstName}.
 */
public final class StandardFlows {

    public static final String VERSION = "20260101000000000000";
    public static final String ENTITY_TYPE = "user";

    private StandardFlows() {}

    /** The default flow: a failed log-in does not say which part was wrong. */
    public static Flow standard() {
        return flow("standard", false);
    }

    /** The same, but a failed log-in says whether it was the address or the password. */
    public static Flow telling() {
        return flow("telling", true);
    }

    private static Flow flow(String name, boolean tells) {
        return new Flow(name, VERSION, ENTITY_TYPE, List.of("en-US"), tells, forms(), fields(), triggers());
    }

    /** The vendor's guide to e-mail verification: an address that is verified already gives a triggered error. */
    private static List<Trigger> triggers() {
        return List.of(new Trigger("verify_email", "verified", "This e-mail address is verified already."));
    }

    private static Map<String, Form> forms() {
        var forms = new LinkedHashMap<String, Form>();
        forms.put("signInForm", form("signInEmailAddress", "currentPassword"));
        forms.put(
                "registrationForm",
                form(
                        "emailAddress",
                        "newPassword",
                        "newPasswordConfirm",
                        "firstName",
                        "lastName",
                        "displayName",
                        "birthday",
                        "birthdate"));
        forms.put(
                "socialRegistrationForm",
                form("emailAddress", "firstName", "lastName", "displayName", "birthday", "birthdate"));
        forms.put("forgotPasswordForm", form("signInEmailAddress"));
        forms.put("resendVerificationForm", form("signInEmailAddress"));
        forms.put(
                "editProfileForm",
                form(
                        "emailAddress",
                        "firstName",
                        "lastName",
                        "displayName",
                        "birthday",
                        "birthdate",
                        "newPassword",
                        "newPasswordConfirm"));
        forms.put("changePasswordForm", form("currentPassword", "newPassword", "newPasswordConfirm"));
        forms.put("changePasswordFormNoAuth", form("newPassword", "newPasswordConfirm"));
        forms.put("newPasswordForm", form("newPassword", "newPasswordConfirm"));
        return forms;
    }

    private static Map<String, Field> fields() {
        var fields = new LinkedHashMap<String, Field>();
        fields.put("signInEmailAddress", field("/email", true, "email"));
        fields.put("currentPassword", field("/password", true, "password"));
        fields.put("emailAddress", field("/email", true, "email"));
        fields.put("newPassword", field("/password", true, "password"));
        fields.put(
                "newPasswordConfirm",
                new Field(Optional.empty(), true, "password", Optional.of("newPassword"), List.of()));
        fields.put("firstName", field("/givenName", false, "text"));
        fields.put("lastName", field("/familyName", false, "text"));
        fields.put("displayName", field("/displayName", false, "text"));
        fields.put("birthday", field("/birthday", false, "date"));
        // The same attribute as the vendor's mobile libraries and pages ask for it: by year, month and day.
        fields.put("birthdate", field("/birthday", false, "dateselect"));
        return fields;
    }

    private static Form form(String... fields) {
        return new Form(List.of(fields));
    }

    private static Field field(String attribute, boolean required, String type) {
        return new Field(Optional.of(attribute), required, type, Optional.empty(), List.of());
    }
}
