package io.regcontract.simulator;

import static io.regcontract.simulator.SimulatorFixture.json;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** What client code of the real service expects of a new application. */
class NewApplicationTest {

    private static final String ADDRESS = "ada@example.com";

    private final SimulatorFixture world = new SimulatorFixture();

    @AfterEach
    void stop() {
        world.close();
    }

    @Test
    void asksForNamesUnderTheNamesOfTheStandardForms() {
        var user = register().path("capture_user");
        assertThat(user.path("givenName").stringValue()).isEqualTo("Ada");
        assertThat(user.path("familyName").stringValue()).isEqualTo("Lovelace");
        assertThat(user.path("displayName").stringValue()).isEqualTo("Countess");
    }

    @Test
    void setsANewPasswordWithACodeFromAMessageAndTheStandardForm() {
        register();
        world.owner("/settings/set_default", "key", "password_recover_url", "value", "https://shop.example/recover")
                .succeeds();
        world.login("/oauth/forgot_password_native", "form", "forgotPasswordForm", "signInEmailAddress", ADDRESS)
                .succeeds();
        var mail = world.control("GET", "/applications/shop/mails", "")
                .path("mails")
                .path(0);
        assertThat(mail.path("link").stringValue())
                .isEqualTo(
                        "https://shop.example/recover?code=" + mail.path("code").stringValue());
        var token = world.owner(
                        "/oauth/token",
                        "grant_type",
                        "authorization_code",
                        "code",
                        mail.path("code").stringValue(),
                        "redirect_uri",
                        "https://shop.example/cb")
                .succeeds()
                .path("access_token")
                .stringValue();
        world.login(
                        "/oauth/update_profile_native",
                        "access_token",
                        token,
                        "form",
                        "changePasswordFormNoAuth",
                        "newPassword",
                        "another-one",
                        "newPasswordConfirm",
                        "another-one")
                .succeeds();
        logIn("another-one").succeeds();
    }

    /** As recorded: a log-in shows in both times of the record, in lastLogin to the second. */
    @Test
    void notesWhenSomeoneLastLoggedIn() {
        var uuid = register().path("capture_user").path("uuid").stringValue();
        world.clock.move(Duration.ofMillis(61_250));
        logIn("wrong").fails(210, "invalid_credentials");
        assertThat(at(uuid, "lastLogin")).isEqualTo("2026-03-01 12:00:00 +0000");
        var user = logIn("right-one").succeeds().path("capture_user");
        assertThat(user.path("lastLogin").stringValue()).isEqualTo("2026-03-01 12:01:01 +0000");
        assertThat(at(uuid, "lastLogin")).isEqualTo("2026-03-01 12:01:01 +0000");
        assertThat(at(uuid, "lastUpdated")).isEqualTo("2026-03-01 12:01:01.250000 +0000");
    }

    @Test
    void letsPeopleInWhateverTheTypeHasComeToAskFor() {
        register();
        world.owner(
                        "/entityType.setAttributeConstraints",
                        "type_name",
                        "user",
                        "attribute_name",
                        "gender",
                        "constraints",
                        json("['required']"))
                .succeeds();
        logIn("right-one").succeeds();
        world.owner("/entityType.removeAttribute", "type_name", "user", "attribute_name", "lastLogin")
                .succeeds();
        logIn("right-one").succeeds();
    }

    @Test
    void hasTheSettingsThatEveryApplicationHas() {
        var items = world.owner("/settings/items").succeeds().path("result");
        assertThat(items.path("rpx_server").stringValue()).isEqualTo("https://rpxnow.com");
        assertThat(items.path("email_method").stringValue()).isEqualTo("ses_sync");
    }

    @Test
    void keepsWhatTheDefaultSchemaHasAPlaceFor() {
        var uuid = world.record(
                "user",
                "{'email':'" + ADDRESS + "','gender':'female','primaryAddress':{'city':'London','zip':'N1'},"
                        + "'statuses':[{'status':'here'}],'photos':[{'type':'normal','value':'https://img.example/1'}]}");
        assertThat(world.owner("/entity.count", "type_name", "user", "filter", "gender='female'")
                        .succeeds()
                        .path("total_count")
                        .asInt())
                .isEqualTo(1);
        var record = world.owner("/entity", "type_name", "user", "uuid", uuid)
                .succeeds()
                .path("result");
        assertThat(record.path("primaryAddress").path("address1").isNull()).isTrue();
        assertThat(record.path("middleName").isNull()).isTrue();
        assertThat(record.path("profiles").isEmpty()).isTrue();
        world.owner(
                        "/entityType.setAccessSchema",
                        "type_name",
                        "user",
                        "for_client_id",
                        "login",
                        "access_type",
                        "read",
                        "attributes",
                        json("['/primaryAddress/city']"))
                .succeeds();
    }

    @Test
    void takesPrintableNamesOnly() {
        var body = world.owner("/entity.create", "type_name", "user", "attributes", "{\"givenName\":\"\\u0007\"}")
                .fails(360, "constraint_violation");
        assertThat(body.path("attribute_name").stringValue()).isEqualTo("/givenName");
        assertThat(body.path("constraint_name").stringValue()).isEqualTo("unicode-printable");
    }

    @Test
    void holdsAnIdentityOnce() {
        world.record("user", "{'profiles':[{'domain':'google.com','identifier':'g1'}]}");
        world.owner(
                        "/entity.create",
                        "type_name",
                        "user",
                        "attributes",
                        json("{'profiles':[{'domain':'google.com','identifier':'g1'}]}"))
                .failsAt(361, "unique_violation", "/profiles/identifier");
        world.owner("/entity.create", "type_name", "user", "attributes", json("{'profiles':[{'identifier':'g2'}]}"))
                .failsAt(362, "missing_required_attribute", "/profiles/domain");
    }

    private String at(String uuid, String attribute) {
        return world.owner("/entity", "type_name", "user", "uuid", uuid, "attribute_name", attribute)
                .succeeds()
                .path("result")
                .stringValue();
    }

    private SimulatorFixture.Reply logIn(String password) {
        return world.login(
                "/oauth/auth_native_traditional",
                "form",
                "signInForm",
                "signInEmailAddress",
                ADDRESS,
                "currentPassword",
                password);
    }

    private JsonNode register() {
        return world.login(
                        "/oauth/register_native_traditional",
                        "form",
                        "registrationForm",
                        "emailAddress",
                        ADDRESS,
                        "newPassword",
                        "right-one",
                        "newPasswordConfirm",
                        "right-one",
                        "firstName",
                        "Ada",
                        "lastName",
                        "Lovelace",
                        "displayName",
                        "Countess")
                .succeeds();
    }
}
