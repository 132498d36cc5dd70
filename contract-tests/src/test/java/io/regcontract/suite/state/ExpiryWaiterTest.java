package io.regcontract.suite.state;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Time passes in a world that cannot be changed, within a budget. */
final class ExpiryWaiterTest {

    private final List<Duration> slept = new ArrayList<>();

    @Test
    void waitsUntilWhatWasGivenAShortLifeHasSurelyExpired() {
        var world = world(new ExpiryWaiter(ExpiryWaiter.untilExpired(), slept::add));

        world.advance(world.shortLifetime());

        assertThat(slept).containsExactly(ExpiryWaiter.untilExpired());
        assertThat(ExpiryWaiter.untilExpired()).isGreaterThan(world.shortLifetime());
    }

    @Test
    void countsItsLongestWaitAndNotTheSumOfThem() {
        var waiting = new ExpiryWaiter(Duration.ofMinutes(1), slept::add);
        var world = world(waiting);
        assertThat(waiting.spent()).isZero();

        world.advance(Duration.ofSeconds(30));
        world.advance(Duration.ofSeconds(10));

        assertThat(waiting.spent()).isEqualTo(Duration.ofSeconds(35));
    }

    @Test
    void addsWhatIsWaitedForAlone() {
        var waiting = new ExpiryWaiter(Duration.ofSeconds(60), slept::add);
        waiting.await(Duration.ofSeconds(20));

        waiting.awaitExclusively(Duration.ofSeconds(10));
        waiting.awaitExclusively(Duration.ofSeconds(10));

        assertThat(waiting.spent()).isEqualTo(Duration.ofSeconds(55));
        assertThatThrownBy(() -> waiting.awaitExclusively(Duration.ofSeconds(1)))
                .hasMessage("it takes 61 s of waiting, and the profile's budget is 60 s (budgets.waiting-seconds)");
        assertThat(slept).hasSize(3);
    }

    @Test
    void addsUpInARehearsalWhatItWouldTakeBeItMoreThanTheBudget() {
        var rehearsed = new ExpiryWaiter(Duration.ofSeconds(60), slept::add).forDryRun();

        rehearsed.awaitExclusively(Duration.ofSeconds(60));
        rehearsed.awaitExclusively(Duration.ofSeconds(60));

        assertThat(rehearsed.spent()).isEqualTo(Duration.ofSeconds(130));
        assertThat(slept).isEmpty();
    }

    @Test
    void doesNotBeginAWaitBeyondItsBudget() {
        var world = world(new ExpiryWaiter(Duration.ofSeconds(14), slept::add));

        assertThatThrownBy(() -> world.advance(world.shortLifetime()))
                .isInstanceOf(SetUpException.class)
                .hasMessage("it takes 15 s of waiting, and the profile's budget is 14 s (budgets.waiting-seconds)");
        assertThat(slept).isEmpty();
    }

    @Test
    void leavesAThreadThatIsToStopStopped() {
        var world = world(new ExpiryWaiter(Duration.ofMinutes(1), time -> {
            throw new InterruptedException();
        }));

        assertThatThrownBy(() -> world.advance(Duration.ofSeconds(1))).isInstanceOf(SetUpException.class);
        assertThat(Thread.interrupted()).isTrue();
    }

    private static EnvironmentState world(ExpiryWaiter waiting) {
        return new WaitOnlyEnvironmentState(waiting, Optional.empty());
    }
}
