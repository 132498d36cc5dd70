package io.regcontract.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** No refusal repeats a credential, wherever in the call it stood, and neither does a line or an entry of the log. */
class ConfidentialTextsTest {

    private static final String SECRET = "kept-secret-77";
    private static final String BLOB =
            Base64.getEncoder().encodeToString(("owner:" + SECRET).getBytes(StandardCharsets.UTF_8));

    static Stream<String> headers() {
        return Stream.of(
                BLOB,
                SECRET,
                "owner:" + SECRET,
                " " + BLOB + " ",
                "Basic" + BLOB,
                "Basic:" + BLOB,
                "Bearer " + SECRET,
                "bearer",
                "Digest username=\"owner\", response=\"" + SECRET + "\"",
                SECRET + " " + SECRET,
                "Token token=" + SECRET);
    }

    @ParameterizedTest
    @MethodSource("headers")
    void repeatsNothingOfAHeaderWithoutAScheme(String header) {
        try (var world = new SimulatorFixture()) {
            for (var path : List.of("/entity.bulkCreate", "/clients/list", "/oauth/auth_native", "/entity")) {
                var reply =
                        world.post(path, Map.of("Authorization", header), "type_name", "user", "client_id", "login");
                var body = reply.fails(205, "invalid_auth_method");
                isSilent(world, reply, body.path("request_token").stringValue());
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"Basic", "basic", "Signature", "OAuth"})
    void repeatsNothingOfAHeaderThatIsWrong(String scheme) {
        try (var world = new SimulatorFixture()) {
            for (var rest : List.of(SECRET, BLOB, "owner:" + SECRET, SECRET + ":x", "")) {
                var reply =
                        world.post("/entity.update", Map.of("Authorization", scheme + " " + rest), "type_name", "user");
                assertThat(reply.body().path("stat").stringValue()).isEqualTo("error");
                isSilent(world, reply, reply.body().path("request_token").stringValue());
            }
        }
    }

    /** A credential in its own place, and the same text in each place that a refusal tells of. */
    @ParameterizedTest
    @EnumSource(SpokenDialect.class)
    void repeatsNoCredentialThatAlsoStandsInAnotherPlace(SpokenDialect dialect) {
        try (var world = new SimulatorFixture(dialect)) {
            var places = List.of(
                    List.of("/entity.count", "type_name", SECRET),
                    List.of("/entity.count", "type_name", "user", "filter", SECRET.replace('-', '_') + " = 1"),
                    List.of("/entity.count", "type_name", "user", "filter", "id = '" + SECRET + "'"),
                    List.of("/entity.find", "type_name", "user", "attributes", "[\"" + SECRET + "\"]"),
                    List.of("/entity.find", "type_name", "user", "sort_on", "[\"a/" + SECRET + "\"]"),
                    List.of("/entity.create", "type_name", "user", "attributes", "{\"" + SECRET + "\":1}"),
                    List.of("/clients/add", "description", "d", "features", "[\"" + SECRET + "\"]"),
                    List.of("/oauth/token", "grant_type", SECRET),
                    List.of("/entity.count", "type_name", "user", "application_id", SECRET),
                    List.of("/entity.count", "type_name", "user", SECRET, "1", SECRET, "2"));
            var carriers =
                    List.of("client_secret", "access_token", "token", "code", "refresh_token", "currentPassword");
            for (var place : places) {
                for (var carrier : carriers) {
                    for (var secret : List.of(SECRET, SECRET.replace('-', '_'))) {
                        var parameters = new ArrayList<>(place.subList(1, place.size()));
                        parameters.addAll(List.of(carrier, secret));
                        var query = SimulatorFixture.form(parameters.toArray(String[]::new));
                        var header = Map.of("Authorization", SimulatorFixture.basic("owner", "owner-secret"));
                        for (var reply : List.of(
                                world.get(place.get(0) + "?" + query, header),
                                world.post(place.get(0), header, parameters.toArray(String[]::new)))) {
                            assertThat(reply.text()).as("%s %s", place, carrier).doesNotContain(secret);
                        }
                    }
                }
            }
        }
    }

    /** An error among the results of a success is a refusal, too. */
    @ParameterizedTest
    @EnumSource(SpokenDialect.class)
    void repeatsNoCredentialAmongTheResultsOfASuccess(SpokenDialect dialect) {
        try (var world = new SimulatorFixture(dialect)) {
            var reply = world.owner(
                    "/entity.bulkCreate",
                    "type_name",
                    "user",
                    "all_attributes",
                    "[{\"owner-secret\":1},{\"" + SECRET + "\":1},{}]",
                    "client_secret",
                    SECRET);
            var results = reply.succeeds().path("results");
            assertThat(results.path(0).path("code").asInt(-1)).isEqualTo(223);
            assertThat(results.path(1).path("code").asInt(-1)).isEqualTo(223);
            assertThat(results.path(2).isIntegralNumber()).isTrue();
            assertThat(reply.text()).doesNotContain(SECRET, "owner-secret");
        }
    }

    @Test
    void repeatsNoTokenThatIsUnknown() {
        try (var world = new SimulatorFixture()) {
            var token = "nosuchtoken23456";
            for (var path : List.of("/entity", "/entity.update", "/entity.delete")) {
                for (var reply : List.of(
                        world.anyone(path, "access_token", token, "attributes", "{}"),
                        world.post(path, Map.of("Authorization", "OAuth " + token), "attributes", "{}"))) {
                    reply.fails(200, "invalid_argument");
                    assertThat(reply.text()).doesNotContain(token);
                }
            }
            assertThat(world.owner("/oauth/token", "grant_type", "authorization_code", "code", token)
                            .text())
                    .doesNotContain(token);
            assertThat(world.anyone("/access/useVerificationCode", "verification_code", token)
                            .text())
                    .doesNotContain(token);
        }
    }

    /** What is no credential is still told, so that people find their mistakes. */
    @Test
    void repeatsTheRest() {
        try (var world = new SimulatorFixture()) {
            var body = world.owner("/entity.count", "type_name", "visitor").fails(222, "unknown_entity_type");
            assertThat(body.path("error_description").stringValue()).contains("visitor");
            assertThat(body.path("type_name").stringValue()).isEqualTo("visitor");
        }
    }

    private static void isSilent(SimulatorFixture world, SimulatorFixture.Reply reply, String token) {
        for (var text : List.of(
                reply.text(),
                String.join("\n", List.copyOf(world.requestLog)),
                world.control("GET", "/log/" + token, "").toString())) {
            assertThat(text)
                    .doesNotContain(
                            SECRET,
                            BLOB,
                            SECRET.toUpperCase(java.util.Locale.ROOT),
                            BLOB.toLowerCase(java.util.Locale.ROOT));
        }
    }
}
