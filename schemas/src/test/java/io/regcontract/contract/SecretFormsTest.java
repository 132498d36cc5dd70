package io.regcontract.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.regcontract.contract.secret.EntropyEstimate;
import io.regcontract.contract.secret.SecretForms;
import io.regcontract.contract.secret.UnescapedText;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Every way in which a secret can be written is found, and where it stood. The ways are written by hand here: nothing is taken from what is tested. */
class SecretFormsTest {

    private static final String SECRET = "s3cr&t/\"wörd\" +<x>\ud83d\ude00";

    static Stream<Arguments> ways() {
        var url = URLEncoder.encode(SECRET, StandardCharsets.UTF_8);
        var everyOctet = Stream.of(HexFormat.ofDelimiter(" ")
                        .formatHex(SECRET.getBytes(StandardCharsets.UTF_8))
                        .split(" "))
                .map(octet -> "%" + octet)
                .collect(Collectors.joining());
        var inJson =
                SECRET.chars().mapToObj(unit -> String.format("\\u%04x", unit)).collect(Collectors.joining());
        return Stream.of(
                arguments("plain", SECRET),
                arguments("URL-encoded", url),
                arguments("URL-encoded", url.replace("+", "%20")),
                arguments("URL-encoded", url.replace("%2B", "%2b").replace("%3C", "%3c")),
                arguments("URL-encoded", everyOctet),
                arguments("URL-encoded", everyOctet.toUpperCase(java.util.Locale.ROOT)),
                arguments("URL-encoded", URLEncoder.encode(url, StandardCharsets.UTF_8)),
                arguments("JSON", SECRET.replace("\"", "\\\"").replace("/", "\\/")),
                arguments("JSON", inJson),
                arguments("JSON", inJson.replace("\\", "\\\\")),
                arguments("JSON", inJson.replace("\\", "\\\\\\\\")),
                arguments("JSON", "\\u{73}\\x33\\u{63}r&t/\\x22w\\u{f6}rd\\\" +<x>\\u{1f600}"),
                arguments(
                        "XML",
                        SECRET.replace("&", "&amp;")
                                .replace("<", "&lt;")
                                .replace(">", "&gt;")
                                .replace("\"", "&quot;")
                                .replace("/", "&sol;")
                                .replace("+", "&plus;")),
                arguments(
                        "XML",
                        SECRET.codePoints().mapToObj(one -> "&#" + one + ";").collect(Collectors.joining())),
                arguments(
                        "XML",
                        SECRET.codePoints()
                                .mapToObj(one -> String.format("&#x%x;", one))
                                .collect(Collectors.joining())),
                arguments(
                        "XML",
                        SECRET.codePoints()
                                .mapToObj(one -> String.format("&#X%06X;", one))
                                .collect(Collectors.joining())),
                arguments("hex", HexFormat.of().formatHex(SECRET.getBytes(StandardCharsets.UTF_8))),
                arguments("hex", HexFormat.of().withUpperCase().formatHex(SECRET.getBytes(StandardCharsets.UTF_8))),
                arguments("reversed", new StringBuilder(SECRET).reverse().toString()),
                arguments("base64", base64(SECRET)),
                arguments("base64", base64("u:" + SECRET)),
                arguments("base64", base64("us:" + SECRET + "!")),
                arguments("base64", base64("use:" + SECRET + "!!")),
                arguments(
                        "base64",
                        Base64.getUrlEncoder().encodeToString((">>?" + SECRET).getBytes(StandardCharsets.UTF_8))),
                arguments("base64", URLEncoder.encode(base64("x" + SECRET), StandardCharsets.UTF_8)));
    }

    @ParameterizedTest(name = "{0}: {1}")
    @MethodSource("ways")
    void findsEveryWay(String way, String text) {
        var around = "é before " + text + " after";

        assertThat(found(around)).hasValueSatisfying(place -> {
            assertThat(place.way()).isEqualTo(way);
            assertThat(around.substring(place.from(), place.to())).isSubstringOf(text);
        });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "%",
                "100 % sure & so on;",
                "\\",
                "\\u12",
                "\\u{",
                "&#;",
                "&#x110000;",
                "&#99999999999;",
                "%zz %4",
                "\\u{110000}",
                "&copy;"
            })
    void leavesAloneWhatIsNoEscape(String text) {
        assertThat(UnescapedText.layersOf(text)).isEmpty();
    }

    @Test
    void undoesAsManyLayersAsAnybodyNestsAndNoMore() {
        var nested = "%2525252525252525252525252525252525252541";

        assertThat(UnescapedText.layersOf(nested)).hasSizeLessThanOrEqualTo(6);
        assertThat(UnescapedText.layersOf("a%2526b"))
                .extracting(UnescapedText::text)
                .containsExactly("a%26b", "a&b");
    }

    /** Looked for to the end of the text from each place, the end of an escape would take hours. */
    @Test
    void doesNotLookThroughAllOfALongTextForTheEndOfAnEscape() {
        assertThat(UnescapedText.layersOf("&".repeat(4_000_000))).isEmpty();
        assertThat(UnescapedText.layersOf("\\u{".repeat(1_500_000))).isEmpty();
    }

    @Test
    void keepsHalfACharacterFromBecomingAFailure() {
        assertThat(UnescapedText.layersOf("\ud83d%41\\ud83dx"))
                .singleElement()
                .satisfies(layer -> assertThat(layer.text()).isEqualTo("?A?x"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "unique_violation",
                "/entity.create",
                "request_token",
                "client-secret",
                "application/json",
                "missing_argument"
            })
    void isNotSurprisedByWordsOfTheContract(String text) {
        assertThat(EntropyEstimate.isOfTheContract(text)).isTrue();
        assertThat(EntropyEstimate.bits(text)).isLessThan(8);
    }

    @ParameterizedTest
    @ValueSource(strings = {"jx3m9k2vq7hw4r8t", "4f549af94f549af9b1", "correct horse battery", "qzkvxjwpmhtrnbdf"})
    void isSurprisedByWhatNobodyWouldGuess(String text) {
        assertThat(EntropyEstimate.isOfTheContract(text)).isFalse();
        assertThat(EntropyEstimate.bits(text)).isGreaterThan(40);
    }

    @Test
    void isNotSurprisedByWhatRepeatsItself() {
        assertThat(EntropyEstimate.bits("aaaaaaaaaaaaaaaaaaaaaaaaaa")).isZero();
        assertThat(EntropyEstimate.isOfTheContract("!@#$%^&*()")).isFalse();
    }

    /** A place in a text. */
    private record Place(String way, int from, int to) {}

    private static Optional<Place> found(String text) {
        for (var form : SecretForms.of(SECRET).entrySet()) {
            int at = text.indexOf(form.getKey());
            if (at >= 0) {
                return Optional.of(
                        new Place(form.getValue(), at, at + form.getKey().length()));
            }
        }
        for (var layer : UnescapedText.layersOf(text)) {
            for (var form : SecretForms.of(SECRET).entrySet()) {
                var octets = SecretForms.octets(form.getKey());
                int at = layer.text().indexOf(octets);
                if (at >= 0) {
                    int to = at + octets.length();
                    var way = form.getValue().equals("plain") ? layer.way(at, to) : form.getValue();
                    return Optional.of(new Place(way, layer.start(at), layer.start(to)));
                }
            }
        }
        return Optional.empty();
    }

    private static String base64(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }
}
