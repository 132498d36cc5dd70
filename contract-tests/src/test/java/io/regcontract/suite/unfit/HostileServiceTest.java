package io.regcontract.suite.unfit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.regcontract.check.Examination;
import io.regcontract.contract.Contract;
import io.regcontract.contract.text.ServiceText;
import io.regcontract.environment.Capability;
import io.regcontract.environment.ControlPlaneAccess;
import io.regcontract.environment.Secret;
import io.regcontract.simulator.RegistrationSimulator;
import io.regcontract.simulator.SpokenDialect;
import io.regcontract.suite.ContradictionText;
import io.regcontract.suite.allure.AllureRow;
import io.regcontract.suite.observe.Engine;
import io.regcontract.suite.observe.EngineContext;
import io.regcontract.suite.observe.Observation;
import io.regcontract.suite.observe.Observation.Outcome;
import io.regcontract.suite.observe.RecordHeader;
import io.regcontract.suite.observe.RecordedRequirement;
import io.regcontract.suite.observe.RunRecordWriter;
import io.regcontract.suite.observe.Shard;
import io.regcontract.suite.plan.ScenarioCatalogue;
import io.regcontract.suite.redaction.Redactor;
import io.regcontract.suite.scenario.Scenario;
import io.regcontract.suite.state.Application;
import io.regcontract.suite.state.ControlPlaneClient;
import io.regcontract.suite.transport.PlainHttpClient;
import io.regcontract.suite.transport.ServiceClient;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.json.JsonMapper;

/**
 * A service says what it likes, through a real socket, in either dialect, with and without an API log: the run goes on, the
 * answer is contradicted by the check that is there for it, and every file that is written can be read and gives nothing away.
 */
@TestInstance(Lifecycle.PER_CLASS)
final class HostileServiceTest {

    private static final Contract CONTRACT = Contract.load();
    private static final Duration TIMEOUT = Duration.ofSeconds(20);
    private static final String CONTROL_TOKEN = "hostile-control-token";
    private static final String SECRET = "k3v9x2m7q4w8r6t5y1z0p8";
    private static final String TAKEN = "REG-361.entity-create.duplicate-value";

    private final Map<SpokenDialect, RegistrationSimulator> simulators = Map.of(
            SpokenDialect.DOCUMENTED, simulator(SpokenDialect.DOCUMENTED),
            SpokenDialect.OBSERVED, simulator(SpokenDialect.OBSERVED));

    @TempDir
    private Path directory;

    /** What is done to a failing answer. */
    private record Damage(String name, String check, BiFunction<String, HttpExchange, String> change) {
        @Override
        public String toString() {
            return name;
        }
    }

    private static List<Damage> damages() {
        var damages = new ArrayList<Damage>();
        for (var said : List.of(
                "x\\ud83dy",
                "a\\u0000b",
                "\\ufffe",
                "\\u001b[31m",
                "a\\u2028b",
                "\\u202ex",
                "a\\r\\n::error::forged")) {
            damages.add(new Damage("name " + said, "body.error", (body, to) -> member(body, "error", said)));
        }
        damages.add(token("half a character", "jx3m9k2v\\ud83d7hw4r8t", "token.characters"));
        damages.add(token("zero width", "\\u200b".repeat(16), "token.characters"));
        damages.add(token("emoji", "\\ud83d\\ude00".repeat(16), "token.characters"));
        damages.add(token("NUL", "\\u0000".repeat(16), "token.characters"));
        damages.add(token("right to left", "\\u202e".repeat(16), "token.characters"));
        damages.add(token("no character", "\\ufffe".repeat(16), "token.characters"));
        damages.add(token("blank look-alikes", "\\u3164".repeat(16), "token.blank-free"));
        damages.add(token("line separators", "\\u2028".repeat(16), "token.blank-free"));
        damages.add(token("an order", "::error::forged\\u000d", "token.blank-free"));
        damages.add(token("a piece of the secret", SECRET.substring(3, 19), "body.secret-free"));
        damages.add(header("Set-Cookie", "sid=" + base64("v:" + SECRET) + "; Path=/"));
        damages.add(header("Location", "/?a=%" + HexFormat.ofDelimiter("%").formatHex(utf8(SECRET))));
        damages.add(header("X-Debug", HexFormat.of().formatHex(utf8(SECRET))));
        for (var said : List.of(
                SECRET,
                new StringBuilder(SECRET).reverse().toString(),
                base64("a" + SECRET),
                SECRET.replace("k", "&#107;"),
                SECRET.replace("k", "\\\\u006b"))) {
            damages.add(new Damage(
                    "secret as " + said, "body.secret-free", (body, to) -> member(body, "error_description", said)));
        }
        damages.add(new Damage(
                "900 levels",
                "body.json",
                (body, to) -> "{\"a\":" + "[".repeat(900) + "]".repeat(900) + "," + body.substring(1)));
        damages.add(new Damage(
                "200,000 digits",
                "body.json",
                (body, to) -> "{\"a\":" + "3".repeat(200_000) + "," + body.substring(1)));
        return damages;
    }

    static Stream<Arguments> cases() {
        return Stream.of(SpokenDialect.values()).flatMap(dialect -> Stream.of(true, false)
                .flatMap(logged -> damages().stream().map(damage -> arguments(damage, dialect, logged))));
    }

    @ParameterizedTest(name = "{0}, {1}, API log {2}")
    @MethodSource("cases")
    void isContradictedAndWrittenDown(Damage damage, SpokenDialect dialect, boolean logged) throws IOException {
        var simulator = simulators.get(dialect);
        var proxy = proxy(simulator, damage);
        try {
            var address = URI.create("http://127.0.0.1:" + proxy.getAddress().getPort());
            var observation = engine(address, simulator, logged).observe(scenario());

            assertThat(observation.outcome()).isInstanceOf(Outcome.Observed.class);
            assertThat(observation.contradictions())
                    .extracting(Observation.ExaminedCheck::id)
                    .contains(damage.check());
            written(observation);
        } finally {
            proxy.stop(0);
        }
    }

    private void written(Observation observation) throws IOException {
        var failure = ContradictionText.of(observation, "hostile");
        var allure = directory.resolve("allure");
        new AllureRow(CONTRACT, "hostile", allure).write(observation, failure);
        var header = new RecordHeader(
                "hostile",
                "attempt",
                CONTRACT.digest(),
                RecordHeader.Environment.unknown("hostile"),
                Shard.WHOLE,
                0,
                Set.of(TAKEN),
                "all");
        try (var record = RunRecordWriter.begin(directory.resolve("record"), header, Clock.systemUTC())) {
            record.add(observation, RecordedRequirement.of(scenario(), CONTRACT));
        }

        assertThat(failure.replace("\n", "").codePoints()).noneMatch(ServiceText::acts);
        try (var files = Files.walk(directory)) {
            for (var file : files.filter(Files::isRegularFile).toList()) {
                // As UTF-8 and nothing else.
                var text = Files.readString(file);
                assertThat(text)
                        .as(file.toString())
                        .doesNotContain(
                                SECRET,
                                SECRET.substring(3, 19),
                                HexFormat.of().formatHex(utf8(SECRET)),
                                base64("a" + SECRET))
                        .doesNotContain(new StringBuilder(SECRET).reverse());
                assertThat(text.lines()).as(file.toString()).noneMatch(line -> line.strip()
                        .startsWith("::"));
                if (file.toString().endsWith(".json")) {
                    assertThat(JsonMapper.shared().readTree(text)).isNotNull();
                } else if (file.toString().endsWith(".jsonl")) {
                    assertThat(text.lines().map(JsonMapper.shared()::readTree)).hasSize(3);
                }
            }
        }
    }

    private static Damage token(String what, String token, String check) {
        return new Damage(
                "token of " + what,
                check,
                (body, to) -> member(member(body, "request_token", token), "request_id", token));
    }

    private static Damage header(String name, String value) {
        return new Damage("secret in " + name, "body.secret-free", (body, to) -> {
            to.getResponseHeaders().add(name, value);
            return body;
        });
    }

    /** A body with another text in a member, as JSON writes it. */
    private static String member(String body, String name, String json) {
        return body.replaceFirst(
                "\"" + name + "\":\"[^\"]*\"",
                "\"" + name + "\":\"" + json.replace("\\", "\\\\").replace("$", "\\$") + "\"");
    }

    private static HttpServer proxy(RegistrationSimulator simulator, Damage damage) throws IOException {
        var client =
                HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
        var proxy = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        proxy.createContext("/", exchange -> {
            var onward = HttpRequest.newBuilder(simulator.baseAddress().resolve(exchange.getRequestURI()))
                    .POST(HttpRequest.BodyPublishers.ofByteArray(
                            exchange.getRequestBody().readAllBytes()));
            for (var name : List.of("Authorization", "Content-Type", "Accept")) {
                Optional.ofNullable(exchange.getRequestHeaders().getFirst(name))
                        .ifPresent(value -> onward.header(name, value));
            }
            try {
                var answer = client.send(onward.build(), HttpResponse.BodyHandlers.ofString());
                for (var name : List.of("Content-Type", "Cache-Control")) {
                    answer.headers().firstValue(name).ifPresent(value -> exchange.getResponseHeaders()
                            .add(name, value));
                }
                var body = answer.body().contains("\"code\":361")
                        ? damage.change().apply(answer.body(), exchange)
                        : answer.body();
                exchange.sendResponseHeaders(answer.statusCode(), utf8(body).length);
                exchange.getResponseBody().write(utf8(body));
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            } finally {
                exchange.close();
            }
        });
        proxy.start();
        return proxy;
    }

    private static RegistrationSimulator simulator(SpokenDialect dialect) {
        return RegistrationSimulator.builder()
                .application("hostile")
                .ownerClient("hostile-owner", SECRET)
                .controlToken(CONTROL_TOKEN)
                .dialect(dialect)
                .start();
    }

    private static Engine engine(URI address, RegistrationSimulator simulator, boolean logged) {
        var redactor = new Redactor();
        return new Engine(
                CONTRACT,
                new EngineContext(
                        new ServiceClient(address, redactor, Clock.systemUTC(), TIMEOUT, 8),
                        logged
                                ? Optional.of(new ControlPlaneClient(
                                        new ControlPlaneAccess(simulator.controlAddress(), new Secret(CONTROL_TOKEN)),
                                        new PlainHttpClient(redactor, Clock.systemUTC(), TIMEOUT)))
                                : Optional.empty(),
                        new Application(
                                Optional.of("hostile"),
                                Optional.empty(),
                                "hostile-owner",
                                SECRET,
                                simulator.loginClientId()),
                        redactor,
                        "registration.test",
                        "hostile" + Long.toString(System.nanoTime(), 36) + "x",
                        Set.of(Capability.WRITING),
                        OneAttempt.configuration()),
                new Examination(CONTRACT.errata(), CONTRACT.readings()),
                Clock.systemUTC());
    }

    private static Scenario<?> scenario() {
        return ScenarioCatalogue.byHand().scenarios().stream()
                .filter(one -> one.toString().equals(TAKEN))
                .findFirst()
                .orElseThrow();
    }

    private static String base64(String text) {
        return Base64.getEncoder().encodeToString(utf8(text));
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    @AfterAll
    void stop() {
        simulators.values().forEach(RegistrationSimulator::close);
    }
}
