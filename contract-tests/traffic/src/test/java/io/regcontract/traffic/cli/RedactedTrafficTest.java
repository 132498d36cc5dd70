package io.regcontract.traffic.cli;

import static io.regcontract.traffic.cli.HarFile.error;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Nothing of secrets is kept, and nothing of people unless that is asked for. */
final class RedactedTrafficTest {

    private static final String SECRET = "zxcvbnm2345qwertyuiop987";
    private static final String BASIC = "Basic YWNtZS1jbGllbnQ6enhjdmJubTIzNDVxd2VydHl1aW9wOTg3";
    private static final List<String> SECRETS = List.of(
            SECRET,
            BASIC.substring(6),
            "h7yyk55jjnc39bw2token0access",
            "correct-horse-battery",
            "q8rt5vw2kx9zverification",
            "newsecretnewsecret234567",
            "sid-0123456789-cookie-abcdef",
            "Zm9yZWlnbi1zY2hlbWUtdmFsdWU",
            "api-key-of-a-gateway-778899");
    private static final List<String> PEOPLE =
            List.of("jane.doe@example.org", "jane.doe", "Janeth", "Gasse 12", "+43 660 1234567", "1987-06-05", "Wien");

    @TempDir
    private Path directory;

    private static HarFile planted() {
        var attributes = "{\"email\":\"jane.doe@example.org\",\"givenName\":\"Janeth\",\"birthday\":\"1987-06-05\","
                + "\"primaryAddress\":{\"address1\":\"Gasse 12\",\"city\":\"Wien\",\"phone\":\"+43 660 1234567\"}}";
        return new HarFile()
                .call(
                        "/oauth/token",
                        Map.of("grant_type", "refresh_token"),
                        200,
                        "{\"stat\":\"ok\",\"access_token\":\"h7yyk55jjnc39bw2token0access\"}")
                .call(
                        "/clients/reset_secret",
                        Map.of("for_client_id", "c", "hours_to_live", "1"),
                        200,
                        "{\"stat\":\"ok\",\"new_secret\":\"newsecretnewsecret234567\"}")
                .call(
                        "/entity.create",
                        Map.of("type_name", "user", "attributes", attributes),
                        200,
                        error(361, "unique_violation", "abcdefgh23456789")
                                .replace(
                                        "it does not work",
                                        "jane.doe@example.org of Janeth (Gasse 12, Wien), h7yyk55jjnc39bw2token0access,"
                                                + " newsecretnewsecret234567"),
                        HarFile.authorization(BASIC))
                .call(
                        "/oauth/auth_native_traditional",
                        Map.of(
                                "signInEmailAddress",
                                "jane.doe@example.org",
                                "currentPassword",
                                "correct-horse-battery"),
                        200,
                        "{\"stat\":\"error\",\"code\":390,\"error\":\"invalid_form_fields\",\"error_description\":\""
                                + SECRET
                                + "\",\"request_token\":\"bbcdefgh23456789\",\"invalid_fields\":{\"email\":[\"jane.doe@example.org"
                                + " is Janeth\"]},\"prereg_attributes\":{\"city\":\"Wien\"}}",
                        entry -> {
                            HarFile.authorization(BASIC).accept(entry);
                            HarFile.header(
                                    (ArrayNode) entry.at("/request/headers"),
                                    "Cookie",
                                    "sid=sid-0123456789-cookie-abcdef");
                            HarFile.header(
                                    (ArrayNode) entry.at("/request/headers"),
                                    "X-Gateway-Key",
                                    "api-key-of-a-gateway-778899");
                            HarFile.header(
                                    (ArrayNode) entry.at("/response/headers"),
                                    "Set-Cookie",
                                    "sid=sid-0123456789-cookie-abcdef; Path=/");
                        })
                .call(
                        "/entity",
                        Map.of("type_name", "user", "key_attribute", "/email", "key_value", "\"jane.doe@example.org\""),
                        500,
                        "<html>jane.doe@example.org " + SECRET + " was looked for</html>",
                        HarFile.authorization("Hawk Zm9yZWlnbi1zY2hlbWUtdmFsdWU"))
                .call(
                        "/access/useVerificationCode",
                        Map.of("verification_code", "q8rt5vw2kx9zverification"),
                        200,
                        error(200, "invalid_argument", "cbcdefgh23456789")
                                .replace("it does not work", "q8rt5vw2kx9zverification was used"))
                .call(
                        "/entity.find",
                        Map.of("filter", "email='jane.doe@example.org'"),
                        200,
                        error(223, "unknown_attribute", "dbcdefgh23456789")
                                .replace("}", ",\"jane.doe@example.org\":\"Janeth\"}"),
                        entry -> ((ObjectNode) entry.path("request"))
                                .put(
                                        "url",
                                        HarFile.HOST + "/entity.find?client_secret=" + SECRET
                                                + "&filter=email%3D%27jane.doe%40example.org%27"));
    }

    @Test
    void keepsNothingOfSecretsAndPeopleInRecordAndConsole() throws IOException {
        var outcome = new TrafficUnderTest(directory).judge(planted());

        var kept = outcome.record() + outcome.printed();
        outcome.lines();
        assertThat(kept).contains("REG-361.entity-create.traffic", "REG-390.", "REG-223.entity-find");
        SECRETS.forEach(secret -> assertThat(kept).doesNotContain(secret));
        PEOPLE.forEach(datum -> assertThat(kept)
                .doesNotContain(datum)
                .doesNotContain(java.net.URLEncoder.encode(datum, java.nio.charset.StandardCharsets.UTF_8)));
        assertThat(outcome.lines()
                        .get(outcome.lines().size() - 2)
                        .path("bodies")
                        .booleanValue())
                .isFalse();
    }

    @Test
    void keepsDataOfPeopleWhenItIsAskedForAndSecretsNever() throws IOException {
        var outcome = new TrafficUnderTest(directory).judge(planted(), "--bodies");

        var kept = outcome.record() + outcome.printed();
        SECRETS.forEach(secret -> assertThat(kept).doesNotContain(secret));
        assertThat(kept).contains("Janeth", "jane.doe@example.org");
        assertThat(outcome.lines()
                        .get(outcome.lines().size() - 2)
                        .path("bodies")
                        .booleanValue())
                .isTrue();
    }

    @Test
    void takesOutASecretThatOnlyALaterExchangeShowsToBeOne() throws IOException {
        var outcome = new TrafficUnderTest(directory)
                .judge(new HarFile()
                        .call(
                                "/entity.find",
                                Map.of("filter", "x"),
                                200,
                                error(500, "unexpected_error", "abcdefgh23456789")
                                        .replace("it does not work", "token later2later3later4 was cached"))
                        .call(
                                "/oauth/token",
                                Map.of("grant_type", "refresh_token"),
                                200,
                                "{\"stat\":\"ok\",\"access_token\":\"later2later3later4\"}"));

        assertThat(outcome.record()).doesNotContain("later2later3later4").contains("was cached");
    }

    @Test
    void takesOutSecretsBeyondThoseThatItKnowsByValue() throws IOException {
        var har = new HarFile();
        for (int number = 0; number < 5_000; number++) {
            har.call(
                    "/oauth/token",
                    Map.of("grant_type", "refresh_token"),
                    200,
                    "{\"stat\":\"ok\",\"access_token\":\"issued-token-%06d\"}".formatted(number));
        }
        har.call(
                "/entity.find",
                Map.of("filter", "x"),
                200,
                error(500, "unexpected_error", "abcdefgh23456789")
                        .replace(
                                "it does not work",
                                "cached issued-token-000007, issued-token-004999 and 'issued-token-004998'"));

        var record = new TrafficUnderTest(directory).judge(har).record();

        assertThat(record).contains("cached ").doesNotContain("issued-token-0");
    }
}
