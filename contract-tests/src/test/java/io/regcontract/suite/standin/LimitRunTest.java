package io.regcontract.suite.standin;

import static org.assertj.core.api.Assertions.assertThat;

import io.regcontract.suite.observe.Observation;
import io.regcontract.suite.observe.Observation.Outcome;
import io.regcontract.suite.standin.StandInTenant.Traits;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The limit of calls of a tenant, reached where the profile allows it: last, alone, and with nothing left behind. */
@Tag("long")
final class LimitRunTest {

    private static final String TO_THE_LIMIT = "REG-510.clients-list.until-the-window-passes";

    /** Narrow enough that a test need not wait long, and wide enough for a run that keeps its pace. */
    private static final Traits LIMITED =
            new Traits(400, Duration.ofSeconds(5), Duration.ofSeconds(2), Duration.ofSeconds(90), 0);

    /** With a window longer than the two silences of six seconds that a profile with a window of one leads to. */
    private static final Traits SLOW =
            new Traits(400, Duration.ofSeconds(16), Duration.ofSeconds(2), Duration.ofSeconds(90), 0);

    private static final String OTHER = "REG-361.entity-create.duplicate-value";
    private static final int IN_FLIGHT = 4;

    @TempDir
    private Path directory;

    @Test
    void isReachedLastAndAloneAndHarmsNothingElseOfTheRun() throws IOException {
        try (var tenant = start(profile -> profile)) {
            var seen = run(tenant, "");

            var limit = seen.stream()
                    .filter(each -> each.requirement().id().equals(TO_THE_LIMIT))
                    .findFirst()
                    .orElseThrow();
            assertThat(limit.outcome()).isEqualTo(new Outcome.Observed());
            assertThat(limit.contradictions()).isEmpty();
            assertThat(limit.answered().code()).hasValue(510);
            assertThat(limit.exchanges())
                    .extracting(exchange -> exchange.role().word())
                    .containsExactly("set-up", "drive", "twin");
            assertThat(limit.exchanges().get(0).curl()).containsPattern("^# made 4[0-9]{2} times");

            var others = seen.stream().filter(each -> !each.equals(limit)).toList();
            assertThat(others).allSatisfy(each -> {
                assertThat(each.outcome()).isNotInstanceOf(Outcome.Broken.class);
                assertThat(each.contradictions()).isEmpty();
                assertThat(each.answered().code()).isNotEqualTo(limit.answered().code());
                assertThat(ended(each)).isBeforeOrEqualTo(limit.startedAt());
            });
            assertThat(others)
                    .filteredOn(each -> each.outcome() instanceof Outcome.Observed)
                    .hasSizeGreaterThan(100);
            // Those that were under way when the first was refused, and the one that is judged.
            assertThat(tenant.overQuota()).isBetween(2, IN_FLIGHT + 1);
            assertThat(tenant.leftovers()).isEmpty();
            assertThat(tenant.missing()).isEmpty();
        }
    }

    @Test
    void isNotReachedByFewerCallsAndThatIsSaid() throws IOException {
        try (var tenant = start(profile -> profile.replace("calls-to-the-limit: 800", "calls-to-the-limit: 50"))) {
            var limit = run(tenant, TO_THE_LIMIT + "," + OTHER).get(1);

            assertThat(limit.outcome())
                    .isInstanceOfSatisfying(Outcome.Broken.class, broken -> assertThat(broken.reason())
                            .startsWith("the 50 calls that budgets.calls-to-the-limit allows came to no limit"));
            assertThat(tenant.callsByPath().get("/clients/list")).isBetween(50L, 60L);
            assertThat(tenant.overQuota()).isZero();
            assertThat(tenant.leftovers()).isEmpty();
        }
    }

    /** The scenario fails then, and what the others made is removed all the same. */
    @Test
    void failsWhereItHoldsLongerThanTheProfileSays() throws IOException {
        try (var tenant =
                start(profile -> profile.replace("limit-window-seconds: 5", "limit-window-seconds: 1"), SLOW)) {
            var seen = run(tenant, TO_THE_LIMIT + "," + OTHER);

            assertThat(seen.get(0).contradictions()).isEmpty();
            assertThat(seen.get(1).contradictions())
                    .extracting(Observation.ExaminedCheck::id)
                    .containsExactly("twin.succeeds");
            assertThat(tenant.callsByPath()).containsEntry("/entityType.create", 1L);
            assertThat(tenant.leftovers()).isEmpty();
        }
    }

    private StandInTenant start(UnaryOperator<String> change) throws IOException {
        return start(change, LIMITED);
    }

    private StandInTenant start(UnaryOperator<String> change, Traits traits) throws IOException {
        var tenant = StandInTenant.start(Files.createDirectories(directory.resolve("tenant")), traits);
        tenant.writeProfile(
                Files.createDirectories(directory.resolve("environments/profiles")),
                shipped -> change.apply(shipped.replaceFirst("calls-per-second: .*", "calls-per-second: 60")
                        .replaceFirst(
                                "waiting-seconds: .*",
                                "waiting-seconds: 60\n  calls-to-the-limit: 800\n  limit-window-seconds: 5")));
        return tenant;
    }

    private List<Observation> run(StandInTenant tenant, String requirements) {
        return TenantRun.observe(tenant, directory, requirements);
    }

    private static Instant ended(Observation observation) {
        return observation.startedAt().plusNanos((long) (observation.millis() * 1e6));
    }
}
