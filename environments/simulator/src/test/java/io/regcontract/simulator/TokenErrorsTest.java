package io.regcontract.simulator;

import static io.regcontract.simulator.SimulatorFixture.json;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** 413 and 415 to 420: codes and tokens that are used too late, twice, or for something else. */
class TokenErrorsTest {

    private static final String CALLBACK = "https://shop.example/cb";

    private final SimulatorFixture world = new SimulatorFixture();
    private String uuid = "";

    @BeforeEach
    void createRecord() {
        uuid = world.record("user", "{'email':'ada@example.com'}");
    }

    @AfterEach
    void stop() {
        world.close();
    }

    @Test
    void exchangesACodeOnce() {
        var code = code("transaction_state", json("{'a':[1]}"));
        var body = exchange(code).succeeds();
        assertThat(body.path("expires_in").asInt()).isEqualTo(3600);
        assertThat(body.path("transaction_state").toString()).isEqualTo(json("{'a':[1]}"));
        world.anyone("/entity", "access_token", body.path("access_token").stringValue())
                .succeeds();
        var again = exchange(code).fails(200, "invalid_argument");
        assertThat(again.path("error_description").stringValue()).isEqualTo("authorization_code is not valid");
        exchange("unknown").fails(200, "invalid_argument");
    }

    @Test
    void exchangesARefreshTokenOnce() {
        var first = exchange(code()).succeeds().path("refresh_token").stringValue();
        var next = refresh(first).succeeds();
        world.anyone("/entity", "access_token", next.path("access_token").stringValue())
                .succeeds();
        refresh(first).fails(200, "invalid_argument");
        refresh(next.path("refresh_token").stringValue()).succeeds();
    }

    @Test
    void asksForWhatTheGrantTypeNeeds() {
        world.owner("/oauth/token").fails(100, "missing_argument");
        world.owner("/oauth/token", "grant_type", "authorization_code").fails(100, "missing_argument");
        world.owner("/oauth/token", "grant_type", "refresh_token").fails(100, "missing_argument");
        var body = world.owner("/oauth/token", "grant_type", "magic").fails(200, "invalid_argument");
        assertThat(body.path("error_description").stringValue()).isEqualTo("invalid grant_type: magic");
        assertThat(body.path("argument_name").stringValue()).isEqualTo("grant_type");
    }

    @Test
    void honoursNoCodeWhoseGrantIsGone() {
        var code = code();
        world.owner("/entity.deleteAccess", "type_name", "user", "uuid", uuid).succeeds();
        exchange(code).fails(413, "no_access_grant");
        world.advance(Duration.ofMinutes(1));
        exchange(code).fails(413, "no_access_grant");
        exchange(code()).succeeds();
        exchange(code).fails(413, "no_access_grant");
    }

    @Test
    void honoursNoCodeAfterItsLifetime() {
        var usual = code();
        var longer = code("lifetime", "90");
        world.advance(Duration.ofSeconds(29));
        exchange(code()).succeeds();
        world.advance(Duration.ofSeconds(1));
        exchange(usual).fails(415, "authorization_code_expired");
        world.advance(Duration.ofSeconds(59));
        exchange(longer).succeeds();
    }

    @Test
    void honoursACodeForItsRedirectUriOnly() {
        var code = code();
        var body = world.owner(
                        "/oauth/token",
                        "grant_type",
                        "authorization_code",
                        "code",
                        code,
                        "redirect_uri",
                        "https://evil.example/")
                .fails(420, "redirect_uri_mismatch");
        assertThat(body.path("expected_value").stringValue()).isEqualTo(CALLBACK);
        assertThat(body.path("supplied_value").stringValue()).isEqualTo("https://evil.example/");
        exchange(code).succeeds();
    }

    @Test
    void honoursACodeForItsClientOnly() {
        var other = client("[\"access_issuer\"]");
        var code = code();
        world.as(
                        id(other),
                        secret(other),
                        "/oauth/token",
                        "grant_type",
                        "authorization_code",
                        "code",
                        code,
                        "redirect_uri",
                        CALLBACK)
                .fails(200, "invalid_argument");
        exchange(code).succeeds();
        var forOther = code("for_client_id", id(other));
        world.as(
                        id(other),
                        secret(other),
                        "/oauth/token",
                        "grant_type",
                        "authorization_code",
                        "code",
                        forOther,
                        "redirect_uri",
                        CALLBACK)
                .succeeds();
    }

    @Test
    void letsALoginClientExchangeWhatIsItsOwn() {
        var login = client(json("['login_client']"));
        var own = code("for_client_id", id(login));
        exchange(login, own).succeeds();
        // Who opens the link in a message twice is told of the code, not of the client.
        exchange(login, own).fails(200, "invalid_argument");
        var late = code("for_client_id", id(login), "lifetime", "30");
        world.advance(Duration.ofSeconds(31));
        exchange(login, late).fails(415, "authorization_code_expired");
        exchange(login, code()).fails(403, "client_permission_error");
    }

    private SimulatorFixture.Reply exchange(JsonNode client, String code) {
        return world.as(
                id(client),
                secret(client),
                "/oauth/token",
                "grant_type",
                "authorization_code",
                "code",
                code,
                "redirect_uri",
                CALLBACK);
    }

    @Test
    void stampsWithAVerificationCodeOnce() {
        var code = verificationCode();
        world.advance(Duration.ofSeconds(29));
        world.clock.move(Duration.ofMillis(400));
        var body = world.anyone("/access/useVerificationCode", "verification_code", code)
                .succeeds();
        assertThat(body.path("uuid").stringValue()).isEqualTo(uuid);
        assertThat(world.owner("/entity", "type_name", "user", "uuid", uuid, "attribute_name", "emailVerified")
                        .succeeds()
                        .path("result")
                        .stringValue())
                .isEqualTo("2026-03-01 12:00:29 +0000");
        world.anyone("/access/useVerificationCode", "verification_code", code).fails(200, "invalid_argument");
    }

    @Test
    void honoursNoVerificationCodeAfterItsLifetime() {
        var code = verificationCode();
        world.advance(Duration.ofSeconds(30));
        world.anyone("/access/useVerificationCode", "verification_code", code).fails(416, "verification_code_expired");
        world.anyone("/access/useVerificationCode", "verification_code", "unknown")
                .fails(200, "invalid_argument");
        world.anyone("/access/useVerificationCode", "verification_code", verificationCode())
                .succeeds();
    }

    @Test
    void issuesVerificationCodesForTimesOnly() {
        world.owner("/access/getVerificationCode", "type_name", "user", "uuid", uuid, "attribute_name", "email")
                .fails(200, "invalid_argument");
        world.owner("/access/getVerificationCode", "type_name", "user", "uuid", uuid, "attribute_name", "nope")
                .failsAt(223, "unknown_attribute", "/nope");
    }

    @Test
    void createsOneRecordWithACreationToken() {
        var token = creationToken();
        world.anyone("/entity.create", "creation_token", token, "attributes", json("{'nope':1}"))
                .fails(223, "unknown_attribute");
        var body = world.anyone("/entity.create", "creation_token", token, "type_name", "user", "attributes", "{}")
                .succeeds();
        world.anyone("/entity", "access_token", body.path("access_token").stringValue())
                .succeeds();
        world.anyone("/entity.create", "creation_token", token, "attributes", "{}")
                .fails(200, "invalid_argument");
    }

    @Test
    void honoursNoCreationTokenAfterItsLifetime() {
        var token = creationToken();
        world.advance(Duration.ofHours(1));
        world.anyone("/entity.create", "creation_token", token, "attributes", "{}")
                .fails(417, "creation_token_expired");
        world.anyone("/entity.create", "creation_token", creationToken(), "attributes", "{}")
                .succeeds();
    }

    private String code(String... more) {
        var all = new ArrayList<>(List.of("type_name", "user", "uuid", uuid, "redirect_uri", CALLBACK));
        all.addAll(List.of(more));
        return world.owner("/access/getAuthorizationCode", all.toArray(String[]::new))
                .succeeds()
                .path("authorizationCode")
                .stringValue();
    }

    private SimulatorFixture.Reply exchange(String code) {
        return world.owner("/oauth/token", "grant_type", "authorization_code", "code", code, "redirect_uri", CALLBACK);
    }

    private SimulatorFixture.Reply refresh(String token) {
        return world.owner("/oauth/token", "grant_type", "refresh_token", "refresh_token", token);
    }

    private String verificationCode() {
        return world.owner(
                        "/access/getVerificationCode",
                        "type_name",
                        "user",
                        "uuid",
                        uuid,
                        "attribute_name",
                        "emailVerified")
                .succeeds()
                .path("verification_code")
                .stringValue();
    }

    private String creationToken() {
        return world.owner("/access/getCreationToken", "type_name", "user")
                .succeeds()
                .path("creation_token")
                .stringValue();
    }

    private JsonNode client(String features) {
        return world.owner("/clients/add", "description", "d", "features", features)
                .succeeds();
    }

    private static String id(JsonNode client) {
        return client.path("client_id").stringValue();
    }

    private static String secret(JsonNode client) {
        return client.path("client_secret").stringValue();
    }
}
