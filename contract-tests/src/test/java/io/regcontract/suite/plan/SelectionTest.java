package io.regcontract.suite.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.regcontract.contract.text.Wildcard;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SelectionTest {

    @ParameterizedTest
    @ValueSource(strings = {"a b", "REG-361.*,", "(.*)+", "\u00e9", "../x\u0000", "\u001b[31m", "x\ny"})
    void refusesAPatternThatIsNone(String pattern) {
        assertThatThrownBy(() -> of(pattern, ""))
                .isInstanceOf(InvalidSettingsException.class)
                .hasMessageContaining("-Dreq: '");
        assertThatThrownBy(() -> of("", pattern))
                .isInstanceOf(InvalidSettingsException.class)
                .hasMessageContaining("-Doperation: '")
                .hasMessageNotContaining("\u001b");
    }

    @Test
    void refusesAPatternWithoutEnd() {
        assertThatThrownBy(() -> of("a".repeat(201), ""))
                .isInstanceOf(InvalidSettingsException.class)
                .satisfies(refused -> assertThat(refused.getMessage().length()).isLessThan(400));
    }

    @ParameterizedTest
    @CsvSource({
        "REG-361.*, REG-361.entity-create.duplicate-value, true",
        "REG-36?.entity-*.dup*ue, REG-361.entity-create.duplicate-value, true",
        "REG-36?.entity-*.dup*ux, REG-361.entity-create.duplicate-value, false",
        "*, anything, true",
        "a*b*c, abbbc, true",
        "a*b*c, abbb, false",
        "abc, abcd, false",
        "abc?, abc, false",
        "**, x, true"
    })
    void matchesTheWholeOfAText(String glob, String text, boolean matches) {
        assertThat(Wildcard.of(glob).orElseThrow().matches(text)).isEqualTo(matches);
    }

    /** A pattern with many stars must not be tried in every way there is: with backtracking this one would not end. */
    @Test
    void givesUpOnManyStarsAtOnce() {
        assertThat(Wildcard.of("*a".repeat(90) + "*b").orElseThrow().matches("a".repeat(160)))
                .isFalse();
    }

    private static RequirementSelection of(String requirements, String operations) {
        return RequirementSelection.of(
                new RunOptions("", "", requirements, "", operations, "", "", "", ""),
                new PreviousRuns(Path.of("none")));
    }
}
