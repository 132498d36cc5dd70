package io.regcontract.suite.selftest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.regcontract.simulator.RegistrationSimulator;
import io.regcontract.suite.observe.Observation;
import io.regcontract.suite.observe.Observation.Examined;
import io.regcontract.suite.run.Options;
import io.regcontract.suite.run.Settings;
import io.regcontract.suite.run.SuiteRun;
import io.regcontract.suite.selftest.BreakingProxy.Damage;
import io.regcontract.suite.selftest.BreakingProxy.Reply;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * No violation can hide: one answer of a whole run is damaged on its way, and exactly that requirement is contradicted,
 * through exactly the check meant for that damage, while everything else stays as it was.
 */
@TestInstance(Lifecycle.PER_CLASS)
final class DamagedAnswerTest {

    private static final String TOKEN = "a1b2c3d4e5f6g7h8";

    private final RegistrationSimulator simulator = RegistrationSimulator.builder()
            .application("selftest")
            .controlToken("selftest-control-token")
            .start();

    @TempDir
    private Path directory;

    static Stream<Arguments> damages() {
        return Stream.of(
                damage("wrong code: the neighbour", 341, "body.code", text("\"code\":341", "\"code\":342")),
                damage("wrong code: the catch-all", 342, "body.code", text("\"code\":342", "\"code\":340")),
                damage("wrong code: the HTTP twin", 402, "body.code", text("\"code\":402", "\"code\":401")),
                damage("wrong code: an undocumented one", 480, "body.code", text("\"code\":480", "\"code\":485")),
                damage("name of another code", 213, "body.error", text("password_incorrect", "invalid_credentials")),
                damage(
                        "the other face of 352",
                        352,
                        "body.error",
                        text("unknown_application", "password_unacceptable")),
                damage("name missing", 221, "body.error", pattern("\"error\":\"[a-z_]+\",?", "")),
                damage("code as string", 222, "body.code.integer", text("\"code\":222", "\"code\":\"222\"")),
                damage("code with a fraction", 415, "body.code.integer", text("\"code\":415", "\"code\":415.0")),
                damage("code with an exponent", 415, "body.code.integer", text("\"code\":415", "\"code\":4.15e2")),
                damage("code null", 300, "body.code.integer", text("\"code\":300", "\"code\":null")),
                damage("code missing", 500, "body.code.integer", pattern("\"code\":500,?", "")),
                damage(
                        "description missing",
                        310,
                        "description.present",
                        pattern("\"error_description\":\"[^\"]*\",?", "")),
                damage(
                        "description empty",
                        341,
                        "description.present",
                        pattern("(\"error_description\":)\"[^\"]*\"", "$1\"\"")),
                damage(
                        "description a number",
                        342,
                        "description.present",
                        pattern("(\"error_description\":)\"[^\"]*\"", "$17")),
                damage("token missing", 100, "token.present", pattern(",?\"request_token\":\"[^\"]*\"", "")),
                damage("token renamed", 200, "token.present", text("\"request_token\"", "\"request_id\"")),
                damage("token null", 201, "token.present", pattern("(\"request_token\":)\"[^\"]*\"", "$1null")),
                damage(
                        "token of 15 characters",
                        205,
                        "token.length",
                        pattern("(\"request_token\":\"[^\"]{15})[^\"]\"", "$1\"")),
                damage(
                        "token of 17 characters",
                        210,
                        "token.length",
                        pattern("(\"request_token\":\"[^\"]{16})\"", "$1x\"")),
                damage(
                        "blank in the token",
                        211,
                        "token.blank-free",
                        pattern("(\"request_token\":\"[^\"]{7})[^\"]", "$1 ")),
                damage(
                        "token repeated",
                        390,
                        "token.unique",
                        (reply, tokens) -> reply.body(
                                reply.text().replaceAll("(\"request_token\":\")[^\"]*", "$1" + tokens.peekLast()))),
                damage(
                        "token the log does not know",
                        420,
                        "token.logged",
                        pattern("(\"request_token\":\")[^\"]*", "$1" + TOKEN)),
                damage("stat ok", 226, "body.stat", text("\"stat\":\"error\"", "\"stat\":\"ok\"")),
                damage(
                        "success instead of an error",
                        233,
                        "answer.failure",
                        (reply, tokens) -> reply.body("{\"stat\":\"ok\"}")),
                damage(
                        "html",
                        232,
                        "body.json",
                        (reply, tokens) -> new Reply(200, Optional.of("text/html"), "<html>sorry</html>")),
                damage("empty body", 234, "body.json", (reply, tokens) -> reply.body("")),
                damage(
                        "truncated body",
                        320,
                        "body.json",
                        (reply, tokens) -> reply.body(reply.text().substring(0, 40))),
                damage("key given twice", 330, "body.json", text("{", "{\"code\":330,")),
                damage(
                        "something behind the JSON",
                        340,
                        "body.json",
                        (reply, tokens) -> reply.body(reply.text() + "{}")),
                damage("byte order mark", 360, "body.json", (reply, tokens) -> reply.body("\uFEFF" + reply.text())),
                damage("an array", 362, "body.envelope", (reply, tokens) -> reply.body("[" + reply.text() + "]")),
                damage(
                        "content type html",
                        380,
                        "http.content-type",
                        (reply, tokens) -> new Reply(reply.status(), Optional.of("text/html"), reply.text())),
                damage(
                        "no content type",
                        403,
                        "http.content-type",
                        (reply, tokens) -> new Reply(reply.status(), Optional.empty(), reply.text())),
                damage("HTTP 415 for code 415", 415, "http.status", status(415)),
                damage("HTTP 400", 413, "http.status", status(400)),
                damage("extra field lost", 223, "body.fields", pattern("\"attribute_name\":\"[^\"]*\",?", "")),
                damage(
                        "extra field of another type",
                        234,
                        "body.schema",
                        pattern("(\"attribute_name\":)\"[^\"]*\"", "$17")),
                damage(
                        "another scenario's answer",
                        416,
                        "body.code",
                        (reply, tokens) -> reply.body(reply.text()
                                .replace("416", "417")
                                .replace("verification_code_expired", "creation_token_expired")),
                        "body.error"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("damages")
    void isFoundWhereItIsAndNowhereElse(String name, int code, List<String> checks, Damage damage) throws IOException {
        try (var proxy = new BreakingProxy(simulator.baseAddress(), code, damage)) {
            var observations = run(proxy.address(), name);

            assertThat(proxy.damagedOne())
                    .as("an answer with code %s came by", code)
                    .isTrue();
            var contradicted = observations.stream()
                    .filter(observation -> !observation.contradictions().isEmpty())
                    .toList();
            assertThat(contradicted).singleElement().satisfies(one -> {
                assertThat(one.requirement().code().code()).isEqualTo(code);
                assertThat(one.contradictions())
                        .extracting(DamagedAnswerTest::check)
                        .isSubsetOf(checks)
                        .contains(checks.get(0));
            });
            assertThat(observations)
                    .extracting(Observation::outcome)
                    .hasOnlyElementsOfType(Observation.Outcome.Observed.class);
        }
    }

    @Test
    void isFoundNowhereWhenNothingIsDamaged() throws IOException {
        try (var proxy = new BreakingProxy(simulator.baseAddress(), 0, (reply, tokens) -> reply)) {
            var observations = run(proxy.address(), "nothing");

            assertThat(observations).allSatisfy(observation -> {
                assertThat(observation.outcome()).isInstanceOf(Observation.Outcome.Observed.class);
                assertThat(observation.contradictions()).isEmpty();
            });
        }
    }

    private List<Observation> run(URI address, String name) throws IOException {
        var root = Files.createDirectories(directory.resolve(name.replaceAll("[^a-z0-9]+", "-")));
        var profiles = Files.createDirectories(root.resolve("environments/profiles"));
        Files.copy(
                Path.of(System.getProperty("regcontract.root", ".."), "environments/profiles/local.yaml"),
                profiles.resolve("local.yaml"));
        Map<String, String> environment = new HashMap<>();
        environment.put("REGCONTRACT_BASE_URL", address.toString());
        environment.put("REGCONTRACT_OWNER_CLIENT_ID", simulator.ownerClientId());
        environment.put("REGCONTRACT_OWNER_CLIENT_SECRET", simulator.ownerClientSecret());
        environment.put("REGCONTRACT_LOGIN_CLIENT_ID", simulator.loginClientId());
        environment.put("REGCONTRACT_CONTROL_URL", simulator.baseAddress().toString());
        environment.put("REGCONTRACT_CONTROL_TOKEN", "selftest-control-token");
        var observations = new ArrayList<Observation>();
        try (var run = SuiteRun.begin(new Settings(
                "local", Options.NONE, "selftest" + Integer.toHexString(name.hashCode()), root, environment))) {
            run.scenarios().forEach(scenario -> observations.add(run.seen(scenario)));
        }
        assertThat(observations).isNotEmpty();
        return observations;
    }

    @AfterAll
    void stop() {
        simulator.close();
    }

    /** Where several conditions hold it is another check that says the same of the code. */
    private static String check(Examined examined) {
        return examined.id().equals("body.one-of") ? "body.code" : examined.id();
    }

    /** The first check is the one meant for the damage; a damage that is two in one may show in the others. */
    private static Arguments damage(String name, int code, String check, Damage damage, String... alsoIn) {
        return arguments(
                name, code, Stream.concat(Stream.of(check), Stream.of(alsoIn)).toList(), damage);
    }

    private static Damage text(String target, String replacement) {
        return (reply, tokens) -> {
            assertThat(reply.text()).contains(target);
            return reply.body(
                    reply.text().replaceFirst(java.util.regex.Pattern.quote(target), replacement.replace("$", "\\$")));
        };
    }

    private static Damage pattern(String target, String replacement) {
        return (reply, tokens) -> {
            var damaged = reply.text().replaceFirst(target, replacement);
            assertThat(damaged).isNotEqualTo(reply.text());
            return reply.body(damaged.replace(",}", "}").replace("{,", "{"));
        };
    }

    private static Damage status(int status) {
        return (reply, tokens) -> new Reply(status, reply.contentType(), reply.text());
    }
}
