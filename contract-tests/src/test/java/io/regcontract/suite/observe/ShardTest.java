package io.regcontract.suite.observe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
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

    @Test
    void takesItselfFromTheVariablesOfTheCi() {
        assertThat(Shard.ofCi(Map.of("CI_NODE_INDEX", "2", "CI_NODE_TOTAL", "4")))
                .isEqualTo(new Shard(2, 4));
        assertThat(Shard.ofCi(Map.of("CIRCLE_NODE_INDEX", "0", "CIRCLE_NODE_TOTAL", "4")))
                .isEqualTo(new Shard(1, 4));
        assertThat(Shard.ofCi(Map.of("JOB_COMPLETION_INDEX", "3", "JOB_COMPLETIONS", "4")))
                .isEqualTo(new Shard(4, 4));
    }

    @Test
    void saysWhatTheCiLeavesOut() {
        assertThatThrownBy(() -> Shard.ofCi(Map.of()))
                .hasMessage(
                        "-Dshard=ci: none of CI_NODE_INDEX, CIRCLE_NODE_INDEX and JOB_COMPLETION_INDEX is set. Write"
                                + " -Dshard=i/n instead.");
        assertThatThrownBy(() -> Shard.ofCi(Map.of("JOB_COMPLETION_INDEX", "3")))
                .hasMessage("-Dshard=ci: JOB_COMPLETIONS has to be a number and is not set.");
        assertThatThrownBy(() -> Shard.ofCi(Map.of("CI_NODE_INDEX", "one", "CI_NODE_TOTAL", "4")))
                .hasMessage("-Dshard=ci: CI_NODE_INDEX has to be a number and is 'one'.");
    }
}
