package io.regcontract.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import io.regcontract.simulator.error.SimulatedErrorCode;
import io.regcontract.simulator.json.Json;
import io.regcontract.simulator.wire.WireAnswer;
import io.regcontract.simulator.wire.WireRequest;
import java.io.IOException;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The console's page: who gets it, what it may do, and what opens the control plane for it. */
class ConsoleTest {

    private static final Pattern SESSION = Pattern.compile("name=\"regcontract-session\" content=\"([^\"]*)\"");
    private static final String TOKEN = "a-token-of-24-characters";

    @Test
    void opensTheControlPlaneForItsPageAlone() throws Exception {
        try (var simulator = started(RegistrationSimulator.Builder::console)) {
            assertThat(simulator.consoleAddress())
                    .contains(simulator.baseAddress().resolve("/console"));
            var session = session(call(simulator, "GET", "/console", Map.of()));
            assertThat(session).hasSize(32);
            assertThat(status(simulator, Map.of("authorization", "Bearer " + session)))
                    .isEqualTo(200);
            assertThat(status(simulator, Map.of())).isEqualTo(401);
            assertThat(status(simulator, Map.of("authorization", "Bearer "))).isEqualTo(401);
        }
    }

    @Test
    void givesEachProcessAnotherSession() throws Exception {
        try (var one = started(RegistrationSimulator.Builder::console);
                var other = started(RegistrationSimulator.Builder::console)) {
            var session = session(call(one, "GET", "/console", Map.of()));
            assertThat(status(other, Map.of("authorization", "Bearer " + session)))
                    .isEqualTo(401);
        }
    }

    @Test
    void tellsNoPageOfAnotherOriginWhatItHolds() throws Exception {
        try (var simulator = started(builder -> builder.console().corsOrigins("*"))) {
            for (var path : List.of("/console", "/console/api.js", "/control/v1/applications/regcontract/drills")) {
                assertThat(call(simulator, "GET", path, Map.of("origin", "https://shop.example"))
                                .headers())
                        .as(path)
                        .doesNotContainKey("Access-Control-Allow-Origin");
            }
        }
    }

    /** A name of somebody else's that leads to this machine would make a page there one of the same origin. */
    @Test
    void isGivenByNamesOfThisMachineOnly() throws Exception {
        try (var simulator = started(RegistrationSimulator.Builder::console)) {
            assertThat(call(simulator, "GET", "/console", Map.of("host", "evil.example:80"))
                            .status())
                    .isEqualTo(403);
        }
    }

    @Test
    void asksForTheControlTokenWhereOtherMachinesConnect() throws Exception {
        try (var simulator = started(builder ->
                builder.console().bind(InetAddress.getByName("0.0.0.0")).controlToken(TOKEN))) {
            assertThat(session(call(simulator, "GET", "/console", Map.of()))).isEmpty();
            assertThat(status(simulator, Map.of("authorization", "Bearer " + TOKEN)))
                    .isEqualTo(200);
            assertThat(status(simulator, Map.of("authorization", "Bearer "))).isEqualTo(401);
        }
    }

    @Test
    void isNotThereUnlessItIsWanted() throws Exception {
        try (var simulator = started(builder -> builder.controlToken(TOKEN))) {
            assertThat(simulator.consoleAddress()).isEmpty();
            assertThat(call(simulator, "GET", "/console", Map.of()).status()).isEqualTo(404);
        }
        try (var simulator = started(builder -> builder.console().bind(InetAddress.getByName("0.0.0.0")))) {
            assertThat(simulator.consoleAddress()).isEmpty();
            assertThat(call(simulator, "GET", "/console", Map.of()).status()).isEqualTo(404);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "/console,text/html; charset=utf-8",
        "/console/,text/html; charset=utf-8",
        "/console/console.js,text/javascript; charset=utf-8",
        "/console/drills.js,text/javascript; charset=utf-8",
        "/console/console.css,text/css; charset=utf-8",
        "/console/codes.json,application/json"
    })
    void letsNothingInFromElsewhere(String path, String type) throws Exception {
        try (var simulator = started(RegistrationSimulator.Builder::console)) {
            var answer = call(simulator, "GET", path, Map.of());
            assertThat(answer.status()).isEqualTo(200);
            assertThat(answer.headers())
                    .containsEntry("Content-Type", type)
                    .containsEntry("Cache-Control", "no-store")
                    .containsEntry("X-Content-Type-Options", "nosniff")
                    .hasEntrySatisfying("Content-Security-Policy", policy -> assertThat(policy)
                            .contains("default-src 'none'", "script-src 'self'", "frame-ancestors 'none'")
                            .doesNotContain("unsafe", "http"));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/console/index.html",
                "/console/../console.js",
                "/console/Console.class",
                "/console//console.js",
                "/console/nothing"
            })
    void givesNoOtherFiles(String path) throws Exception {
        try (var simulator = started(RegistrationSimulator.Builder::console)) {
            assertThat(call(simulator, "GET", path, Map.of()).status()).isEqualTo(404);
            assertThat(call(simulator, "POST", "/console", Map.of()).status()).isEqualTo(405);
        }
    }

    /** Expected from the page that documents the errors. */
    @Test
    void knowsTheDocumentedErrorsByCategory() throws Exception {
        try (var simulator = started(RegistrationSimulator.Builder::console)) {
            var codes = Json.read(text(call(simulator, "GET", "/console/codes.json", Map.of())))
                    .path("codes");
            assertThat(codes.values().stream().map(code -> code.path("code").asInt()))
                    .containsExactlyElementsOf(Stream.of(SimulatedErrorCode.values())
                            .map(SimulatedErrorCode::number)
                            .toList());
            assertThat(codes.values().stream()
                            .filter(code -> code.path("category").asString().equals("constraint"))
                            .map(code -> code.path("code").asInt()))
                    .contains(360, 361, 362, 363)
                    .allMatch(code -> code >= 360 && code <= 379);
            assertThat(codes.values().stream()
                            .filter(code -> code.path("category").asString().equals("unexpected"))
                            .map(code -> code.path("name").asString()))
                    .containsExactly("unexpected_error", "api_limit_error", "triggered_error");
        }
    }

    private static RegistrationSimulator started(Wish wish) throws Exception {
        return wish.of(RegistrationSimulator.builder()).start();
    }

    /** What is asked of a builder, by what may look addresses up. */
    @FunctionalInterface
    private interface Wish {
        RegistrationSimulator.Builder of(RegistrationSimulator.Builder builder) throws Exception;
    }

    private static int status(RegistrationSimulator simulator, Map<String, String> headers) throws IOException {
        return call(simulator, "GET", "/control/v1", headers).status();
    }

    private static WireAnswer call(
            RegistrationSimulator simulator, String method, String path, Map<String, String> headers)
            throws IOException {
        var all = new HashMap<String, List<String>>();
        all.put("host", List.of("127.0.0.1"));
        headers.forEach((name, value) -> all.put(name, List.of(value)));
        try (var connection = new RawConnection(simulator.baseAddress())) {
            return connection.answer(
                    new WireRequest(method, path, "", all, new byte[0], InetAddress.getLoopbackAddress()));
        }
    }

    private static String text(WireAnswer answer) {
        return new String(answer.body(), StandardCharsets.UTF_8);
    }

    private static String session(WireAnswer page) {
        var matcher = SESSION.matcher(text(page));
        assertThat(matcher.find()).isTrue();
        return matcher.group(1);
    }
}
