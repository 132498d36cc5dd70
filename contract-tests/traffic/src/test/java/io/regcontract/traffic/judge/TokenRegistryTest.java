package io.regcontract.traffic.judge;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Tokens in a few bytes each, and where each was first seen. */
final class TokenRegistryTest {

    @Test
    void findsEveryTokenAgainAndNoOther() {
        var registry = new TokenRegistry();
        for (int number = 0; number < 200_000; number++) {
            var token = Long.toString(number * 7_919L, 31);
            assertThat(registry.register(token, "long.har, entry " + (number + 1), token))
                    .isEmpty();
        }
        int number = 0;
        for (; number < 200_000; number += 997) {
            var seen = registry.register(Long.toString(number * 7_919L, 31), "other.har, entry 1", "other");
            assertThat(seen).hasValue(new TokenRegistry.Seen("long.har, entry " + (number + 1), false));
        }
    }

    @Test
    void tellsAnExchangeFromItsOtherRecording() {
        var registry = new TokenRegistry();
        assertThat(registry.register("t", "a.ndjson, line 7, exchange 2", "the same"))
                .isEmpty();
        assertThat(registry.register("t", "b.har, entry 9", "the same"))
                .hasValue(new TokenRegistry.Seen("a.ndjson, line 7, exchange 2", true));
        assertThat(registry.register("t", "b.har, entry 10", "another"))
                .hasValue(new TokenRegistry.Seen("a.ndjson, line 7, exchange 2", false));
    }

    @Test
    void keepsPlacesAsTheyAreWritten() {
        var registry = new TokenRegistry();
        for (var place : new String[] {"call", "call 0", "call 007", "call 1234567890123", "", "12"}) {
            assertThat(registry.register("token of " + place, place, "")).isEmpty();
            assertThat(registry.register("token of " + place, place, ""))
                    .as(place)
                    .hasValue(new TokenRegistry.Seen(place, true));
        }
    }
}
