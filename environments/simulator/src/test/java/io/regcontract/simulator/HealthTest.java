package io.regcontract.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import io.regcontract.simulator.json.Json;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What probes and people ask first: is it alive, and where is what. */
class HealthTest {

    @ParameterizedTest
    @EnumSource(SpokenDialect.class)
    void saysThatItIsAliveAndHowItSpeaksToAnyone(SpokenDialect dialect) {
        try (var simulator = RegistrationSimulator.builder().dialect(dialect).start()) {
            var reply = get(simulator, "/control/v1/health");
            assertThat(reply.status()).isEqualTo(200);
            assertThat(reply.body())
                    .isEqualTo(Json.object()
                            .put("alive", true)
                            .put("version", RegistrationSimulator.version())
                            .put("dialect", dialect == SpokenDialect.OBSERVED ? "observed" : "documented"));
            // Without a token there is no control plane besides.
            assertThat(get(simulator, "/control/v1/").status()).isEqualTo(404);
        }
    }

    @Test
    void opensNothingElseOfTheControlPlane() {
        try (var world = new SimulatorFixture()) {
            var address = world.simulator.baseAddress();
            assertThat(get(world.simulator, "/control/v1/health").status()).isEqualTo(200);
            for (var path :
                    new String[] {"/control/v1", "/control/v1/", "/control/v1/health/", "/control/v1/health/x"}) {
                assertThat(get(world.simulator, path).status()).as(path).isEqualTo(401);
            }
            var head = world.send(HttpRequest.newBuilder(address.resolve("/control/v1/health"))
                    .method("HEAD", BodyPublishers.noBody()));
            assertThat(head.status()).isEqualTo(200);
            assertThat(head.text()).isEmpty();
            var post = world.send(HttpRequest.newBuilder(address.resolve("/control/v1/health"))
                    .POST(BodyPublishers.noBody()));
            assertThat(post.status()).isEqualTo(405);
            assertThat(post.header("Allow")).isEqualTo("GET, HEAD");
        }
    }

    @ParameterizedTest
    @CsvSource({"DOCUMENTED,/", "OBSERVED,/", "DOCUMENTED,/health", "OBSERVED,/health", "OBSERVED,/entity.fnid"})
    void helpsThoseWhoLookInTheWrongPlace(SpokenDialect dialect, String path) {
        try (var world = new SimulatorFixture(dialect)) {
            var reply = get(world.simulator, path);
            assertThat(reply.status()).isEqualTo(404);
            assertThat(reply.header("Content-Type")).startsWith("text/plain");
            assertThat(reply.text())
                    .contains("/entity.find", "/control/v1/health")
                    .doesNotContain("{");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"a:b", ":", " ", ""})
    void takesNoIdThatCannotStandInAHeader(String id) {
        org.assertj.core.api.Assertions.assertThatThrownBy(
                        () -> RegistrationSimulator.builder().loginClient(id))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("a login client id");
    }

    private static SimulatorFixture.Reply get(RegistrationSimulator simulator, String path) {
        return SimulatorFixture.sendAlone(
                HttpRequest.newBuilder(simulator.baseAddress().resolve(path)).GET());
    }
}
