package io.regcontract.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import io.regcontract.simulator.argument.Parameters;
import io.regcontract.simulator.credential.Signature;
import java.net.http.HttpRequest;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** 205, 402, 403 and 414: who is calling, and whether it may. */
class CredentialErrorsTest {

    private final SimulatorFixture world = new SimulatorFixture();

    @AfterEach
    void stop() {
        world.close();
    }

    @Test
    void asksForCredentials() {
        var body = world.anyone("/clients/list").fails(205, "invalid_auth_method");
        assertThat(body.path("error_description").stringValue())
                .isEqualTo("no authentication provided, for example client_id and client_secret");
        world.owner("/clients/list").succeeds();
    }

    @ParameterizedTest
    @ValueSource(strings = {"Bearer x", "Digest username=\"a\"", "OAuth x", "nonsense"})
    void refusesFormsThatTheOperationDoesNotTake(String authorization) {
        world.post("/clients/list", Map.of("Authorization", authorization)).fails(205, "invalid_auth_method");
    }

    @Test
    void refusesASecretWhereAnIdIsEnough() {
        var basic = Map.of("Authorization", SimulatorFixture.basic("owner", "owner-secret"));
        world.post("/oauth/refresh_access_token", basic, "client_id", "login").fails(205, "invalid_auth_method");
        world.post("/access/useVerificationCode", basic, "verification_code", "x")
                .fails(205, "invalid_auth_method");
    }

    @Test
    void takesCredentialsAmongTheParameters() {
        world.anyone("/clients/list", "client_id", "owner", "client_secret", "owner-secret")
                .succeeds();
        world.anyone("/clients/list?client_id=owner&client_secret=owner-secret").succeeds();
        world.anyone("/clients/list", "client_id", "owner", "client_secret", "wrong")
                .fails(402, "invalid_client_credentials");
        world.anyone("/clients/list", "client_id", "owner").fails(205, "invalid_auth_method");
    }

    @Test
    void knowsItsClientsAndTheirSecrets() {
        world.as("owner", "wrong", "/clients/list").fails(402, "invalid_client_credentials");
        world.as("nobody", "owner-secret", "/clients/list").fails(402, "invalid_client_credentials");
        world.post("/clients/list", Map.of("Authorization", "Basic %%%")).fails(402, "invalid_client_credentials");
        world.anyone("/oauth/forgot_password_native", "client_id", "nobody").fails(402, "invalid_client_credentials");
    }

    @Test
    void letsAnOldSecretLiveAsLongAsAsked() {
        var added = world.owner("/clients/add", "description", "d", "features", "[\"owner\"]")
                .succeeds();
        var id = added.path("client_id").stringValue();
        var old = added.path("client_secret").stringValue();
        var fresh = world.owner("/clients/reset_secret", "for_client_id", id, "hours_to_live", "2")
                .succeeds()
                .path("new_secret")
                .stringValue();
        world.as(id, old, "/clients/list").succeeds();
        world.as(id, fresh, "/clients/list").succeeds();
        world.advance(Duration.ofHours(2));
        world.as(id, old, "/clients/list").fails(402, "invalid_client_credentials");
        world.as(id, fresh, "/clients/list").succeeds();
    }

    @Test
    void asksForAFeature() {
        var added = world.owner("/clients/add", "description", "d", "features", "[\"direct_read_access\"]")
                .succeeds();
        var id = added.path("client_id").stringValue();
        var secret = added.path("client_secret").stringValue();
        world.as(id, secret, "/entity.create", "type_name", "user", "attributes", "{}")
                .fails(403, "client_permission_error");
        world.owner("/clients/set_features", "for_client_id", id, "features", "[\"direct_access\"]")
                .succeeds();
        world.as(id, secret, "/entity.create", "type_name", "user", "attributes", "{}")
                .succeeds();
        world.anyone("/oauth/forgot_password_native", "client_id", "owner").fails(403, "client_permission_error");
    }

    @Test
    void keepsToTheAllowList() {
        var added = world.owner("/clients/add", "description", "d", "features", "[\"owner\"]")
                .succeeds();
        var id = added.path("client_id").stringValue();
        var secret = added.path("client_secret").stringValue();
        world.owner("/clients/set_whitelist", "for_client_id", id, "whitelist", "[\"10.1.0.0/16\"]")
                .succeeds();
        world.as(id, secret, "/clients/list").fails(403, "client_permission_error");
        world.owner("/clients/set_whitelist", "for_client_id", id, "whitelist", "[\"127.0.0.0/8\"]")
                .succeeds();
        world.as(id, secret, "/clients/list").succeeds();
        world.owner("/clients/set_whitelist", "for_client_id", id, "whitelist", "[]")
                .succeeds();
        world.as(id, secret, "/clients/list").fails(403, "client_permission_error");
        world.owner("/clients/clear_whitelist", "for_client_id", id).succeeds();
        world.as(id, secret, "/clients/list").succeeds();
    }

    @Test
    void letsAUserActOnTheOwnRecordUntilTheTokenExpires() {
        var uuid = world.record("user", "{'givenName':'Ada'}");
        var token = token(uuid);
        var oauth = Map.of("Authorization", "OAuth " + token);
        assertThat(world.post("/entity", oauth)
                        .succeeds()
                        .path("result")
                        .path("uuid")
                        .stringValue())
                .isEqualTo(uuid);
        world.anyone("/entity", "access_token", token, "id", "").succeeds();
        world.advance(Duration.ofSeconds(3599));
        world.post("/entity", oauth).succeeds();
        world.advance(Duration.ofSeconds(1));
        var body = world.post("/entity", oauth).fails(414, "access_token_expired");
        assertThat(body.path("error_description").stringValue()).isEqualTo("access_token expired");
        world.post("/entity", Map.of("Authorization", "OAuth " + token(uuid))).succeeds();
    }

    @Test
    void doesNotKnowATokenThatWasNeverIssuedOrIsRevoked() {
        var uuid = world.record("user", "{}");
        var token = token(uuid);
        assertThat(world.anyone("/entity", "access_token", "nope")
                        .fails(200, "invalid_argument")
                        .path("error_description")
                        .stringValue())
                .isEqualTo("unknown access token");
        world.anyone("/entity", "access_token", token).succeeds();
        world.owner("/entity.deleteAccess", "type_name", "user", "uuid", uuid).succeeds();
        world.anyone("/entity", "access_token", token).fails(200, "invalid_argument");
    }

    @Test
    void takesASignature() {
        var parameters = new Parameters().add("has_features", "[\"owner\"]");
        var date = "2026-03-01 12:00:00";
        var signature = Signature.of("/clients/list", date, parameters, "owner-secret");
        signed(date, signature).succeeds();
        signed(date, Signature.of("/clients/list", date, parameters, "wrong")).fails(402, "invalid_client_credentials");
        signed("2026-03-01 12:00:01", signature).fails(402, "invalid_client_credentials");
        world.clock.move(Duration.ofMinutes(11));
        signed(date, signature).fails(402, "invalid_client_credentials");
    }

    @Test
    void saysHowFarAClockMayBeOff() {
        try (var strict = RegistrationSimulator.builder()
                .ownerClient("owner", "owner-secret")
                .clock(world.clock)
                .signatureSkew(Duration.ofSeconds(5))
                .start()) {
            var date = "2026-03-01 12:00:00";
            var request = HttpRequest.newBuilder(strict.baseAddress().resolve("/clients/list"))
                    .header(
                            "Authorization",
                            "Signature owner:" + Signature.of("/clients/list", date, new Parameters(), "owner-secret"))
                    .header("Date", date);
            world.clock.move(Duration.ofSeconds(5));
            SimulatorFixture.sendAlone(request).succeeds();
            world.clock.move(Duration.ofSeconds(1));
            SimulatorFixture.sendAlone(request).fails(402, "invalid_client_credentials");
        }
    }

    @Test
    void signsAsRecorded() {
        var first = new Parameters()
                .add("param1", "this is a string")
                .add("param2", "10")
                .add("param3", "one=1\ntwo=2,three=3");
        assertThat(Signature.of("/entity", "2000-01-01 01:01:01", first, "bar"))
                .isEqualTo("G3N5RxCVc0d6rDLmBRGvcg2hCVY=");
        var second = new Parameters()
                .add("entity_type", "user")
                .add("filter", "lastUpdated >= '2016-01-01'")
                .add("client_secret", "left out");
        assertThat(Signature.of("/entity.find", "2016-02-26 19:08:44", second, "rylicq8ydkz0vmki3gqaoxbk4gyrr05t"))
                .isEqualTo("+Bf5W9YKRhi5AoVTbxvhzuJXDUQ=");
    }

    private SimulatorFixture.Reply signed(String date, String signature) {
        return world.post(
                "/clients/list",
                Map.of("Authorization", "Signature owner:" + signature, "Date", date),
                "has_features",
                "[\"owner\"]");
    }

    private String token(String uuid) {
        return world.owner("/access/getAccessToken", "type_name", "user", "uuid", uuid)
                .succeeds()
                .path("accessToken")
                .stringValue();
    }
}
