package io.regcontract.simulator;

import static io.regcontract.simulator.SimulatorFixture.json;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** 214, 352 and the comparison of passwords on records. */
class PasswordErrorsTest {

    private final SimulatorFixture world = new SimulatorFixture();
    private String uuid = "";

    @BeforeEach
    void createAccount() {
        uuid = world.record("user", "{'email':'ada@example.com','password':'first-one'}");
    }

    @AfterEach
    void stop() {
        world.close();
    }

    @Test
    void remembersAsManyPasswordsAsAsked() {
        write("first-one").succeeds();
        history("2");
        var body = write("first-one").fails(352, "unknown_application");
        assertThat(body.path("error_description").stringValue()).isEqualTo("password is unacceptable");
        write("second-one").succeeds();
        write("first-one").fails(352, "unknown_application");
        write("third-one").succeeds();
        write("first-one").succeeds();
        history("null");
        write("first-one").succeeds();
    }

    @Test
    void judgesHistoryWhereverThePasswordIsWritten() {
        history("1");
        world.owner(
                        "/entity.update",
                        "type_name",
                        "user",
                        "uuid",
                        uuid,
                        "attribute_name",
                        "password",
                        "value",
                        json("'first-one'"))
                .fails(352, "unknown_application");
        world.owner(
                        "/entity.replace",
                        "type_name",
                        "user",
                        "uuid",
                        uuid,
                        "attributes",
                        json("{'password':'first-one'}"))
                .fails(352, "unknown_application");
        world.owner("/entity.update", "type_name", "user", "uuid", uuid, "attributes", json("{'givenName':'Ada'}"))
                .succeeds();
    }

    @Test
    void answersAProfileFormInItsOwnWay() {
        history("1");
        var token = world.owner("/access/getAccessToken", "type_name", "user", "uuid", uuid, "for_client_id", "login")
                .succeeds()
                .path("accessToken")
                .stringValue();
        for (var form : new String[] {"editProfileForm", "newPasswordForm"}) {
            var profile = new String[] {
                "access_token", token, "form", form, "newPassword", "first-one", "newPasswordConfirm", "first-one"
            };
            var body = world.login("/oauth/update_profile_native", profile).fails(214, "password_unacceptable");
            assertThat(body.path("error_description").stringValue()).isEqualTo("password is unacceptable");
        }
        world.login(
                        "/oauth/update_profile_native",
                        "access_token",
                        token,
                        "form",
                        "editProfileForm",
                        "newPassword",
                        "second-one",
                        "newPasswordConfirm",
                        "second-one")
                .succeeds();
        history("0");
        world.login(
                        "/oauth/update_profile_native",
                        "access_token",
                        token,
                        "form",
                        "editProfileForm",
                        "newPassword",
                        "second-one",
                        "newPasswordConfirm",
                        "second-one")
                .succeeds();
    }

    @Test
    void comparesAPassword() {
        world.owner(
                        "/entity",
                        "type_name",
                        "user",
                        "uuid",
                        uuid,
                        "password_attribute",
                        "password",
                        "password_value",
                        "first-one")
                .succeeds();
        world.owner(
                        "/entity",
                        "type_name",
                        "user",
                        "uuid",
                        uuid,
                        "password_attribute",
                        "password",
                        "password_value",
                        "other")
                .fails(213, "password_incorrect");
    }

    @Test
    void takesHashesFromElsewhere() {
        // The digests of "secret1", base64 with the salt on the right.
        var md5 =
                world.record("user", "{'password':{'type':'password-md5','value':'e52d98c459819a11775936d8dfbb7929'}}");
        check(md5, "secret1").succeeds();
        check(md5, "secret2").fails(213, "password_incorrect");
        var base64 = world.record("user", "{'password':{'type':'password-base64','value':'c2VjcmV0MQ=='}}");
        check(base64, "secret1").succeeds();
    }

    @Test
    void keepsLongAndStrangePasswordsApart() {
        var longOne = "x".repeat(100);
        var other = world.record("user", "{'password':'" + longOne + "a'}");
        check(other, longOne + "a").succeeds();
        check(other, longOne + "b").fails(213, "password_incorrect");
        var empty = world.record("user", "{'password':''}");
        check(empty, "x").fails(213, "password_incorrect");
    }

    private SimulatorFixture.Reply check(String record, String password) {
        return world.owner(
                "/entity",
                "type_name",
                "user",
                "uuid",
                record,
                "password_attribute",
                "password",
                "password_value",
                password);
    }

    private SimulatorFixture.Reply write(String password) {
        return world.owner(
                "/entity.update",
                "type_name",
                "user",
                "uuid",
                uuid,
                "attributes",
                json("{'password':'" + password + "'}"));
    }

    private void history(String size) {
        world.owner(
                        "/entityType.setPasswordSettings",
                        "type_name",
                        "user",
                        "settings",
                        json("{'historySize':" + size + "}"))
                .succeeds();
    }
}
