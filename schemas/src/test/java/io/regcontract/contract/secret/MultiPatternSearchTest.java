package io.regcontract.contract.secret;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.regcontract.contract.secret.MultiPatternSearch.Match;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class MultiPatternSearchTest {

    private final MultiPatternSearch<String> search = new MultiPatternSearch<>(4);

    @Test
    void findsEveryPatternAtEveryPlace() {
        search.add("abcd", "short");
        search.add("abcdef", "long");
        search.add("cdef", "inner");

        var found = new ArrayList<Match<String>>();
        search.findAll("abcdef abcd", (from, to, value) -> found.add(new Match<>(from, to, value)));

        assertThat(found)
                .containsExactly(
                        new Match<>(0, 6, "long"),
                        new Match<>(0, 4, "short"),
                        new Match<>(2, 6, "inner"),
                        new Match<>(7, 11, "short"));
    }

    @Test
    void findsTheLongestAtAPlaceAndNoneThatOverlapsIt() {
        search.add("abcd", "short");
        search.add("cdef", "inner");
        search.add("abcdef", "long");

        assertThat(search.findApart("abcdefabcdefg"))
                .containsExactly(new Match<>(0, 6, "long"), new Match<>(6, 12, "long"));
    }

    @Test
    void findsAsMuchOfAPatternAsIsThereWhenItsBeginningIsEnough() {
        search.add("abcdefgh", 5, "piece");
        search.add("abcdefgh", "whole");

        assertThat(search.findApart("abcdefx abcd abcdefgh"))
                .containsExactly(new Match<>(0, 6, "piece"), new Match<>(13, 21, "whole"));
    }

    @Test
    void findsWhatWasAddedAfterASearchAndEachPatternOnce() {
        assertThat(search.isEmpty()).isTrue();
        assertThat(search.findApart("abcd")).isEmpty();

        search.add("abcd", "a");
        search.add("abcd", "a");

        assertThat(search.isEmpty()).isFalse();
        var found = new ArrayList<String>();
        search.findAll("abcd", (from, to, value) -> found.add(value));
        assertThat(found).isEqualTo(List.of("a"));
    }

    @Test
    void findsEachOfThousandsOfPatternsAtBothEndsOfAText() {
        for (int index = 0; index < 5_000; index++) {
            search.add("%08x".formatted(index * 0x9E3779B1), "p" + index);
        }

        for (int index : new int[] {0, 1, 32, 33, 1_023, 4_999}) {
            var pattern = "%08x".formatted(index * 0x9E3779B1);
            assertThat(search.findApart(pattern + " \u00e9\u20ac " + pattern))
                    .containsExactly(new Match<>(0, 8, "p" + index), new Match<>(12, 20, "p" + index));
        }
    }

    @Test
    void refusesAPatternThatIsShorterThanItsWindow() {
        assertThatThrownBy(() -> search.add("abc", "a"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("a pattern has at least 4 characters");
        assertThat(search.findApart("abc")).isEmpty();
    }
}
