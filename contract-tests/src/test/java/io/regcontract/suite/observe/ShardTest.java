package io.regcontract.suite.observe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class ShardTest {

    @Test
    void putsEveryRequirementIntoExactlyOneShard() {
        for (var requirement = 0; requirement < 1_000; requirement++) {
            var id = "REG-361.entity-create.case-" + requirement;

            assertThat(IntStream.rangeClosed(1, 7)
                            .filter(index -> new Shard(index, 7).holds(id))
                            .count())
                    .isOne();
        }
    }

    @Test
    void sharesTheWorkOutFairly() {
        var first = IntStream.range(0, 10_000)
                .filter(requirement -> new Shard(1, 4).holds("REG-361.entity-create.case-" + requirement))
                .count();

        assertThat(first).isBetween(2_300L, 2_700L);
    }

    @Test
    void holdsEverythingWhenThereIsOne() {
        assertThat(Shard.parse("1/1")).isEqualTo(Shard.WHOLE);
        assertThat(Shard.WHOLE.holds("REG-361.entity-create.duplicate-value")).isTrue();
    }

    @Test
    void saysWhatIsWrongWithAShardThatIsNone() {
        assertThatThrownBy(() -> Shard.parse("first"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("'first' is no shard: write -Dshard=i/n, as in -Dshard=1/4.");
        assertThatThrownBy(() -> Shard.parse("5/4"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("there is no shard 5/4: they count from 1, as in -Dshard=1/4.");
        assertThatThrownBy(() -> Shard.parse("0/4")).isInstanceOf(IllegalArgumentException.class);
    }
}
