package io.regcontract.environment;

import static org.assertj.core.api.Assertions.assertThat;

import io.regcontract.contract.Contract;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class KindExpectationsTest {

    private final KindExpectations expectations = KindExpectations.load();

    @Test
    void expectEverythingOfASimulator() {
        assertThat(expectations.notDrivableIn(Kind.SIMULATOR)).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(names = "SIMULATOR", mode = EnumSource.Mode.EXCLUDE)
    void excuseOnlyDocumentedCodesAndSayWhy(Kind kind) {
        assertThat(expectations.notDrivableIn(kind))
                .extracting(NotDrivable::code)
                .contains(226, 300, 480, 500, 540)
                .isSorted()
                .doesNotHaveDuplicates();
        assertThat(expectations.notDrivableIn(kind)).allSatisfy(notDrivable -> {
            assertThat(Contract.load().find(notDrivable.code())).isPresent();
            assertThat(notDrivable.reason()).endsWith(".");
        });
    }
}
