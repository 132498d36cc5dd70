package io.regcontract.suite.sabotage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The table that takes pairs out of the proof is read with suspicion. */
final class ApplicabilityTest {

    @Test
    void readsTheTableOfTheSuite() {
        assertThat(Applicability.load().exclusions()).isNotEmpty().allSatisfy(exclusion -> {
            assertThat(exclusion.because()).endsWith(".");
            assertThat(exclusion.sabotages()).isNotEmpty();
        });
    }

    static Stream<Arguments> slips() {
        return Stream.of(
                arguments(
                        "[{sabotages: [code-null], codes: [100]}]",
                        "applicability.yaml, entry 1 gives no reason in 'because'"),
                arguments(
                        "[{sabotages: [code-null], codes: [100], because: ' '}]",
                        "applicability.yaml, entry 1 gives no reason in 'because'"),
                arguments(
                        "[{sabotages: [code-nil], codes: [100], because: So.}]",
                        "applicability.yaml, entry 1 names the sabotage 'code-nil', which there is not"),
                arguments(
                        "[{sabotages: [code-null], codes: [101], because: So.}]",
                        "applicability.yaml, entry 1 names the code 101, which is not documented"),
                arguments(
                        "[{sabotages: [code-null], where: no-sense, because: So.}]",
                        "applicability.yaml, entry 1: there is no rule 'no-sense'. Known: no-secret, error-in-a-success,"
                                + " error-is-the-answer, catch-all-expected, catch-all-right, no-field-expected,"
                                + " no-field-with-a-value, no-field-of-a-known-type,"
                                + " no-secret-longer-than-a-token, no-text-promised, nothing-earlier, nothing-elsewhere"),
                arguments(
                        "[{sabotages: [code-null], because: So.}]",
                        "applicability.yaml, entry 1 says neither which codes it concerns nor where it holds, or both"),
                arguments(
                        "[{sabotages: [code-null], codes: [], because: So.}]",
                        "applicability.yaml, entry 1 says neither which codes it concerns nor where it holds, or both"),
                arguments(
                        "[{sabotages: code-null, codes: [100], because: So.}]",
                        "applicability.yaml, entry 1 names no sabotages, a list of ids"),
                arguments(
                        "[{sabotages: [code-null], codes: [100], on: paper, because: So.}]",
                        "applicability.yaml, entry 1 can be narrowed to 'on: wire' and to nothing else"),
                arguments(
                        "[{sabotages: [code-null], code: [100], because: So.}]",
                        "applicability.yaml, entry 1 has the unknown key code; known are because, codes, on, sabotages,"
                                + " where"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("slips")
    void refusesASlipAndNamesIt(String table, String words) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Applicability.parse(table))
                .withMessage(words);
    }
}
