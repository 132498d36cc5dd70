package io.regcontract.suite.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.regcontract.suite.observe.Observation;
import io.regcontract.suite.observe.Observation.Outcome;
import io.regcontract.suite.plan.ScenarioCatalogue;
import io.regcontract.suite.scenario.Scenario;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class ScenarioExecutorTest {

    private static final List<Scenario<?>> SCENARIOS =
            ScenarioCatalogue.byHand().scenarios();

    @Test
    void handsOutWhatWasSeenInWhateverOrderItIsAskedFor() {
        try (var workers = new ScenarioExecutor(
                SCENARIOS, scenario -> false, scenario -> false, ScenarioExecutorTest::seen, 4, 1)) {
            var asked = new ArrayList<>(SCENARIOS);
            Collections.reverse(asked);

            assertThat(asked)
                    .allSatisfy(scenario ->
                            assertThat(workers.seen(scenario).requirement()).isEqualTo(scenario.requirement()));
        }
    }

    @Test
    void worksInAnOrderThatComesFromTheSeedAlone() {
        assertThat(order(7)).isEqualTo(order(7)).isNotEqualTo(order(8)).containsExactlyInAnyOrderElementsOf(ids());
    }

    @Test
    void beginsWithTheLongest() {
        var lengths = SCENARIOS.stream().collect(Collectors.toMap(Scenario::toString, ScenarioCost::of));

        assertThat(order(7).stream().map(lengths::get)).isSorted().contains(ScenarioCost.values());
    }

    @Test
    void worksAtAsManyAtATimeAsItMayAndNoMore() {
        var together = new CyclicBarrier(3);
        var now = new AtomicInteger();
        var most = new AtomicInteger();
        Function<Scenario<?>, Observation> meeting = scenario -> {
            most.accumulateAndGet(now.incrementAndGet(), Math::max);
            try {
                together.await(20, TimeUnit.SECONDS);
            } catch (Exception e) {
                throw new IllegalStateException(e);
            }
            now.decrementAndGet();
            return seen(scenario);
        };
        var nine = SCENARIOS.subList(0, 9);
        try (var workers = new ScenarioExecutor(nine, scenario -> false, scenario -> false, meeting, 3, 1)) {
            assertThat(nine).allSatisfy(scenario -> workers.seen(scenario));
        }
        assertThat(most).hasValue(3);
    }

    /** Each of those that wait, and the last of all others, has to come for anyone to go on. */
    @Test
    void letsThoseThatWaitDoSoBesideEachOtherAndBesideEverythingElse() {
        var nine = SCENARIOS.subList(0, 9);
        var waiting = Set.copyOf(nine.subList(2, 7));
        var together = new CyclicBarrier(waiting.size() + 1);
        var others = new AtomicInteger(nine.size() - waiting.size());
        Function<Scenario<?>, Observation> meeting = scenario -> {
            if (waiting.contains(scenario) || others.decrementAndGet() == 0) {
                try {
                    together.await(20, TimeUnit.SECONDS);
                } catch (Exception e) {
                    throw new IllegalStateException(e);
                }
            }
            return seen(scenario);
        };
        try (var workers = new ScenarioExecutor(nine, waiting::contains, scenario -> false, meeting, 1, 1)) {
            assertThat(nine).allSatisfy(scenario -> workers.seen(scenario));
        }
    }

    /** All others are held up for a while: one that waits, one that does not, and one that fails in the end. */
    @Test
    void letsThoseThatShutOutTheOthersBeginOnceAllOthersHaveEndedAndOneAtATime() throws InterruptedException {
        var six = SCENARIOS.subList(0, 6);
        var alone = Set.copyOf(six.subList(3, 6));
        var heldUp = new CountDownLatch(1);
        var first = new CountDownLatch(1);
        var underWay = new AtomicInteger();
        Function<Scenario<?>, Observation> attempt = scenario -> {
            var besides = underWay.getAndIncrement();
            try {
                if (alone.contains(scenario)) {
                    first.countDown();
                    assertThat(besides).isZero();
                } else if (!heldUp.await(20, TimeUnit.SECONDS) || six.get(0).equals(scenario)) {
                    throw new IllegalStateException("the disk is full");
                }
                return seen(scenario);
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            } finally {
                underWay.decrementAndGet();
            }
        };
        try (var workers = new ScenarioExecutor(six, six.get(1)::equals, alone::contains, attempt, 4, 1)) {
            assertThat(first.await(50, TimeUnit.MILLISECONDS)).isFalse();
            heldUp.countDown();

            assertThatThrownBy(() -> workers.seen(six.get(0))).hasMessage("the disk is full");
            assertThat(six.subList(1, 6)).allSatisfy(scenario -> workers.seen(scenario));
        }
    }

    @Test
    void passesOnWhatWentWrongInTheAttemptItself() {
        Function<Scenario<?>, Observation> failing = scenario -> {
            throw new IllegalStateException("the disk is full");
        };
        try (var workers =
                new ScenarioExecutor(SCENARIOS.subList(0, 1), scenario -> false, scenario -> false, failing, 1, 1)) {
            assertThatThrownBy(() -> workers.seen(SCENARIOS.get(0))).hasMessage("the disk is full");
        }
    }

    @Test
    void handsOutEachOnceAndNoneThatIsNotItsOwn() {
        try (var workers = new ScenarioExecutor(
                SCENARIOS.subList(0, 1), scenario -> false, scenario -> false, ScenarioExecutorTest::seen, 1, 1)) {
            workers.seen(SCENARIOS.get(0));

            assertThatThrownBy(() -> workers.seen(SCENARIOS.get(0))).isInstanceOf(IllegalStateException.class);
            assertThatThrownBy(() -> workers.seen(SCENARIOS.get(1)))
                    .hasMessage(SCENARIOS.get(1) + " is not attempted in this run, or was handed out before");
        }
    }

    private static List<String> order(long seed) {
        var order = Collections.synchronizedList(new ArrayList<String>());
        Function<Scenario<?>, Observation> noting = scenario -> {
            order.add(scenario.toString());
            return seen(scenario);
        };
        try (var workers = new ScenarioExecutor(SCENARIOS, scenario -> false, scenario -> false, noting, 1, seed)) {
            SCENARIOS.forEach(workers::seen);
        }
        return List.copyOf(order);
    }

    private static List<String> ids() {
        return SCENARIOS.stream().map(Scenario::toString).toList();
    }

    private static Observation seen(Scenario<?> scenario) {
        return new Observation(
                scenario.requirement(),
                new Outcome.Broken("never tried"),
                new Observation.AnswerSummary(Optional.empty(), Optional.empty(), Optional.empty()),
                List.of(),
                List.of(),
                List.of(),
                Instant.EPOCH,
                0);
    }
}
