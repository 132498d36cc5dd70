package io.regcontract.suite.tenant;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.regcontract.environment.RateLimitBudget;
import io.regcontract.environment.loading.Environments;
import io.regcontract.simulator.RegistrationSimulator;
import io.regcontract.suite.evidence.Exchange;
import io.regcontract.suite.redaction.Redactor;
import io.regcontract.suite.state.Application;
import io.regcontract.suite.state.ExpiryWaiter;
import io.regcontract.suite.state.RateLimitExhauster;
import io.regcontract.suite.state.SetUpException;
import io.regcontract.suite.state.WaitOnlyEnvironmentState;
import io.regcontract.suite.transport.ServiceClient;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The calls of an application whose limit nobody can set, used up by making them. */
final class ExhaustedRateLimitTest {

    private static final Duration WINDOW = Duration.ofMinutes(1);

    private final RegistrationSimulator simulator = RegistrationSimulator.builder()
            .application("limited")
            .quota(20, WINDOW)
            .start();
    private final List<Exchange> kept = new ArrayList<>();
    private final List<String> events = new ArrayList<>();

    @AfterEach
    void stop() {
        simulator.close();
    }

    @Test
    void areOnRecordOnceWithTheRefusalAndTheirNumber() {
        var tenant = tenant(100);

        tenant.useUpCalls(tenant.owner().call("/clients/list"));

        assertThat(kept).singleElement().satisfies(exchange -> {
            assertThat(exchange.role().word()).isEqualTo("set-up");
            assertThat(exchange.response().orElseThrow().body()).contains("\"code\":510");
            assertThat(exchange.curl())
                    .startsWith("# made 21 times, several at a time; the last is on record\n"
                            + "i=0; while [ $((i += 1)) -le 21 ]; do\ncurl ")
                    .endsWith("\ndone");
        });
    }

    @Test
    void areOnRecordAlsoWhereTheyWereTooFew() {
        var tenant = tenant(7);
        var call = tenant.owner().call("/clients/list");

        assertThatThrownBy(() -> tenant.useUpCalls(call)).isInstanceOf(SetUpException.class);

        assertThat(kept).singleElement().satisfies(exchange -> {
            assertThat(exchange.response().orElseThrow().body()).contains("\"stat\":\"ok\"");
            assertThat(exchange.curl()).startsWith("# made 7 times");
        });
    }

    @Test
    void areNotMadeInVainWhereTheyFailForAnotherReason() {
        var tenant = tenant(100);
        var call = tenant.login().call("/clients/list");

        assertThatThrownBy(() -> tenant.useUpCalls(call))
                .isInstanceOf(SetUpException.class)
                .hasMessageStartingWith("/clients/list was needed to build the condition and answered ");
        assertThat(kept).singleElement().satisfies(exchange -> assertThat(exchange.curl())
                .startsWith("curl "));
    }

    @Test
    void areMadeAfterASilenceAsLongAsTheirWindow() {
        var tenant = tenant(100);

        tenant.useUpCalls(tenant.owner().call("/clients/list"));
        events.add("used up");
        tenant.environment().advance(tenant.environment().limitWindow());

        assertThat(events).containsExactly("65 s", "used up", "65 s");
    }

    @Test
    void areOfNoUseToAWorldThatAllowsNone() {
        var state = new WaitOnlyEnvironmentState(new ExpiryWaiter(Duration.ofHours(1), time -> {}), Optional.empty());

        assertThatThrownBy(() -> state.useUpCalls(() -> true))
                .isInstanceOf(SetUpException.class)
                .hasMessage("this environment offers no way to change the calls that are left");
        assertThatThrownBy(state::limitWindow).isInstanceOf(SetUpException.class);
    }

    @Test
    void areMadeAgainBySoManyTurnsOfAShell() throws IOException, InterruptedException {
        var tenant = tenant(100);
        tenant.useUpCalls(tenant.owner().call("/clients/list"));
        var script = "curl() { echo called; }\n" + kept.get(0).curl();

        var shell =
                new ProcessBuilder("sh", "-c", script).redirectErrorStream(true).start();
        var said = new String(shell.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

        assertThat(shell.waitFor(20, TimeUnit.SECONDS)).isTrue();
        assertThat(said.lines()).hasSize(21).containsOnly("called");
    }

    private Tenant tenant(int allowed) {
        var redactor = new Redactor();
        var waiting = new ExpiryWaiter(Duration.ofHours(1), time -> events.add(time.toSeconds() + " s"));
        var profiles = Path.of(System.getProperty("regcontract.root", ".."), "environments/profiles");
        return new Tenant(
                new Application(
                        Optional.of("limited"),
                        Optional.empty(),
                        simulator.ownerClientId(),
                        simulator.ownerClientSecret(),
                        simulator.loginClientId()),
                new ServiceClient(simulator.baseAddress(), redactor, Clock.systemUTC(), Duration.ofSeconds(20), 1),
                new WaitOnlyEnvironmentState(
                        waiting, Optional.of(new RateLimitExhauster(new RateLimitBudget(allowed, WINDOW), 1))),
                EnvironmentConfiguration.of(Environments.in(profiles, Map.of()).named("simulator"), time -> {}),
                redactor,
                "janraincapture.com",
                "used-up-",
                kept::add);
    }
}
