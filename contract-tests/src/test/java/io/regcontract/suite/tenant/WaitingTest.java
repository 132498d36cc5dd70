package io.regcontract.suite.tenant;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Time passes in a world that cannot be changed, within a budget. */
final class WaitingTest {

    private final List<Duration> slept = new ArrayList<>();

    @Test
    void waitsUntilWhatWasGivenAShortLifeHasSurelyExpired() {
        var world = world(new Waiting(Waiting.untilExpired(), slept::add));

        world.advance(world.shortLife());

        assertThat(slept).containsExactly(Waiting.untilExpired());
        assertThat(Waiting.untilExpired()).isGreaterThan(world.shortLife());
    }

    @Test
    void countsItsLongestWaitAndNotTheSumOfThem() {
        var waiting = new Waiting(Duration.ofMinutes(1), slept::add);
        var world = world(waiting);
        assertThat(waiting.spent()).isZero();

        world.advance(Duration.ofSeconds(30));
        world.advance(Duration.ofSeconds(10));

        assertThat(waiting.spent()).isEqualTo(Duration.ofSeconds(35));
    }

    @Test
    void addsWhatIsWaitedForAlone() {
        var waiting = new Waiting(Duration.ofSeconds(60), slept::add);
        waiting.pass(Duration.ofSeconds(20));

        waiting.passAlone(Duration.ofSeconds(10));
        waiting.passAlone(Duration.ofSeconds(10));

        assertThat(waiting.spent()).isEqualTo(Duration.ofSeconds(55));
        assertThatThrownBy(() -> waiting.passAlone(Duration.ofSeconds(1)))
                .hasMessage("it takes 61 s of waiting, and the profile's budget is 60 s (budgets.waiting-seconds)");
        assertThat(slept).hasSize(3);
    }

    @Test
    void addsUpInARehearsalWhatItWouldTakeBeItMoreThanTheBudget() {
        var rehearsed = new Waiting(Duration.ofSeconds(60), slept::add).rehearsed();

        rehearsed.passAlone(Duration.ofSeconds(60));
        rehearsed.passAlone(Duration.ofSeconds(60));

        assertThat(rehearsed.spent()).isEqualTo(Duration.ofSeconds(130));
        assertThat(slept).isEmpty();
    }

    @Test
    void doesNotBeginAWaitBeyondItsBudget() {
        var world = world(new Waiting(Duration.ofSeconds(14), slept::add));

        assertThatThrownBy(() -> world.advance(world.shortLife()))
                .isInstanceOf(SetUpFailed.class)
                .hasMessage("it takes 15 s of waiting, and the profile's budget is 14 s (budgets.waiting-seconds)");
        assertThat(slept).isEmpty();
    }

    @Test
    void leavesAThreadThatIsToStopStopped() {
        var world = world(new Waiting(Duration.ofMinutes(1), time -> {
            throw new InterruptedException();
        }));

        assertThatThrownBy(() -> world.advance(Duration.ofSeconds(1))).isInstanceOf(SetUpFailed.class);
        assertThat(Thread.interrupted()).isTrue();
    }

    private static World world(Waiting waiting) {
        return new FixedWorld(waiting, Optional.empty());
    }
}
