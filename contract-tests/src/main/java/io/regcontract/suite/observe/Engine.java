package io.regcontract.suite.observe;

import io.regcontract.check.Check;
import io.regcontract.check.CheckContext.LogLookup;
import io.regcontract.check.Examination;
import io.regcontract.check.Finding;
import io.regcontract.check.answer.Answer;
import io.regcontract.contract.Contract;
import io.regcontract.contract.ErrorCode;
import io.regcontract.environment.Capability;
import io.regcontract.suite.call.Call;
import io.regcontract.suite.evidence.Exchange;
import io.regcontract.suite.observe.Observation.Outcome;
import io.regcontract.suite.redaction.Redactor;
import io.regcontract.suite.scenario.Requirement;
import io.regcontract.suite.scenario.Scenario;
import io.regcontract.suite.scenario.Scenario.Companion;
import io.regcontract.suite.tenant.Application;
import io.regcontract.suite.tenant.ControlPlaneClient;
import io.regcontract.suite.tenant.ControllableEnvironmentState;
import io.regcontract.suite.tenant.EnvironmentState;
import io.regcontract.suite.tenant.SetUpException;
import io.regcontract.suite.tenant.Tenant;
import io.regcontract.suite.tenant.WaitOnlyEnvironmentState;
import io.regcontract.suite.transport.CallBlockedException;
import io.regcontract.suite.transport.ThrottledAnswer;
import io.regcontract.suite.transport.TimedAnswer;
import io.regcontract.suite.transport.TransportException;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BiConsumer;
import java.util.function.BiFunction;
import tools.jackson.core.JacksonException;

/**
 * Runs scenarios, one at a time or concurrently, and returns what it observed. It never throws because of what a
 * service does.
 */
public final class Engine implements AutoCloseable {

    /** After this many consecutive scenarios without an answer, the remaining ones are not tried. */
    private static final int DEAD_IN_A_ROW = 5;

    /** How far the service's clock may be from ours in its own log. */
    private static final Duration LOG_TOLERANCE = Duration.ofSeconds(5);

    private static final Duration LONGEST_END = Duration.ofSeconds(20);

    private final Contract contract;
    private final EngineContext surroundings;
    private final Examiner examiner;
    private final Clock clock;
    private final SeenTokens tokens = new SeenTokens();
    private final AtomicInteger attempts = new AtomicInteger();
    private final ExecutorService beside = Executors.newCachedThreadPool(work -> {
        var thread = new Thread(work, "beside");
        thread.setDaemon(true);
        return thread;
    });
    private final Optional<String> trouble;
    private final AtomicInteger deadInARow = new AtomicInteger();

    /**
     * Probes the environment before the first scenario. If it is unusable, every scenario is reported broken, also
     * those that could not be driven there anyway.
     *
     * @param examination how answers are judged there
     */
    public Engine(Contract contract, EngineContext surroundings, Examination examination, Clock clock) {
        this(
                contract,
                surroundings,
                (requirement, answer, expectation, circumstances) ->
                        examination.examine(answer, expectation, circumstances),
                clock);
    }

    /**
     * Like the other constructor, but answers are judged by the given examiner, for example one that also keeps them.
     */
    public Engine(Contract contract, EngineContext surroundings, Examiner examiner, Clock clock) {
        this.contract = contract;
        this.surroundings = surroundings;
        this.examiner = examiner;
        this.clock = clock;
        this.trouble = new ReadinessProbe(surroundings, beside).reasonUnusable();
    }

    /** What keeps the environment from being used at all. */
    public Optional<String> reasonUnusable() {
        return trouble;
    }

    /**
     * Attempts one scenario. If the connection breaks or a gateway answers instead of the service, the whole attempt is
     * repeated from the start, with new names. An answer of the service itself is never requested twice.
     */
    public <T> Observation observe(Scenario<T> scenario) {
        var earlier = new ArrayList<Observation.Earlier>();
        while (true) {
            var attempt = new Attempt(scenario.requirement(), clock.instant(), earlier);
            var observation = observe(scenario, attempt);
            if (!attempt.cutShort) {
                return observation;
            }
            if (earlier.size() + 1 >= surroundings.provisions().attempts()) {
                deadInARow.incrementAndGet();
                return observation;
            }
            if (observation.outcome() instanceof Outcome.Broken broken) {
                earlier.add(new Observation.Earlier(observation.startedAt(), broken.reason()));
            }
        }
    }

    private <T> Observation observe(Scenario<T> scenario, Attempt attempt) {
        if (trouble.isPresent()) {
            return attempt.ended(new Outcome.Broken(trouble.get()));
        }
        var lack = surroundings.reasonNotDrivable(scenario);
        if (lack.isPresent()) {
            return attempt.ended(lack.get());
        }
        if (deadInARow.get() >= DEAD_IN_A_ROW) {
            return attempt.ended(new Outcome.Broken(
                    "not tried: " + DEAD_IN_A_ROW + " scenarios in a row found the service not answering"));
        }
        try {
            return attempt.ended(attempted(scenario, attempt));
        } catch (TransportException e) {
            attempt.cutShort = true;
            return attempt.ended(new Outcome.Broken(e.getMessage()));
        } catch (CallBlockedException e) {
            return attempt.ended(heldBack(e));
        } catch (SetUpException e) {
            // The profile's reason for "not drivable" applies only if the set-up failed. If the condition could be
            // built, the answer is judged.
            return attempt.ended(surroundings
                    .provisions()
                    .reasonNotDrivable(scenario.requirement().code().code())
                    .<Outcome>map(reason -> new Outcome.NotDrivable(Optional.empty(), reason))
                    .orElseGet(() -> new Outcome.Broken(e.getMessage())));
        } catch (IllegalTwin e) {
            return attempt.ended(new Outcome.Broken(e.getMessage()));
        } catch (RuntimeException e) {
            return attempt.ended(new Outcome.Broken("the suite failed: " + e));
        }
    }

    /**
     * A blocked call makes the scenario not drivable here; an exhausted budget makes it broken, because another run may
     * have budget left.
     */
    private static Outcome heldBack(CallBlockedException why) {
        return switch (why.reason()) {
            case READ_ONLY -> new Outcome.NotDrivable(Capability.WRITING, why.getMessage());
            case NOT_OURS -> new Outcome.NotDrivable(Capability.OWN_APPLICATION, why.getMessage());
            case BUDGET -> new Outcome.Broken(why.getMessage());
        };
    }

    private <T> Outcome attempted(Scenario<T> scenario, Attempt attempt) {
        var application =
                surroundings.needsOwnApplication(scenario) ? ownApplication(attempt) : surroundings.application();
        var world = world(application, attempt);
        try {
            var tenant = new Tenant(
                    application,
                    // Repeating a lost password change would collide with its own first execution, so the attempt
                    // starts over instead.
                    surroundings.http().withoutRetryOnLoss(),
                    world,
                    surroundings.provisions(),
                    surroundings.redactor(),
                    surroundings.registrationSuffix(),
                    surroundings.prefix() + attempts.incrementAndGet() + "x",
                    attempt::keep);
            var given = scenario.given().apply(tenant);
            var call = scenario.drive().apply(tenant, given);
            if (!call.operation().equals(scenario.requirement().operation())) {
                throw new IllegalTwin("the scenario calls " + call.operation() + " and claims "
                        + scenario.requirement().operation());
            }
            var twin = twin(scenario, tenant, given, call);
            var judgement = drive(scenario, tenant, call, attempt);
            return companion(scenario, tenant, given, twin, attempt, judgement);
        } finally {
            if (surroundings.needsOwnApplication(scenario)) {
                beside.execute(() -> remove(control(), application));
            }
        }
    }

    /**
     * Removes the application that was created for one scenario. Removal runs in the background; a failure is ignored
     * because the name is never used again.
     */
    static void remove(ControlPlaneClient control, Application application) {
        try {
            control.remove(application);
        } catch (TransportException | SetUpException leftBehind) {
            // Ignored: the name is unique, so the leftover cannot affect another scenario. If the service is down, the
            // next call will report it.
        }
    }

    /** Waits for background work, at most as long as one call may take. */
    @Override
    public void close() {
        beside.shutdown();
        try {
            if (!beside.awaitTermination(LONGEST_END.toMillis(), TimeUnit.MILLISECONDS)) {
                beside.shutdownNow();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** The twin as a call, compared with the drive before either is sent. */
    private static <T> Call twin(Scenario<T> scenario, Tenant tenant, T given, Call drive) {
        var spoken = spoken(scenario.companion());
        if (spoken.isEmpty()) {
            return drive;
        }
        var twin = spoken.get().apply(tenant, given);
        var differences = twin.differencesFrom(drive);
        if (differences.contains("operation")) {
            throw new IllegalTwin("the twin calls another operation: " + twin.operation());
        }
        var undone = scenario.companion() instanceof Companion.UndoAndTwin ? 1 : 0;
        if (differences.isEmpty() || differences.size() + undone > scenario.conditions()) {
            throw new IllegalTwin(
                    scenario.conditions() == 1
                            ? "a twin differs in one parameter, this one in " + differences.size() + ": "
                                    + String.join(", ", differences)
                            : "a twin differs at most once for each of " + scenario.conditions()
                                    + " conditions, this one in " + String.join(", ", differences)
                                    + (undone == 0 ? "" : " and in a change of the world"));
        }
        return twin;
    }

    private static <T> Optional<BiFunction<Tenant, T, Call>> spoken(Companion<T> companion) {
        if (companion instanceof Companion.Twin<T> twin) {
            return Optional.of(twin.call());
        }
        return companion instanceof Companion.UndoAndTwin<T> both ? Optional.of(both.call()) : Optional.empty();
    }

    private static <T> Optional<BiConsumer<Tenant, T>> change(Companion<T> companion) {
        if (companion instanceof Companion.Undo<T> undo) {
            return Optional.of(undo.change());
        }
        return companion instanceof Companion.UndoAndTwin<T> both ? Optional.of(both.change()) : Optional.empty();
    }

    /**
     * Sends the call under test. Its answer is judged while the next call is already under way, because one check
     * queries the API log and waiting for that would cost one more round trip per scenario.
     */
    private CompletableFuture<List<Examination.Examined>> drive(
            Scenario<?> scenario, Tenant tenant, Call call, Attempt attempt) {
        tenant.setRole(Exchange.Role.DRIVE);
        var answered = tenant.send(call);
        deadInARow.set(0);
        refuseForeignLimits(scenario, answered);
        var requirement = scenario.requirement();
        var expectation = scenario.expectation(contract);
        attempt.answered(scenario.element().flatMap(answered.answer()::element).orElse(answered.answer()));
        return CompletableFuture.supplyAsync(
                () -> examiner.examine(
                        requirement,
                        answered.answer(),
                        expectation,
                        token -> tokens.contextOf(
                                requirement.id(), token, Redactor.secretsOf(call), value -> log(value, answered))),
                beside);
    }

    /**
     * On a shared application, other callers can use up the rate limit. A limit error that the scenario did not cause
     * itself says nothing about its requirement.
     */
    private void refuseForeignLimits(Scenario<?> scenario, TimedAnswer answered) {
        var own = scenario.requirement().code() == ErrorCode.API_LIMIT_ERROR
                || scenario.alsoHolding().contains(ErrorCode.API_LIMIT_ERROR);
        if (!own
                && surroundings.control().isEmpty()
                && ThrottledAnswer.in(answered.answer()).isPresent()) {
            throw new TransportException(
                    "a limit of calls was reached, which others share: the call was not looked at");
        }
    }

    private <T> Outcome companion(
            Scenario<T> scenario,
            Tenant tenant,
            T given,
            Call twin,
            Attempt attempt,
            CompletableFuture<List<Examination.Examined>> judgement) {
        try {
            var change = change(scenario.companion());
            if (change.isPresent()) {
                tenant.setRole(Exchange.Role.UNDO);
                var before = tenant.actions();
                change.get().accept(tenant, given);
                if (tenant.actions() - before != 1) {
                    throw new IllegalTwin("undoing takes one change, this one took " + (tenant.actions() - before));
                }
            }
            tenant.setRole(Exchange.Role.TWIN);
            var succeeds = succeeds(tenant.send(twin), scenario);
            attempt.judged(judgement);
            attempt.examined("twin.succeeds", Check.Weight.MUST, succeeds, List.of());
            return new Outcome.Observed();
        } catch (TransportException | SetUpException | CallBlockedException e) {
            attempt.judged(judgement);
            // A contradiction that was already found is kept even if the connection breaks afterwards.
            if (attempt.contradicted()) {
                attempt.examined("twin.succeeds", Check.Weight.MUST, Finding.notApplicable(e.getMessage()), List.of());
                return new Outcome.Observed();
            }
            throw e;
        }
    }

    private Finding succeeds(TimedAnswer answered, Scenario<?> scenario) {
        return scenario.expectation(contract).isMetWithSuccess(answered.answer())
                ? Finding.holds()
                : Finding.fails(
                        "success without the condition", answered.answer().toString());
    }

    private LogLookup log(String token, TimedAnswer answered) {
        if (surroundings.control().isEmpty()) {
            return new LogLookup.Unavailable("the environment has no API log to ask");
        }
        try {
            return surroundings
                    .control()
                    .get()
                    .logged(token)
                    .<LogLookup>map(entry -> new LogLookup.Entry(
                            entry.path("operation").asString(""),
                            entry.path("code").asInt(0),
                            Instant.parse(entry.path("time").asString("")),
                            answered.sent().minus(LOG_TOLERANCE),
                            answered.received().plus(LOG_TOLERANCE)))
                    .orElseGet(LogLookup.Unknown::new);
        } catch (TransportException | JacksonException | DateTimeException e) {
            return new LogLookup.Unavailable("the API log could not be read: " + e.getMessage());
        }
    }

    private Application ownApplication(Attempt attempt) {
        return control().application(attempt::keep);
    }

    private EnvironmentState world(Application application, Attempt attempt) {
        return surroundings
                .control()
                .<EnvironmentState>flatMap(control ->
                        application.id().map(id -> new ControllableEnvironmentState(control, id, attempt::keep)))
                .orElseGet(() -> new WaitOnlyEnvironmentState(
                        surroundings.provisions().waiting(),
                        surroundings.provisions().rush()));
    }

    private ControlPlaneClient control() {
        return surroundings.control().orElseThrow(() -> new SetUpException("the environment has no control plane"));
    }

    /** The scenario is defective: its twin breaks the rules for twins. */
    private static final class IllegalTwin extends RuntimeException {
        private static final long serialVersionUID = 1L;

        IllegalTwin(String message) {
            super(message);
        }
    }

    /** Collects the exchanges and checks of one attempt. */
    private final class Attempt {
        private final Requirement requirement;
        private final Instant startedAt;
        private final long started = System.nanoTime();
        private final List<Exchange> exchanges = new ArrayList<>();
        private final List<Observation.ExaminedCheck> checks = new ArrayList<>();
        private final List<Observation.Earlier> earlier;
        private boolean cutShort;
        private Observation.AnswerSummary answered = Observation.AnswerSummary.NOTHING;

        Attempt(Requirement requirement, Instant startedAt, List<Observation.Earlier> earlier) {
            this.requirement = requirement;
            this.startedAt = startedAt;
            this.earlier = List.copyOf(earlier);
        }

        void keep(Exchange exchange) {
            exchanges.add(exchange);
        }

        void examined(String id, Check.Weight weight, Finding finding, List<String> relaxedBy) {
            checks.add(new Observation.ExaminedCheck(
                    id,
                    weight,
                    finding.reworded(surroundings.redactor()::redact).shown(),
                    relaxedBy));
        }

        /** Waits for the checks of the answer and adds them. */
        void judged(CompletableFuture<List<Examination.Examined>> judgement) {
            try {
                judgement
                        .join()
                        .forEach(one ->
                                examined(one.check().id(), one.check().weight(), one.finding(), one.relaxedBy()));
            } catch (CompletionException e) {
                throw e.getCause() instanceof RuntimeException failure ? failure : e;
            }
        }

        boolean contradicted() {
            return checks.stream().anyMatch(Observation.ExaminedCheck::contradicts);
        }

        void answered(Answer answer) {
            answered = new Observation.AnswerSummary(
                    answer.code(),
                    answer.text("error").map(surroundings.redactor()::redact),
                    // Support can look up either field; whether the service uses the right one is checked elsewhere.
                    answer.text("request_token")
                            .or(() -> answer.text("request_id"))
                            .map(surroundings.redactor()::redact));
        }

        Observation ended(Outcome outcome) {
            return new Observation(
                    requirement,
                    outcome instanceof Outcome.Broken broken
                            ? new Outcome.Broken(
                                    Answer.bounded(surroundings.redactor().redact(broken.reason())))
                            : outcome,
                    answered,
                    outcome instanceof Outcome.Observed ? checks : List.of(),
                    exchanges,
                    earlier,
                    startedAt,
                    (System.nanoTime() - started) / 1e6);
        }
    }
}
