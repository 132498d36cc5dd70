package io.regcontract.simulator.cors;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Origins as people write them are those that browsers send. */
class AllowedOriginsTest {

    @ParameterizedTest
    @CsvSource({
        "https://shop.example,https://shop.example,true",
        "HTTPS://Shop.Example:443,https://shop.example,true",
        "http://shop.example:80,http://shop.example,true",
        "http://[::1]:3000,http://[::1]:3000,true",
        "https://shop.example,http://shop.example,false",
        "https://shop.example,https://shop.example:8443,false",
        "https://shop.example,https://shop.example.evil.example,false",
        "https://shop.example,https://evil.shop.example,false",
        "https://shop.example,null,false",
        "*,null,true",
        "*,https://anything.example,true"
    })
    void knowsAnOriginByHowBrowsersWriteIt(String allowed, String sent, boolean known) {
        assertThat(AllowedOrigins.of(List.of(allowed)).has(sent)).isEqualTo(known);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "null",
                "shop.example",
                "localhost:3000",
                "https://",
                "https://shop.example/",
                "https://shop.example/page",
                "https://shop.example?a",
                "https://shop.example#a",
                "https://me@shop.example",
                "https://*.shop.example",
                "https://shop.example:99999",
                "ftp://shop.example",
                "https://shop.example\\r\\nX: y"
            })
    void refusesWhatIsNoOrigin(String text) {
        assertThatThrownBy(() -> AllowedOrigins.of(List.of(text)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("not an origin: \"" + text + "\"; write scheme, host and port");
    }

    @Test
    void takesNoOtherBesideAll() {
        assertThatThrownBy(() -> AllowedOrigins.of(List.of("*", "https://shop.example")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("* allows every origin, and no other can stand beside it");
    }
}
