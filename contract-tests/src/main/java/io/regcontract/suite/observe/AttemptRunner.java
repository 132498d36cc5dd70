package io.regcontract.suite.observe;

import io.regcontract.check.Check;
import io.regcontract.check.Examination;
import io.regcontract.check.Finding;
import io.regcontract.contract.Contract;
import io.regcontract.contract.model.ErrorCode;
import io.regcontract.environment.ExistingThings;
import io.regcontract.suite.call.Call;
import io.regcontract.suite.evidence.Exchange;
import io.regcontract.suite.observe.Observation.Outcome;
import io.regcontract.suite.redaction.CallSecrets;
import io.regcontract.suite.scenario.Scenario;
import io.regcontract.suite.state.Application;
import io.regcontract.suite.state.ControlCapabilities;
import io.regcontract.suite.state.ControlPlaneClient;
import io.regcontract.suite.state.ControllableEnvironmentState;
import io.regcontract.suite.state.EnvironmentState;
import io.regcontract.suite.state.SetUpException;
import io.regcontract.suite.state.WaitOnlyEnvironmentState;
import io.regcontract.suite.tenant.Tenant;
import io.regcontract.suite.transport.CallBlockedException;
import io.regcontract.suite.transport.ThrottledAnswer;
import io.regcontract.suite.transport.TimedAnswer;
import io.regcontract.suite.transport.TransportException;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicInteger;

/** Carries out one attempt at a scenario: sets up, drives, examines the answer, and lets the twin succeed. */
final class AttemptRunner {

    private final Contract contract;
    private final EngineContext context;
    private final Examiner examiner;
    private final Executor background;
    private final Runnable onAnswer;
    private final ApiLogLookup apiLog;
    private final SeenTokens tokens = new SeenTokens();
    private final AtomicInteger attempts = new AtomicInteger();

    /**
     * @param background runs the examination and the removal of applications
     * @param onAnswer told of each answer to a call under test
     */
    AttemptRunner(Contract contract, EngineContext context, Examiner examiner, Executor background, Runnable onAnswer) {
        this.contract = contract;
        this.context = context;
        this.examiner = examiner;
        this.background = background;
        this.onAnswer = onAnswer;
        this.apiLog = new ApiLogLookup(context.control().filter(control -> context.controls(ControlCapabilities.LOG)));
    }

    /**
     * Attempts a scenario once.
     *
     * @throws TransportException when the connection breaks or a gateway answers instead of the service
     * @throws SetUpException when the condition cannot be built
     * @throws CallBlockedException when an interceptor does not let a call through
     * @throws IllegalTwinException when the scenario is defective
     */
    <T> Outcome run(Scenario<T> scenario, AttemptRecorder recorder) {
        var ownApplication = context.needsOwnApplication(scenario);
        var application = ownApplication ? control().application(recorder::keep) : context.application();
        var state = stateOf(application, recorder);
        try {
            var tenant = new Tenant(
                    application,
                    // Repeating a lost password change would collide with its own first execution, so the attempt
                    // starts over instead.
                    context.http().withoutRetryOnLoss(),
                    state,
                    // What exists is in the application that scenarios share.
                    ownApplication ? context.configuration().where(ExistingThings.NONE) : context.configuration(),
                    context.redactor(),
                    context.registrationSuffix(),
                    context.prefix() + attempts.incrementAndGet() + "x",
                    recorder::keep);
            var ready = prepared(scenario, tenant);
            var judgement = drive(scenario, tenant, ready.call(), recorder);
            return companion(scenario, tenant, ready.given(), ready.twin(), recorder, judgement);
        } finally {
            if (context.changesTheSharedApplication(scenario)) {
                restore(state);
            }
            if (ownApplication) {
                background.execute(() -> removeIfPossible(control(), application));
            }
        }
    }

    private record Prepared<T>(T given, Call call, Call twin) {}

    /** Builds the condition. What cannot be built needs none of the accounts that exist: another scenario may have them. */
    private static <T> Prepared<T> prepared(Scenario<T> scenario, Tenant tenant) {
        try {
            var given = scenario.given().apply(tenant);
            var call = TwinRule.drive(scenario, tenant, given);
            return new Prepared<>(given, call, TwinRule.twin(scenario, tenant, given, call));
        } catch (CallBlockedException blocked) {
            tenant.accounts().handBack();
            throw blocked;
        }
    }

    /** Sets right what the scenario changed for all. Where that fails, whoever comes next is broken and says why. */
    private static void restore(EnvironmentState state) {
        try {
            state.restore();
        } catch (TransportException | SetUpException failed) {
            // The next scenario meets what is left of it, and is not judged by it: a limit or a maintenance breaks its
            // set-up.
        }
    }

    /**
     * Removes an application that was created for one use. Failures are ignored: the name is unique, so the leftover
     * cannot affect another scenario, and if the service is down, the next call reports it.
     */
    static void removeIfPossible(ControlPlaneClient control, Application application) {
        try {
            control.remove(application);
        } catch (TransportException | SetUpException leftBehind) {
            // Ignored, see above.
        }
    }

    /**
     * Sends the call under test. Its answer is judged while the next call is already under way, because one check
     * queries the API log and waiting for that would cost one more round trip per scenario.
     */
    private CompletableFuture<List<Examination.Examined>> drive(
            Scenario<?> scenario, Tenant tenant, Call call, AttemptRecorder recorder) {
        tenant.setRole(Exchange.Role.DRIVE);
        var answered = tenant.send(call);
        onAnswer.run();
        refuseForeignLimits(scenario, answered);
        var requirement = scenario.requirement();
        var expectation = scenario.expectation(contract);
        recorder.answered(scenario.element().flatMap(answered.answer()::element).orElse(answered.answer()));
        return CompletableFuture.supplyAsync(
                () -> examiner.examine(
                        requirement,
                        answered.answer(),
                        expectation,
                        token -> tokens.contextOf(
                                requirement.id(), token, CallSecrets.of(call), value -> apiLog.find(value, answered))),
                background);
    }

    /**
     * On a shared application, other callers can use up the rate limit. A limit error that the scenario did not cause
     * itself says nothing about its requirement.
     */
    private void refuseForeignLimits(Scenario<?> scenario, TimedAnswer answered) {
        var own = scenario.requirement().code() == ErrorCode.API_LIMIT_ERROR
                || scenario.alsoHolding().contains(ErrorCode.API_LIMIT_ERROR);
        if (!own
                && !context.controls(ControlCapabilities.APPLICATIONS)
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
            AttemptRecorder recorder,
            CompletableFuture<List<Examination.Examined>> judgement) {
        try {
            TwinRule.undo(scenario, tenant, given);
            tenant.setRole(Exchange.Role.TWIN);
            var succeeds = succeeds(tenant.send(twin), scenario);
            recorder.judged(judgement);
            recorder.examined("twin.succeeds", Check.Weight.MUST, succeeds, List.of());
            return new Outcome.Observed();
        } catch (TransportException | SetUpException | CallBlockedException e) {
            recorder.judged(judgement);
            // A contradiction that was already found is kept even if the connection breaks afterwards.
            if (recorder.contradicted()) {
                recorder.examined("twin.succeeds", Check.Weight.MUST, Finding.notApplicable(e.getMessage()), List.of());
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

    private EnvironmentState stateOf(Application application, AttemptRecorder recorder) {
        var waiting = new WaitOnlyEnvironmentState(
                context.configuration().waiter(), context.configuration().rateLimitExhauster());
        return context.control()
                .<EnvironmentState>flatMap(control -> application
                        .id()
                        .map(id -> new ControllableEnvironmentState(control, id, recorder::keep, waiting)))
                .orElse(waiting);
    }

    private ControlPlaneClient control() {
        return context.control().orElseThrow(() -> new SetUpException("the environment has no control plane"));
    }
}
