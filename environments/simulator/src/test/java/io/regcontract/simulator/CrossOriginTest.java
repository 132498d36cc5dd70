package io.regcontract.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import io.regcontract.simulator.wire.WireAnswer;
import io.regcontract.simulator.wire.WireRequest;
import java.io.IOException;
import java.net.InetAddress;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Pages in browsers call the API when their origin is allowed, and never the control plane. */
class CrossOriginTest {

    private static final String SHOP = "https://shop.example";
    private static final String ALLOW_ORIGIN = "Access-Control-Allow-Origin";
    private static final String OWNER = SimulatorFixture.basic("owner", "owner-secret");

    @Test
    void answersTheQuestionBeforeACall() throws IOException {
        try (var world = allowing(SHOP)) {
            var answer = call(
                    world,
                    "OPTIONS",
                    "/entity.create",
                    Map.of(
                            "origin", SHOP,
                            "access-control-request-method", "POST",
                            "access-control-request-headers", "authorization,content-type"));
            assertThat(answer.status()).isEqualTo(204);
            assertThat(answer.headers())
                    .containsEntry(ALLOW_ORIGIN, SHOP)
                    .containsEntry("Access-Control-Allow-Methods", "GET, POST")
                    .containsEntry("Access-Control-Allow-Headers", "authorization,content-type")
                    .containsEntry("Access-Control-Max-Age", "600")
                    .containsEntry("Vary", "Origin, Access-Control-Request-Method, Access-Control-Request-Headers")
                    .doesNotContainKey("Access-Control-Allow-Credentials");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "GET,/clients/list,200",
        "GET,/entity?type_name=nope&id=1,200",
        "GET,/no.such.operation,404",
        "PUT,/clients/list,405",
        "GET,/clients/list?a=%zz,400",
        "HEAD,/clients/list,200"
    })
    void letsThePageReadEveryAnswer(String method, String path, int status) throws IOException {
        try (var world = allowing(SHOP)) {
            var answer = call(world, method, path, Map.of("origin", SHOP, "authorization", OWNER));
            assertThat(answer.status()).isEqualTo(status);
            assertThat(answer.headers()).containsEntry(ALLOW_ORIGIN, SHOP).containsEntry("Vary", "Origin");
        }
    }

    @Test
    void saysThatACompressedAnswerDependsOnBoth() throws IOException {
        try (var world = allowing(SHOP)) {
            var answer = call(world, "GET", "/clients/list", Map.of("origin", SHOP, "accept-encoding", "gzip"));
            assertThat(answer.headers()).containsEntry("Vary", "Origin, Accept-Encoding");
        }
    }

    @Test
    void readsTheOriginsOfSeveralOptions() throws IOException {
        try (var world = new SimulatorFixture(builder ->
                builder.corsOrigins("http://a.example:80").corsOrigins("http://b.example", "http://c.example"))) {
            for (var origin : List.of("http://a.example", "http://b.example", "http://c.example")) {
                assertThat(call(world, "GET", "/clients/list", Map.of("origin", origin))
                                .headers())
                        .containsEntry(ALLOW_ORIGIN, origin);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"https://other.example", "http://shop.example", "https://shop.example.evil.example", "null"})
    void saysNothingToPagesOfOtherOrigins(String origin) throws IOException {
        try (var world = allowing(SHOP)) {
            for (var method : List.of("OPTIONS", "GET")) {
                var answer = call(
                        world,
                        method,
                        "/clients/list",
                        Map.of("origin", origin, "access-control-request-method", "POST", "authorization", OWNER));
                assertThat(answer.headers().keySet()).noneMatch(name -> name.startsWith("Access-Control"));
                assertThat(answer.headers()).containsEntry("Vary", "Origin");
            }
        }
    }

    @Test
    void saysToAllThatAnswersDependOnTheOrigin() throws IOException {
        try (var world = allowing(SHOP)) {
            assertThat(call(world, "GET", "/clients/list", Map.of()).headers())
                    .containsEntry("Vary", "Origin")
                    .doesNotContainKey(ALLOW_ORIGIN);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://other.example", "null"})
    void letsAllPagesReadWhenAllAreAllowed(String origin) throws IOException {
        try (var world = allowing("*")) {
            assertThat(call(world, "GET", "/clients/list", Map.of("origin", origin))
                            .headers())
                    .containsEntry(ALLOW_ORIGIN, "*")
                    .doesNotContainKeys("Vary", "Access-Control-Allow-Credentials");
        }
    }

    @Test
    void allowsNoPageByDefault() throws IOException {
        try (var world = new SimulatorFixture()) {
            for (var method : List.of("OPTIONS", "GET")) {
                var answer = call(
                        world,
                        method,
                        "/clients/list",
                        Map.of("origin", SHOP, "access-control-request-method", "POST"));
                assertThat(answer.headers().keySet())
                        .noneMatch(name -> name.startsWith("Access-Control") || name.equals("Vary"));
            }
        }
    }

    @ParameterizedTest
    @CsvSource({
        "OPTIONS,/control/v1/reset",
        "POST,/control/v1/reset",
        "GET,/control/v1",
        "GET,/control/v1/",
        "GET,/control/v1/health"
    })
    void letsNoPageReadTheControlPlane(String method, String path) throws IOException {
        try (var world = allowing("*")) {
            var answer = call(
                    world,
                    method,
                    path,
                    Map.of(
                            "origin",
                            SHOP,
                            "access-control-request-method",
                            "POST",
                            "authorization",
                            "Bearer " + SimulatorFixture.CONTROL_TOKEN));
            assertThat(answer.headers().keySet()).noneMatch(name -> name.startsWith("Access-Control"));
            assertThat(answer.status()).isEqualTo(path.endsWith("/health") ? 200 : 403);
        }
    }

    @Test
    void repeatsOnlyNamesOfHeaders() throws IOException {
        try (var world = allowing(SHOP)) {
            var answer = call(
                    world,
                    "OPTIONS",
                    "/entity.create",
                    Map.of(
                            "origin", SHOP,
                            "access-control-request-method", "POST",
                            "access-control-request-headers", "x-a: <b>"));
            assertThat(answer.headers()).containsKey(ALLOW_ORIGIN).doesNotContainKey("Access-Control-Allow-Headers");
        }
    }

    private static SimulatorFixture allowing(String origin) {
        return new SimulatorFixture(builder -> builder.corsOrigins(origin));
    }

    private static WireAnswer call(SimulatorFixture world, String method, String target, Map<String, String> headers)
            throws IOException {
        var all = new HashMap<String, List<String>>();
        headers.forEach((name, value) -> all.put(name, List.of(value)));
        all.put("host", List.of("localhost"));
        int question = target.indexOf('?');
        try (var connection = new RawConnection(world.simulator.baseAddress())) {
            return connection.answer(new WireRequest(
                    method,
                    question < 0 ? target : target.substring(0, question),
                    question < 0 ? "" : target.substring(question + 1),
                    all,
                    new byte[0],
                    InetAddress.getLoopbackAddress()));
        }
    }
}
