package io.regcontract.suite.twin.anonymise;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.Locale;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What stands for names and addresses: of the same form, and never the same for two. */
final class PseudonymsTest {

    private static final byte[] KEY = "a key of thirty-two bytes, or so".getBytes(StandardCharsets.UTF_8);

    private final Pseudonyms pseudonyms = new Pseudonyms(new FormatPermutation(KEY));

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "Ada Lovelace|[A-Z][a-z]{2} [A-Z][a-z]{7}",
                "O'Shea-McCoy|[A-Z]'[A-Z][a-z]{3}-[A-Z][a-z][A-Z][a-z]{2}",
                "+49 (151) 2345678|\\+[0-9]{2} \\([0-9]{3}\\) [0-9]{7}",
                "ada.l+shop7@mail.harbour.example|[a-z]{3}\\.[a-z]\\+[a-z]{4}[0-9]@[a-z]{4}\\.[a-z]{7}\\.[a-z]{7}\\.example",
                "https://www.facebook.com/people/1234?x=Ab|https://www\\.facebook\\.com/[a-z]{6}/[0-9]{4}\\?[a-z]=[A-Z][a-z]",
                "http://ada.blog.example:8080/me|http://[a-z]{3}\\.[a-z]{4}\\.[a-z]{7}\\.example:8080/[a-z]{2}",
                "https://ada@lovelace.example|https://[a-z]{3}@[a-z]{8}\\.[a-z]{7}\\.example",
                "Людмила|\\p{Lu}\\p{Ll}{6}",
                "Dvořák|[A-Z][a-z]{2}[ā-ž][à-ÿ][a-z]",
                "花子|[\\u4e00-\\u9fff]{2}",
                "--- ...|--- \\.\\.\\.",
                "``|"
            })
    void keepTheFormOfWhatTheyStandFor(String text, String form) {
        assertThat(pseudonyms.of(text)).matches(form == null ? "" : form);
    }

    @Test
    void neverMakeOneOfTwo() {
        assertThat(distinct(IntStream.range(0, 1_000).mapToObj(i -> "%03d".formatted(i)), pseudonyms::of))
                .isEqualTo(1_000);
        assertThat(distinct(
                        IntStream.range(0, 676).mapToObj(i -> "" + (char) ('a' + i / 26) + (char) ('a' + i % 26)),
                        pseudonyms::of))
                .isEqualTo(676);
        assertThat(distinct(IntStream.range(0, 10).mapToObj(Integer::toString), pseudonyms::of))
                .isEqualTo(10);
        assertThat(distinct(IntStream.range(0, 20_000).mapToObj(i -> "sailor" + i + "@mail.example"), pseudonyms::of))
                .isEqualTo(20_000);
        assertThat(distinct(
                        IntStream.range(0, 20_000).mapToObj(i -> "https://s" + i % 100 + ".example/" + i / 100),
                        pseudonyms::of))
                .isEqualTo(20_000);
        assertThat(distinct(
                        IntStream.range(0, 65_536)
                                .filter(i -> i % 37 == 0)
                                .mapToObj(i -> "10.0." + i / 256 + "." + i % 256),
                        pseudonyms::address))
                .isEqualTo(1_772);
        assertThat(distinct(
                        LocalDate.of(2000, 1, 1)
                                .datesUntil(LocalDate.of(2001, 1, 1))
                                .map(LocalDate::toString),
                        pseudonyms::date))
                .isEqualTo(366);
    }

    /** A unique attribute may take two texts that differ in case alone for one. */
    @Test
    void differAlsoWhereCaseDoesNotCount() {
        var texts = IntStream.range(0, 1_352)
                .mapToObj(i -> "" + (char) ((i % 2 == 0 ? 'a' : 'A') + i / 52) + (char) ('a' + i / 2 % 26));
        assertThat(distinct(texts, text -> pseudonyms.of(text).toLowerCase(Locale.ROOT)))
                .isEqualTo(676);
        assertThat(pseudonyms.of("ADA")).isEqualTo(pseudonyms.of("ada").toUpperCase(Locale.ROOT));
    }

    @Test
    void areTheSameAgainUnderTheSameKeyAndOthersUnderAnother() {
        var same = new Pseudonyms(new FormatPermutation(KEY));
        var other = new Pseudonyms(
                new FormatPermutation("another key of sixteen or more".getBytes(StandardCharsets.UTF_8)));
        assertThat(same.of("Lovelace")).isEqualTo(pseudonyms.of("Lovelace")).isNotEqualTo(other.of("Lovelace"));
        assertThatIllegalArgumentException().isThrownBy(() -> new FormatPermutation(new byte[15]));
    }

    @ParameterizedTest
    @ValueSource(strings = {"ß", "İstanbul", "ǅ", "µ", "e\u0301", "\uD835\uDC00", "🙂 Ada"})
    void takeSignsThatHaveNoSimpleCase(String text) {
        assertThat(pseudonyms.of(text)).hasSameSizeAs(text);
    }

    @ParameterizedTest
    @CsvSource({
        "1987-02-28,1987-.*",
        "1987-02-28 10:11:12 +0000,1987-.* 10:11:12 \\+0000",
        "1987-02-30,[0-9]{4}-[0-9]{2}-[0-9]{2}"
    })
    void keepTheYearOfADate(String date, String form) {
        assertThat(pseudonyms.date(date)).matches(form);
    }

    private static int distinct(Stream<String> texts, UnaryOperator<String> change) {
        return texts.map(change)
                .collect(HashSet::new, HashSet::add, HashSet::addAll)
                .size();
    }
}
