package io.regcontract.environment;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class KindExpectationsTest {

    private final KindExpectations expectations = KindExpectations.load();

    @Test
    void expectEverythingOfASimulator() {
        assertThat(expectations.lackingIn(EnvironmentKind.SIMULATOR)).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(names = "SIMULATOR", mode = EnumSource.Mode.EXCLUDE)
    void excuseWhatNoClientCanDoAndSayWhy(EnvironmentKind kind) {
        assertThat(expectations.lackingIn(kind))
                .extracting(MissingCapability::capability)
                .contains(
                        Capability.MAINTENANCE, Capability.LIMIT, Capability.STORAGE_FAULTS, Capability.OWN_APPLICATION)
                // A budget of time is for the tester to give.
                .doesNotContain(Capability.WAITING)
                .doesNotHaveDuplicates();
        assertThat(expectations.lackingIn(kind))
                .allSatisfy(lacking -> assertThat(lacking.reason()).endsWith("."));
    }

    @Test
    void excuseNoWritingOutsideOfProduction() {
        assertThat(expectations.lackingIn(EnvironmentKind.PRODUCTION))
                .extracting(MissingCapability::capability)
                .contains(Capability.WRITING);
        assertThat(expectations.lackingIn(EnvironmentKind.SANDBOX))
                .extracting(MissingCapability::capability)
                .doesNotContain(Capability.WRITING);
    }
}
