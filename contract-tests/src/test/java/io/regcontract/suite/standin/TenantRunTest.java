package io.regcontract.suite.standin;

import static java.util.stream.Collectors.collectingAndThen;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;
import static org.assertj.core.api.Assertions.assertThat;

import io.regcontract.contract.model.ErrorCode;
import io.regcontract.suite.observe.Observation;
import io.regcontract.suite.observe.Observation.Outcome;
import io.regcontract.suite.standin.StandInTenant.Traits;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The suite in a tenant, from guard to tidying up. The run takes as long as a quota of 500 calls a minute lets it. */
@Tag("long")
final class TenantRunTest {

    @TempDir
    private Path directory;

    @Test
    void provesWhatATenantLetsItDriveAndLeavesNothingBehind() throws IOException {
        var place = Files.createDirectories(directory.resolve("tenant"));
        try (var tenant = StandInTenant.start(place, Traits.USUAL.badGatewayEvery(149))) {
            var byCode = run(tenant).stream()
                    .collect(groupingBy(
                            seen -> seen.requirement().code().code(),
                            TreeMap::new,
                            collectingAndThen(toList(), TenantRunTest::verdict)));

            assertThat(byCode).hasSize(ErrorCode.values().length);
            assertThat(codes(byCode, "not drivable"::equals)).containsExactly(214, 300, 480, 500, 510);
            assertThat(byCode.values())
                    .filteredOn(verdict -> !verdict.equals("not drivable"))
                    .containsOnly("proven");
            assertThat(codes(byCode, "proven"::equals)).hasSize(ErrorCode.values().length - 5);
            assertThat(tenant.badGateways()).isPositive();
            assertThat(tenant.overQuota()).isZero();
            assertThat(tenant.leftovers()).isEmpty();
            assertThat(tenant.missing()).isEmpty();
            assertThat(tenant.mailed()).isNotEmpty().allSatisfy(address -> assertThat(address)
                    .endsWith("@" + StandInTenant.MAIL_DOMAIN));
            assertThat(tenant.secrets())
                    .allSatisfy(secret -> assertThat(written()).doesNotContain(secret));
        }
    }

    /** Of a code, by all that was seen of it. */
    private static String verdict(List<Observation> seen) {
        var driven = seen.stream()
                .filter(each -> !(each.outcome() instanceof Outcome.NotDrivable))
                .toList();
        if (driven.isEmpty()) {
            return "not drivable";
        }
        return driven.stream()
                .filter(each -> !(each.outcome() instanceof Outcome.Observed)
                        || !each.contradictions().isEmpty())
                .findFirst()
                .map(each -> each.requirement().id() + " " + each.outcome() + " " + each.contradictions())
                .orElse("proven");
    }

    private static Stream<Integer> codes(Map<Integer, String> byCode, Predicate<String> verdict) {
        return byCode.entrySet().stream()
                .filter(each -> verdict.test(each.getValue()))
                .map(Map.Entry::getKey);
    }

    private List<Observation> run(StandInTenant tenant) throws IOException {
        tenant.writeProfile(Files.createDirectories(directory.resolve("environments/profiles")));
        return TenantRun.observe(tenant, directory, "");
    }

    /** Everything that the run wrote, its ledger included. */
    private String written() {
        try (var files = Files.walk(directory)) {
            var all = new StringBuilder();
            for (var file : files.filter(Files::isRegularFile).toList()) {
                all.append(Files.readString(file));
            }
            return all.toString();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
