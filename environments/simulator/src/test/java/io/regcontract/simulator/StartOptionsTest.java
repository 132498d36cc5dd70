package io.regcontract.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A service that is busy, slow to find and wrong about the time from its start. */
class StartOptionsTest {

    @Test
    void limitsTheCallsFromTheStartAndAfterAReset() {
        try (var world = new SimulatorFixture(builder -> builder.quota(2, Duration.ofMinutes(1)))) {
            usesUp(world);
            world.control("POST", "/reset", "");
            usesUp(world);
            world.clock.move(Duration.ofMinutes(1));
            world.owner("/clients/list").succeeds();
        }
    }

    private static void usesUp(SimulatorFixture world) {
        world.owner("/clients/list").succeeds();
        world.owner("/clients/list").succeeds();
        world.owner("/clients/list").fails(510, "api_limit_error");
    }

    @Test
    void refusesAQuotaOverNoTime() {
        assertThatThrownBy(() -> RegistrationSimulator.builder().quota(1, Duration.ofMillis(999)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("a quota is a number of calls, 0 or more, in 1 second or more, not 1 in PT0.999S");
    }

    @Test
    void takesItAllFromTheCommandLine() throws IOException {
        try (var running = RunningSimulator.start(
                List.of(), List.of("--clock-offset", "-86400", "--quota", "4/3600", "--search-lag", "3600"))) {
            var before = Instant.now().minus(Duration.ofDays(1)).minusSeconds(60);
            call(running, "/entity.create", "type_name", "user", "attributes", "{}");
            var record =
                    call(running, "/entity", "type_name", "user", "id", "1").succeeds();
            var created = Instant.parse(record.path("result")
                    .path("created")
                    .stringValue()
                    .replace(" +0000", "Z")
                    .replace(' ', 'T'));
            assertThat(created).isBetween(before, before.plusSeconds(120));
            var count = call(running, "/entity.count", "type_name", "user").succeeds();
            assertThat(count.path("total_count").asInt(-1)).isZero();
            call(running, "/clients/list").succeeds();
            call(running, "/clients/list").fails(510, "api_limit_error");
        }
    }

    private static SimulatorFixture.Reply call(RunningSimulator running, String path, String... parameters) {
        return SimulatorFixture.sendAlone(
                HttpRequest.newBuilder(running.address().resolve(path))
                        .header("Authorization", SimulatorFixture.basic("owner", "owner-secret"))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(BodyPublishers.ofString(SimulatorFixture.form(parameters))));
    }
}
