package io.regcontract.simulator;

import static io.regcontract.simulator.SimulatorFixture.json;
import static org.assertj.core.api.Assertions.assertThat;

import io.regcontract.simulator.credential.Signature;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** People who come by way of another provider, and the messages that others get. */
class SocialAccountsTest {

    private final SimulatorFixture world = new SimulatorFixture();

    @AfterEach
    void stop() {
        world.close();
    }

    @Test
    void logsInWhoIsKnown() {
        var uuid = world.record("user", "{'profiles':[{'domain':'google.com','identifier':'g1'}]}");
        var body = logIn(token("google.com", "g1", "{}")).succeeds();
        assertThat(body.path("capture_user").path("uuid").stringValue()).isEqualTo(uuid);
        assertThat(body.path("is_new").asBoolean()).isFalse();
        logIn(token("yahoo.com", "g1", "{}")).fails(310, "record_not_found");
        logIn("nothing").fails(200, "invalid_argument");
    }

    @Test
    void saysWhatIsKnownOfWhoIsNot() {
        var token = token("google.com", "g1", "{'email':'ada@example.com','givenName':'Ada'}");
        var body = logIn(token).fails(310, "record_not_found");
        assertThat(body.path("message").stringValue()).isNotBlank();
        assertThat(body.path("prereg_fields").path("emailAddress").stringValue())
                .isEqualTo("ada@example.com");
        assertThat(body.path("prereg_fields").path("firstName").stringValue()).isEqualTo("Ada");
        assertThat(body.path("prereg_fields").path("lastName").stringValue()).isEmpty();
    }

    @Test
    void registersByFormOnceTheTokenWasPresented() {
        var token = token("google.com", "g1", "{'email':'ada@example.com'}");
        register(token, "ada@example.com").fails(200, "invalid_argument");
        logIn(token).fails(310, "record_not_found");
        register(token, "nonsense").fails(390, "invalid_form_fields");
        var body = register(token, "ada@example.com").succeeds();
        assertThat(body.path("is_new").asBoolean()).isTrue();
        assertThat(body.path("capture_user")
                        .path("profiles")
                        .path(0)
                        .path("identifier")
                        .stringValue())
                .isEqualTo("g1");
        logIn(token("google.com", "g1", "{}")).succeeds();
        register(token, "other@example.com").fails(361, "unique_violation");
    }

    @Test
    void registersThinlyWhenTheProviderSaysEnough() {
        var token = token("google.com", "g1", "{'email':'ada@example.com','displayName':'Ada','shoeSize':36}");
        var body = call("/oauth/auth_native", "token", token, "thin_registration", "true")
                .succeeds();
        assertThat(body.path("is_new").asBoolean()).isTrue();
        assertThat(body.path("capture_user").path("displayName").stringValue()).isEqualTo("Ada");
        world.owner(
                        "/entityType.setAttributeConstraints",
                        "type_name",
                        "user",
                        "attribute_name",
                        "familyName",
                        "constraints",
                        json("['required']"))
                .succeeds();
        var other = token("google.com", "g2", "{'email':'eve@example.com'}");
        call("/oauth/auth_native", "token", other, "thin_registration", "true").fails(310, "record_not_found");
    }

    @Test
    void keepsAddressesApart() {
        world.record("user", "{'email':'ada@example.com','password':'right-one'}");
        var token = token("google.com", "g1", "{'email':'Ada@example.com'}");
        assertThat(logIn(token)
                        .fails(380, "email_address_in_use")
                        .path("existing_provider")
                        .stringValue())
                .isEqualTo("capture");
        register(token, "ada@example.com").fails(380, "email_address_in_use");
        call(
                        "/oauth/auth_native_traditional",
                        "form",
                        "signInForm",
                        "signInEmailAddress",
                        "ada@example.com",
                        "currentPassword",
                        "right-one",
                        "merge_token",
                        token)
                .succeeds();
        logIn(token).succeeds();
    }

    @Test
    void linksAndUnlinks() {
        var uuid = world.record("user", "{'email':'ada@example.com'}");
        world.record("user", "{'profiles':[{'domain':'google.com','identifier':'taken'}]}");
        var access = world.owner("/access/getAccessToken", "type_name", "user", "uuid", uuid, "for_client_id", "login")
                .succeeds()
                .path("accessToken")
                .stringValue();
        var mine = token("google.com", "mine", "{}");
        call("/oauth/link_account_native", "access_token", access, "token", mine)
                .succeeds();
        logIn(mine).succeeds();
        call("/oauth/link_account_native", "access_token", access, "token", token("google.com", "taken", "{}"))
                .fails(361, "unique_violation");
        call("/oauth/unlink_account_native", "access_token", access, "identifier_to_remove", "mine")
                .succeeds();
        call("/oauth/unlink_account_native", "access_token", access, "identifier_to_remove", "mine")
                .fails(200, "invalid_argument");
        logIn(mine).fails(310, "record_not_found");
    }

    @Test
    void needsAPlaceForIdentities() {
        world.owner("/entityType.removeAttribute", "type_name", "user", "attribute_name", "profiles")
                .succeeds();
        logIn(token("google.com", "g1", "{}")).fails(226, "flow_error");
    }

    @Test
    void sendsCodesToAnOutbox() {
        world.owner("/settings/set_default", "key", "password_recover_url", "value", "https://shop.example/reset?x=1")
                .succeeds();
        var uuid = world.record("user", "{'email':'ada@example.com','password':'right-one'}");
        call("/oauth/forgot_password_native", "form", "forgotPasswordForm", "signInEmailAddress", "ada@example.com")
                .succeeds();
        call("/oauth/verify_email_native", "form", "resendVerificationForm", "signInEmailAddress", "ada@example.com")
                .succeeds();
        call("/oauth/verify_email_native", "form", "resendVerificationForm", "signInEmailAddress", "no@example.com")
                .fails(210, "invalid_credentials");
        var mails = world.control("GET", "/applications/shop/mails", "").path("mails");
        assertThat(mails.size()).isEqualTo(2);
        var recovery = mails.path(0);
        assertThat(recovery.path("to").stringValue()).isEqualTo("ada@example.com");
        assertThat(recovery.path("link").stringValue())
                .isEqualTo("https://shop.example/reset?x=1&code="
                        + recovery.path("code").stringValue());
        world.owner(
                        "/oauth/token",
                        "grant_type",
                        "authorization_code",
                        "code",
                        recovery.path("code").stringValue(),
                        "redirect_uri",
                        "https://shop.example/cb")
                .succeeds();
        world.anyone(
                        "/access/use_verification_code",
                        "verification_code",
                        mails.path(1).path("code").stringValue())
                .succeeds();
        assertThat(world.owner("/entity", "type_name", "user", "uuid", uuid, "attribute_name", "emailVerified")
                        .succeeds()
                        .path("result")
                        .stringValue())
                .isEqualTo("2026-03-01 12:00:00 +0000");
    }

    @Test
    void givesAnAppANewTokenForItsSignature() {
        world.record("user", "{'email':'ada@example.com','password':'right-one'}");
        var token = call(
                        "/oauth/auth_native_traditional",
                        "form",
                        "signInForm",
                        "signInEmailAddress",
                        "ada@example.com",
                        "currentPassword",
                        "right-one",
                        "refresh_secret",
                        "s3cret")
                .succeeds()
                .path("access_token")
                .stringValue();
        world.clock.move(Duration.ofHours(2));
        world.anyone("/entity", "access_token", token).fails(414, "access_token_expired");
        var date = "2026-03-01 14:00:00";
        refresh(token, date, "wrong").fails(402, "invalid_client_credentials");
        var fresh =
                refresh(token, date, "s3cret").succeeds().path("access_token").stringValue();
        var uuid = world.anyone("/entity", "access_token", fresh)
                .succeeds()
                .path("result")
                .path("uuid")
                .stringValue();
        refresh(token, "2026-03-01 13:00:00", "s3cret").fails(402, "invalid_client_credentials");
        world.owner("/entity.deleteAccess", "type_name", "user", "uuid", uuid).succeeds();
        refresh(token, date, "s3cret").fails(200, "invalid_argument");
    }

    private SimulatorFixture.Reply refresh(String token, String date, String secret) {
        var signature = Signature.of("refresh_access_token\n" + date + "\n" + token + "\n", secret);
        return world.anyone(
                "/oauth/refresh_access_token",
                "client_id",
                "login",
                "access_token",
                token,
                "date",
                date,
                "signature",
                signature);
    }

    private SimulatorFixture.Reply logIn(String token) {
        return call("/oauth/auth_native", "token", token);
    }

    private SimulatorFixture.Reply register(String token, String email) {
        return call("/oauth/register_native", "token", token, "form", "socialRegistrationForm", "emailAddress", email);
    }

    private SimulatorFixture.Reply call(String path, String... parameters) {
        return world.login(path, new ArrayList<>(List.of(parameters)).toArray(String[]::new));
    }

    private String token(String provider, String identifier, String profile) {
        return world.control(
                        "POST",
                        "/applications/shop/social",
                        json("{'provider':'" + provider + "','identifier':'" + identifier + "','profile':" + profile
                                + "}"))
                .path("token")
                .stringValue();
    }
}
