package io.regcontract.environment;

import static org.assertj.core.api.Assertions.assertThat;

import io.regcontract.environment.guard.EnvironmentGuard;
import io.regcontract.environment.guard.GuardRefusal;
import io.regcontract.environment.loading.Environments;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Each thing that keeps the suite out of the wrong place, and to the letter what it says. */
class EnvironmentGuardTest {

    private static final String GOOD =
            """
            name: NAME
            description: Somebody's tenant.
            kind: sandbox
            base-address: https://acme-dev.example.org
            dialect: observed
            application: acme
            credentials:
              owner: {client-id: owner-1, client-secret: env:SECRET}
              login: {client-id: login-1}
            guard:
              hosts: [acme-dev.example.org]
              marker: {setting: may-write-here, value: env:MARKER}
            budgets: {calls: 500, things: 40, waiting-seconds: 90}
            pace: {calls-per-second: 5}
            """;
    private static final RunEstimate PLAN = new RunEstimate(500, 40, Duration.ofSeconds(90));

    @TempDir
    private Path directory;

    @Test
    void letsARunBeginThatKeepsToItsProfile() {
        assertThat(guard("acme", GOOD).refusals(PLAN, Optional.of("acme"))).isEmpty();
    }

    @Test
    void refusesAHostThatIsNotOnTheList() {
        assertThat(guard("acme", GOOD.replace("https://acme-dev.example.org", "https://other.example.org"))
                        .refusals(PLAN, Optional.of("acme")))
                .containsExactly(new GuardRefusal(
                        "host",
                        "the host other.example.org is not on the profile's list of hosts that may be called"
                                + " (acme-dev.example.org)",
                        "Correct base-address, or add the host under guard.hosts."));
    }

    @ParameterizedTest
    @ValueSource(strings = {"acme.dev.example.org", "xacme-dev.example.org", "acme-dev.example.org.evil.example"})
    void comparesHostsToTheLetter(String host) {
        assertThat(guard("acme", GOOD.replace("https://acme-dev.example.org", "https://" + host))
                        .refusals(PLAN, Optional.of("acme")))
                .extracting(GuardRefusal::rule)
                .containsExactly("host");
    }

    @ParameterizedTest
    @ValueSource(strings = {"acme-prod", "production", "prd-eu", "acme-live", "myprod", "prod1"})
    void refusesANameThatSpeaksOfProductionUnderAnotherKind(String name) {
        assertThat(guard(name, GOOD).refusals(PLAN, Optional.of(name)))
                .containsExactly(new GuardRefusal(
                        "production",
                        "the environment's name " + name + " speaks of production, and the profile calls it a sandbox",
                        "Write kind: production, where nothing is written; if it is none, give it a name that does not"
                                + " mislead."));
    }

    @ParameterizedTest
    @ValueSource(strings = {"preprod", "non-prod", "acme-pre-production", "product-catalogue", "alive", "delivery"})
    void letsNamesPassThatOnlyLookLikeProduction(String name) {
        assertThat(guard(name, GOOD).refusals(PLAN, Optional.of(name))).isEmpty();
    }

    @Test
    void looksAtTheHostAndTheApplicationToo() {
        var refusals = guard(
                        "acme",
                        GOOD.replace("acme-dev.example.org", "acme.prod.example.org")
                                .replace("application: acme", "application: acme_live"))
                .refusals(PLAN, Optional.of("acme"));

        assertThat(refusals)
                .extracting(GuardRefusal::what)
                .containsExactly(
                        "the host acme.prod.example.org speaks of production, and the profile calls it a sandbox",
                        "the application acme_live speaks of production, and the profile calls it a sandbox");
    }

    @Test
    void letsProductionCallItselfThat() {
        var guard = guard("acme-prod", GOOD.replace("kind: sandbox", "kind: production"));

        assertThat(guard.refusals(PLAN, Optional.of("acme-prod"))).isEmpty();
        assertThat(guard.readOnly()).isTrue();
        assertThat(guard("acme", GOOD).readOnly()).isFalse();
    }

    @Test
    void refusesARunThatNobodyConfirmed() {
        assertThat(guard("acme", GOOD).refusals(PLAN, Optional.empty()))
                .containsExactly(new GuardRefusal(
                        "confirmation",
                        "a run against acme, a sandbox at acme-dev.example.org, has to be confirmed by its name",
                        "If that is what you want, add -Dconfirm=acme."));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "ACME", "acme ", "true"})
    void refusesARunThatIsConfirmedByAnotherName(String typed) {
        assertThat(guard("acme", GOOD).refusals(PLAN, Optional.of(typed)))
                .extracting(GuardRefusal::toString)
                .containsExactly(
                        "a run against acme, a sandbox at acme-dev.example.org, has to be confirmed by its name,"
                                + " and -Dconfirm says another. If that is what you want, add -Dconfirm=acme.");
    }

    @Test
    void refusesAPlanThatIsOverItsBudgets() {
        assertThat(guard("acme", GOOD).refusals(new RunEstimate(501, 41, Duration.ofSeconds(91)), Optional.of("acme")))
                .extracting(GuardRefusal::what)
                .containsExactly(
                        "the plan takes 501 calls, and budgets.calls allows 500",
                        "the plan takes 41 things, and budgets.things allows 40",
                        "the plan takes 91 waiting seconds, and budgets.waiting-seconds allows 90");
    }

    @Test
    void saysAllThatIsWrongAtOnce() {
        assertThat(guard("acme-live", GOOD.replace("https://acme-dev.example.org", "https://other.example.org"))
                        .refusals(new RunEstimate(501, 0, Duration.ZERO), Optional.empty()))
                .extracting(GuardRefusal::rule)
                .containsExactly("host", "production", "confirmation", "budget");
    }

    @Test
    void refusesAnApplicationWithoutItsMarker() {
        assertThat(guard("acme", GOOD).checkMarker(Optional.empty()))
                .hasValue(new GuardRefusal(
                        "marker",
                        "the application's setting may-write-here is not there: nobody said that the suite may work here",
                        "If it is the right one, set may-write-here there, by hand, to the value that guard.marker.value"
                                + " refers to."));
    }

    @Test
    void refusesAnApplicationWithAnotherMarkerAndRepeatsNeither() {
        assertThat(guard("acme", GOOD)
                        .checkMarker(Optional.of("another-value"))
                        .orElseThrow()
                        .toString())
                .contains("may-write-here does not hold what the profile expects: this may be another application")
                .doesNotContain("another-value", "marker-value");
    }

    @Test
    void knowsAnApplicationByItsMarker() {
        assertThat(guard("acme", GOOD).checkMarker(Optional.of("marker-value"))).isEmpty();
    }

    @Test
    void guardsNoSimulator() {
        var simulator = GOOD.replace("kind: sandbox", "kind: simulator")
                .replace("https://acme-dev.example.org", "http://127.0.0.1:8080");

        assertThat(guard("prod", simulator)
                        .refusals(new RunEstimate(501, 41, Duration.ofSeconds(91)), Optional.empty()))
                .isEmpty();
    }

    private EnvironmentGuard guard(String name, String profile) {
        try {
            Files.writeString(directory.resolve(name + ".yaml"), profile.replace("NAME", name));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
        return new EnvironmentGuard(
                Environments.in(directory, Map.of("SECRET", "owner-secret", "MARKER", "marker-value"))
                        .named(name));
    }
}
