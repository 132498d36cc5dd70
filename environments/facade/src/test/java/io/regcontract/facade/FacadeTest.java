package io.regcontract.facade;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpRequest;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class FacadeTest {

    private static final Facade FACADE = Facade.start();
    private static final FacadeCalls CALLS = new FacadeCalls(FACADE);

    @AfterAll
    static void stop() {
        FACADE.close();
    }

    @Test
    void isBehindAGatewayThatAsksForItsKey() {
        var answer = FacadeCalls.send(HttpRequest.newBuilder(URI.create(FACADE.baseAddress() + "/entity.find"))
                .build());

        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(answer.body()).isEqualTo("The gateway knows no such key. Send the header X-Gateway-Key.");
    }

    @Test
    void answersBelowItsBasePathAlone() {
        var root = FACADE.baseAddress().resolve("/entity.find");
        var answer = FacadeCalls.send(HttpRequest.newBuilder(root)
                .header("X-Gateway-Key", FACADE.gatewayKey())
                .build());

        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(CALLS.api("/entity.create", Map.of()).statusCode()).isEqualTo(404);
    }

    @Test
    void registersAPersonWhoThenSignsIn() {
        assertThat(CALLS.register("ada@example.com").path("stat").asString()).isEqualTo("ok");

        var signedIn = CALLS.logIn("ADA@example.com", FacadeCalls.PASSWORD);

        assertThat(signedIn.path("stat").asString()).isEqualTo("ok");
        assertThat(signedIn.at("/capture_user/email").asString()).isEqualTo("ada@example.com");
        assertThat(signedIn.at("/capture_user").has("password")).isFalse();
        assertError(CALLS.logIn("ada@example.com", "another"), 213, "password_incorrect");
        assertError(CALLS.logIn("nobody@example.com", "another"), 212, "no_such_account");
        assertError(CALLS.register("ada@example.com"), 380, "email_address_in_use");
    }

    @Test
    void exchangesACodeOnceAndARefreshTokenOnce() {
        CALLS.register("bob@example.com");
        var code = CALLS.logIn("bob@example.com", FacadeCalls.PASSWORD)
                .path("authorization_code")
                .asString();
        var exchange = Map.of("grant_type", "authorization_code", "code", code, "redirect_uri", FacadeCalls.REDIRECT);

        var tokens = CALLS.owner("/oauth/token", exchange);
        var refresh = Map.of(
                "grant_type",
                "refresh_token",
                "refresh_token",
                tokens.path("refresh_token").asString());

        assertError(CALLS.owner("/oauth/token", exchange), 200, "invalid_argument");
        assertThat(CALLS.owner("/oauth/token", refresh).path("access_token").asString())
                .hasSize(16);
        assertError(CALLS.owner("/oauth/token", refresh), 200, "invalid_argument");
    }

    @Test
    void verifiesAnAddressByTheCodeThatWasSent() {
        CALLS.register("cleo@example.com");
        var asked = Map.of("signInEmailAddress", "cleo@example.com");
        CALLS.form("/oauth/verify_email_native", "resendVerificationForm", asked);
        var code = CALLS.control("GET", "/mails", "")
                .path("mails")
                .valueStream()
                .filter(mail -> mail.path("to").asString().equals("cleo@example.com"))
                .findFirst()
                .orElseThrow()
                .path("code")
                .asString();

        var used = CALLS.anyone("/access/useVerificationCode", Map.of("verification_code", code));

        assertThat(used.path("uuid").isString()).isTrue();
        assertError(CALLS.form("/oauth/verify_email_native", "resendVerificationForm", asked), 540, "triggered_error");
        assertError(
                CALLS.anyone("/access/useVerificationCode", Map.of("verification_code", code)),
                200,
                "invalid_argument");
    }

    @Test
    void findsRecordsPageByPage() {
        CALLS.control(
                "POST", "/types", "{\"name\":\"badge\",\"attributes\":[{\"name\":\"number\",\"type\":\"integer\"}]}");
        for (int number = 1; number <= 5; number++) {
            CALLS.control("POST", "/records/badge", "{\"attributes\":{\"number\":" + number + "}}");
        }

        var page = CALLS.owner(
                "/entity.find",
                Map.of(
                        "type_name", "badge",
                        "filter", "number > 1 and not number = 3",
                        "sort_on", "[\"-number\"]",
                        "max_results", "2",
                        "show_total_count", "true",
                        "attributes", "[\"number\"]"));

        assertThat(page.path("results").toString()).isEqualTo("[{\"number\":5},{\"number\":4}]");
        assertThat(page.path("total_count").intValue()).isEqualTo(3);
    }

    @Test
    void refusesAWriteAsAWhole() {
        CALLS.control(
                "POST",
                "/types",
                "{\"name\":\"pass\",\"attributes\":[{\"name\":\"a\",\"type\":\"string\"},"
                        + "{\"name\":\"b\",\"type\":\"string\",\"length\":2}]}");
        var uuid = CALLS.control("POST", "/records/pass", "{\"attributes\":{\"a\":\"old\"}}")
                .path("uuid")
                .asString();
        var record = Map.of("type_name", "pass", "uuid", uuid);

        var refused = CALLS.owner(
                "/entity.update",
                Map.of("type_name", "pass", "uuid", uuid, "attributes", "{\"a\":\"new\",\"b\":\"long\"}"));

        assertError(refused, 363, "length_violation");
        assertThat(CALLS.owner("/entity", record).at("/result/a").asString()).isEqualTo("old");
    }

    @Test
    void tellsSupportOfAFailedCallByItsToken() {
        var failed = CALLS.owner("/entity", Map.of("type_name", "no-such-type", "id", "1"));

        assertError(failed, 222, "unknown_entity_type");
        var logged = FacadeCalls.send(HttpRequest.newBuilder(URI.create(FACADE.controlAddress() + "/log/"
                        + failed.path("request_token").asString()))
                .header("Authorization", "Bearer " + FACADE.controlToken())
                .build());
        assertThat(logged.body()).contains("\"operation\":\"/entity\"", "\"code\":222");
    }

    static void assertError(JsonNode answer, int code, String name) {
        assertThat(answer.path("code").intValue()).as(answer.toString()).isEqualTo(code);
        assertThat(answer.path("error").asString()).isEqualTo(name);
        assertThat(answer.path("stat").asString()).isEqualTo("error");
        assertThat(answer.path("request_token").asString()).hasSize(16);
        assertThat(answer.path("error_description").asString()).isNotBlank();
    }
}
