package io.regcontract.suite.observe;

import io.regcontract.check.Examination;
import io.regcontract.contract.Contract;
import io.regcontract.environment.Capability;
import io.regcontract.suite.observe.Observation.Outcome;
import io.regcontract.suite.scenario.Scenario;
import io.regcontract.suite.state.SetUpException;
import io.regcontract.suite.transport.CallBlockedException;
import io.regcontract.suite.transport.TransportException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Runs scenarios, one at a time or concurrently, and returns what it observed. It never throws because of what a
 * service does.
 */
public final class Engine implements AutoCloseable {

    /** After this many consecutive scenarios without an answer, the remaining ones are not tried. */
    private static final int DEAD_IN_A_ROW = 5;

    private static final Duration LONGEST_END = Duration.ofSeconds(20);

    private final EngineContext context;
    private final Clock clock;
    private final AtomicInteger deadInARow = new AtomicInteger();
    private final ExecutorService background = Executors.newCachedThreadPool(work -> {
        var thread = new Thread(work, "background");
        thread.setDaemon(true);
        return thread;
    });
    private final AttemptRunner runner;
    private final Optional<String> reasonUnusable;

    /**
     * Probes the environment before the first scenario. If it is unusable, every scenario is reported broken, also
     * those that could not be driven there anyway.
     *
     * @param examination how answers are judged there
     */
    public Engine(Contract contract, EngineContext context, Examination examination, Clock clock) {
        this(
                contract,
                context,
                (requirement, answer, expectation, circumstances) ->
                        examination.examine(answer, expectation, circumstances),
                clock);
    }

    /**
     * Like the other constructor, but answers are judged by the given examiner, for example one that also keeps them.
     */
    public Engine(Contract contract, EngineContext context, Examiner examiner, Clock clock) {
        this.context = context;
        this.clock = clock;
        this.runner = new AttemptRunner(contract, context, examiner, background, () -> deadInARow.set(0));
        this.reasonUnusable = new ReadinessProbe(context, background).reasonUnusable();
    }

    /** Why the environment cannot be used at all; empty if it can. */
    public Optional<String> reasonUnusable() {
        return reasonUnusable;
    }

    /**
     * Attempts one scenario. If the connection breaks or a gateway answers instead of the service, the whole attempt is
     * repeated from the start, with new names. An answer of the service itself is never requested twice.
     */
    public <T> Observation observe(Scenario<T> scenario) {
        var earlier = new ArrayList<Observation.Earlier>();
        while (true) {
            var recorder = new AttemptRecorder(scenario.requirement(), context.redactor(), clock.instant(), earlier);
            try {
                return recorder.ended(outcome(scenario, recorder));
            } catch (TransportException e) {
                if (earlier.size() + 1 >= context.configuration().attempts()) {
                    deadInARow.incrementAndGet();
                    return recorder.ended(new Outcome.Broken(e.getMessage()));
                }
                earlier.add(recorder.cutShort(e.getMessage()));
            }
        }
    }

    private Outcome outcome(Scenario<?> scenario, AttemptRecorder recorder) {
        var outOfScope = context.reasonOutOfScope(scenario);
        if (outOfScope.isPresent()) {
            return outOfScope.get();
        }
        if (reasonUnusable.isPresent()) {
            return new Outcome.Broken(reasonUnusable.get());
        }
        var notDrivable = context.reasonNotDrivable(scenario);
        if (notDrivable.isPresent()) {
            return notDrivable.get();
        }
        if (deadInARow.get() >= DEAD_IN_A_ROW) {
            return new Outcome.Broken(
                    "not tried: " + DEAD_IN_A_ROW + " scenarios in a row found the service not answering");
        }
        try {
            return runner.run(scenario, recorder);
        } catch (TransportException e) {
            throw e;
        } catch (CallBlockedException e) {
            return blocked(e);
        } catch (SetUpException e) {
            // The profile's reason for "not drivable" applies only if the set-up failed. If the condition could be
            // built, the answer is judged.
            return context.configuration()
                    .reasonNotDrivable(scenario.requirement().code().code())
                    .<Outcome>map(reason -> new Outcome.NotDrivable(Optional.empty(), reason))
                    .orElseGet(() -> new Outcome.Broken(e.getMessage()));
        } catch (IllegalTwinException e) {
            return new Outcome.Broken(e.getMessage());
        } catch (RuntimeException e) {
            return new Outcome.Broken("the suite failed: " + e);
        }
    }

    /**
     * A blocked call makes the scenario not drivable here; an exhausted budget makes it broken, because another run may
     * have budget left.
     */
    private static Outcome blocked(CallBlockedException why) {
        return switch (why.reason()) {
            case READ_ONLY -> new Outcome.NotDrivable(Capability.WRITING, why.getMessage());
            case NOT_OURS -> new Outcome.NotDrivable(Capability.OWN_APPLICATION, why.getMessage());
            case OUT_OF_SCOPE -> new Outcome.NotDrivable(Capability.SET_UP, why.getMessage());
            case BUDGET -> new Outcome.Broken(why.getMessage());
        };
    }

    /** Waits for background work, at most as long as one call may take. */
    @Override
    public void close() {
        background.shutdown();
        try {
            if (!background.awaitTermination(LONGEST_END.toMillis(), TimeUnit.MILLISECONDS)) {
                background.shutdownNow();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
