package io.regcontract.report.render.console;

import static org.assertj.core.api.Assertions.assertThat;

import io.regcontract.report.judge.Verdict;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TerminalTest {

    private final Terminal unicode = new Terminal(StandardCharsets.UTF_8);
    private final Terminal ascii = new Terminal(StandardCharsets.US_ASCII);

    @ParameterizedTest
    @CsvSource({
        "'\u001b[31mred\u001b[0m',      '\\u{1b}[31mred\\u{1b}[0m'",
        "'one\ntwo\r\tthree\u0000',     'one\\ntwo\\r\\tthree\\u{0}'",
        "'pay \u202egro.elpmaxe',       'pay \\u{202e}gro.elpmaxe'",
        "'a\u2066b\u200bc\ufeffd',      'a\\u{2066}b\\u{200b}c\\u{feff}d'",
        "'\u05d0\u0628',                '\\u{5d0}\\u{628}'",
        "'next\u0085line\u2028here',    'next\\u{85}line\\u{2028}here'",
        "'\u0007\u009b2J',              '\\u{7}\\u{9b}2J'",
        "'e\u0301',                     'e\\u{301}'",
        "'a\u3164b\u2800c\uffa0',        'a\\u{3164}b\\u{2800}c\\u{ffa0}'",
        "'Gr\u00fc\u00dfe \ud83d\ude00', 'Gr\u00fc\u00dfe \ud83d\ude00'"
    })
    void makesTextHarmless(String sent, String shown) {
        assertThat(unicode.shown(sent, 100)).isEqualTo(shown);
    }

    @Test
    void showsHalvesOfACharacterAsSuch() {
        assertThat(unicode.shown("a\ud83db", 100)).isEqualTo("a\\u{d83d}b");
    }

    @Test
    void escapesWhatTheCharsetLacks() {
        assertThat(ascii.shown("Gr\u00fc\u00dfe", 100)).isEqualTo("Gr\\u{fc}\\u{df}e");
    }

    @Test
    void cutsWhatIsTooLongAndSaysSo() {
        assertThat(unicode.shown("0123456789", 10)).isEqualTo("0123456789");
        assertThat(unicode.shown("0123456789a", 10)).isEqualTo("012345678\u2026");
        assertThat(ascii.shown("0123456789a", 10)).isEqualTo("0123456...");
    }

    @Test
    void neverCutsThroughAnEscape() {
        assertThat(unicode.shown("0123\u001b\u001b\u001b", 12)).isEqualTo("0123\\u{1b}\u2026");
    }

    @Test
    void isDoneWithMegabytesAfterAFewColumns() {
        assertThat(unicode.shown("\u202e".repeat(5_000_000), 20)).isEqualTo("\\u{202e}\\u{202e}\u2026");
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void hasAShapeOfItsOwnForEachVerdict(boolean ofTraffic) {
        var verdicts = Verdict.all(ofTraffic);

        assertThat(verdicts.stream().map(unicode::shape))
                .doesNotHaveDuplicates()
                .allMatch(shape -> shape.length() == 1);
        assertThat(verdicts.stream().map(ascii::shape))
                .doesNotHaveDuplicates()
                .allMatch(shape -> StandardCharsets.US_ASCII.newEncoder().canEncode(shape));
    }

    @Test
    void hasAShapeForEveryVerdict() {
        assertThat(Arrays.stream(Verdict.values()).map(unicode::shape)).doesNotContainNull();
        assertThat(Stream.concat(Verdict.all(true).stream(), Verdict.all(false).stream()))
                .contains(Verdict.values());
    }
}
