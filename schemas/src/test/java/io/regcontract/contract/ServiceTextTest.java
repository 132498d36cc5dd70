package io.regcontract.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.regcontract.contract.text.ServiceText;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

/** Whatever a service says can be written, and gives no orders to who reads it. */
class ServiceTextTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "x\ud83dy",
                "\udc00",
                "nul \0",
                "\uFFFE",
                "\u001b[31mred",
                "a\u2028b",
                "\u202Eabc",
                "\u200Bx",
                "\uE000",
                "\u0378",
                "a\r\nb"
            })
    void leavesNothingThatActs(String text) throws CharacterCodingException {
        var shown = ServiceText.onOneLine(text);

        assertThat(shown.codePoints()).noneMatch(ServiceText::acts);
        assertThat(encoded(shown).remaining()).isPositive();
        assertThat(ServiceText.inLines(text).replace("\n", "").codePoints()).noneMatch(ServiceText::acts);
    }

    @ParameterizedTest
    @CsvSource({
        "::error::forged, \\u{3a}:error::forged",
        "'  ::error::x', '  \\u{3a}:error::x'",
        "a ##[error]x, a \\u{23}#[error]x",
        "##vso[task.setvariable]x, \\u{23}#vso[task.setvariable]x",
        "##teamcity[buildStatus], \\u{23}#teamcity[buildStatus]",
        "### a heading, ### a heading",
        "a::b http://c, a::b http://c"
    })
    void givesNoOrderToWhoRunsABuild(String text, String shown) {
        assertThat(ServiceText.onOneLine(text)).isEqualTo(shown);
    }

    @Test
    void givesNoOrderOnAnyOfItsLines() {
        assertThat(ServiceText.inLines("a\n::error::x\n\t::add-mask::y\r\n::stop::"))
                .isEqualTo("a\n\\u{3a}:error::x\n\t\\u{3a}:add-mask::y\\u{d}\n\\u{3a}:stop::");
        assertThat(ServiceText.onOneLine("a\n::error::x")).isEqualTo("a\\n::error::x");
    }

    @Test
    void writesHalfACharacterIntoJsonSoThatItIsReadBackAsItWas() throws CharacterCodingException {
        var text = "x\ud83dy \ud83d\ude00 \udc00";
        var json = ServiceText.encodableJson(JsonMapper.shared().writeValueAsString(text));

        assertThat(encoded(json).remaining()).isPositive();
        assertThat(JsonMapper.shared().readTree(json).stringValue()).isEqualTo(text);
        assertThat(json).contains("\ud83d\ude00").contains("\\ud83dy");
    }

    /** As a strict encoder does it. */
    private static ByteBuffer encoded(String text) throws CharacterCodingException {
        return StandardCharsets.UTF_8.newEncoder().encode(CharBuffer.wrap(text));
    }
}
