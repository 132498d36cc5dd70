package io.regcontract.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The form operations as programs call them: with less said, with more credentials, and with other names. */
class FormCallersTest {

    private static final String LOG_IN = "/oauth/auth_native_traditional";

    private final SimulatorFixture world = new SimulatorFixture();
    private final Map<String, String> arguments = new LinkedHashMap<>();
    private String uuid = "";

    @BeforeEach
    void prepare() {
        uuid = world.record("user", "{'email':'ada@example.com','password':'right-one'}");
        arguments.put("client_id", "login");
        arguments.put("redirect_uri", "https://a.example/");
        arguments.put("form", "signInForm");
        arguments.put("signInEmailAddress", "ada@example.com");
        arguments.put("currentPassword", "right-one");
    }

    @AfterEach
    void stop() {
        world.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"no response_type", "an empty one"})
    void givesAnAccessTokenWhereNobodySaysWhatIsWanted(String how) {
        if (how.startsWith("an")) {
            arguments.put("response_type", "");
        }
        var body = world.anyone(LOG_IN, flat()).succeeds();
        assertThat(body.path("access_token").stringValue()).hasSize(16);
        assertThat(body.has("authorization_code")).isFalse();
        arguments.remove("redirect_uri");
        world.anyone(LOG_IN, flat()).fails(100, "missing_argument");
    }

    @Test
    void registersWithoutAResponseType() {
        var registration = new String[] {
            "client_id",
            "login",
            "redirect_uri",
            "https://a.example/",
            "form",
            "registrationForm",
            "emailAddress",
            "new@example.com",
            "newPassword",
            "pass-word",
            "newPasswordConfirm",
            "pass-word"
        };
        assertThat(world.anyone("/oauth/register_native_traditional", registration)
                        .succeeds()
                        .has("access_token"))
                .isTrue();
    }

    @Test
    void takesTheSecretOfALoginOrAnOwnerClientInTheHeader() {
        arguments.remove("client_id");
        var secret = loginSecret();
        var login = as("login", secret).succeeds();
        assertThat(login.path("capture_user").path("uuid").stringValue()).isEqualTo(uuid);
        as("owner", "owner-secret").succeeds();
        as("login", "wrong-secret").fails(402, "invalid_client_credentials");
        as("owner", "wrong-secret").fails(402, "invalid_client_credentials");
        as("nobody", secret).fails(402, "invalid_client_credentials");
        world.anyone(LOG_IN, flat()).fails(205, "invalid_auth_method");
    }

    @ParameterizedTest
    @CsvSource({"direct_access", "direct_read_access", "access_issuer"})
    void permitsOtherClientsNothingForTheirSecret(String feature) {
        var other = world.owner("/clients/add", "description", "d", "features", "[\"" + feature + "\"]")
                .succeeds();
        as(other.path("client_id").stringValue(), other.path("client_secret").stringValue())
                .fails(403, "client_permission_error");
    }

    /** An owner client that only names itself proves nothing. */
    @Test
    void permitsAnOwnerNothingForItsId() {
        arguments.put("client_id", "owner");
        world.anyone(LOG_IN, flat()).fails(403, "client_permission_error");
    }

    @ParameterizedTest
    @ValueSource(strings = {"access_token", "token"})
    void knowsAnAccessTokenByItsOtherName(String name) {
        var token = token();
        var change = new String[] {"form", "editProfileForm", "firstName", "Ada", name, token};
        world.login("/oauth/update_profile_native", change).succeeds();
        assertThat(world.owner("/entity", "type_name", "user", "uuid", uuid)
                        .succeeds()
                        .path("result")
                        .path("givenName")
                        .stringValue())
                .isEqualTo("Ada");
        change[5] = "nosuchtoken23456";
        assertThat(world.login("/oauth/update_profile_native", change)
                        .fails(200, "invalid_argument")
                        .path("argument_name")
                        .stringValue())
                .isEqualTo("access_token");
    }

    @Test
    void refusesTwoNamesWithTwoTokens() {
        var change = new String[] {"form", "editProfileForm", "access_token", token(), "token", token()};
        world.login("/oauth/update_profile_native", change).fails(201, "duplicate_argument");
        change[5] = change[3];
        world.login("/oauth/update_profile_native", change).succeeds();
        world.login("/oauth/update_profile_native", "form", "editProfileForm").fails(100, "missing_argument");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/oauth/auth_native_traditional/", "/oauth/auth_native_traditional"})
    void takesASlashAtTheEndOfAPath(String path) {
        world.anyone(path, flat()).succeeds();
        arguments.put("currentPassword", "wrong-one");
        var body = world.anyone(path, flat()).fails(210, "invalid_credentials");
        assertThat(world.control("GET", "/log/" + body.path("request_token").stringValue(), "")
                        .path("operation")
                        .stringValue())
                .isEqualTo(LOG_IN);
        assertThat(world.anyone(path + "//", flat()).status()).isEqualTo(404);
        world.owner("/entity/", "type_name", "user", "uuid", uuid).succeeds();
    }

    /** The token operation answers in the form of OAuth, however its path is spelt. */
    @Test
    void answersTheTokenOperationAlikeWithASlash() {
        try (var observed = new SimulatorFixture(SpokenDialect.OBSERVED)) {
            for (var path : new String[] {"/oauth/token", "/oauth/token/"}) {
                var reply = observed.owner(path, "grant_type", "nonsense");
                assertThat(reply.status()).as(path).isEqualTo(400);
                assertThat(reply.body().path("error").stringValue()).isEqualTo("invalid_request");
            }
        }
    }

    private SimulatorFixture.Reply as(String id, String secret) {
        return world.as(id, secret, LOG_IN, flat());
    }

    private String loginSecret() {
        for (var client :
                world.owner("/clients/list").succeeds().path("results").values()) {
            if (client.path("client_id").stringValue("").equals("login")) {
                return client.path("client_secret").stringValue();
            }
        }
        throw new AssertionError("the login client is on no list");
    }

    private String token() {
        return world.owner("/access/getAccessToken", "type_name", "user", "uuid", uuid, "for_client_id", "login")
                .succeeds()
                .path("accessToken")
                .stringValue();
    }

    private String[] flat() {
        return arguments.entrySet().stream()
                .flatMap(argument -> Stream.of(argument.getKey(), argument.getValue()))
                .toArray(String[]::new);
    }
}
