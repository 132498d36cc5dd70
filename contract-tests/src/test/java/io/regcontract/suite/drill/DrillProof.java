package io.regcontract.suite.drill;

import io.regcontract.check.Check.Weight;
import io.regcontract.check.CheckContext;
import io.regcontract.check.CheckContext.LogLookup;
import io.regcontract.check.Examination;
import io.regcontract.check.Examination.Examined;
import io.regcontract.check.Expectation;
import io.regcontract.check.Finding;
import io.regcontract.check.answer.Answer;
import io.regcontract.contract.model.ErrorCode;
import io.regcontract.contract.text.ServiceText;
import io.regcontract.simulator.control.ControlException;
import io.regcontract.simulator.control.DrillOrder;
import io.regcontract.suite.call.Call;
import io.regcontract.suite.derived.DrilledCalls;
import io.regcontract.suite.derived.DrilledCalls.DrilledCall;
import io.regcontract.suite.drill.DrillEnvironment.InApplication;
import io.regcontract.suite.observe.SeenTokens;
import io.regcontract.suite.redaction.CallSecrets;
import io.regcontract.suite.state.SetUpException;
import io.regcontract.suite.tenant.Tenant;
import io.regcontract.suite.transport.TimedAnswer;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * Proves one drill at one operation: a correct call succeeds, fails with the documented error by all checks of the
 * suite once the drill is armed, and succeeds again once it is undone.
 */
final class DrillProof {

    private static final Duration TOLERANCE = Duration.ofSeconds(5);

    private final DrillEnvironment environment;
    private final DrilledCalls calls = new DrilledCalls();
    private final SeenTokens tokens = new SeenTokens();
    private final Examination examination;

    DrillProof(DrillEnvironment environment) {
        this.environment = environment;
        this.examination = environment.examination();
    }

    /** What is not as it should be, in a sentence; empty when the pair is proven. */
    Optional<String> fault(OfferedDrill drill, String path) {
        var operation = DrillEnvironment.CONTRACT.operations().find(path);
        var code = ErrorCode.of(drill.code());
        if (operation.isEmpty() || code.isEmpty()) {
            return Optional.of("the contract has no such operation or code");
        }
        var call = calls.of(drill.name(), drill.code(), operation.get());
        if (call.isEmpty()) {
            return Optional.of("no correct call of the operation is known");
        }
        var expectation = Expectation.of(DrillEnvironment.CONTRACT, code.get(), path)
                .within(call.get().element());
        try {
            return environment.inNewApplication(
                    application -> fault(application, drill.name(), call.get(), expectation));
        } catch (SetUpException | ControlException e) {
            return Optional.of("the call could not be prepared, or the drill armed: " + e.getMessage());
        }
    }

    private Optional<String> fault(
            InApplication application, String drill, DrilledCall drilled, Expectation expectation) {
        var tenant = application.tenant();
        var before = tenant.send(drilled.call().apply(tenant));
        if (!expectation.isMetWithSuccess(before.answer())) {
            return Optional.of("fails without the drill: " + shown(before.answer()));
        }
        var call = drilled.call().apply(tenant);
        if (!call.operation().equals(expectation.operation())) {
            return Optional.of("the call is one of " + call.operation());
        }
        try (var armed = application.control().drill(DrillOrder.named(drill))) {
            var fault = examined(call, tenant.send(call), expectation);
            if (fault.isPresent()) {
                return fault;
            }
            if (armed.calls() != 1) {
                return Optional.of("the drill has counted " + armed.calls() + " calls where there was one");
            }
        }
        return succeedingAgain(tenant, call, expectation);
    }

    /** A failed call has changed nothing, so that the very same call has to succeed. */
    private static Optional<String> succeedingAgain(Tenant tenant, Call call, Expectation expectation) {
        var after = tenant.send(call).answer();
        return expectation.isMetWithSuccess(after)
                ? Optional.empty()
                : Optional.of("still fails after the drill was undone: " + shown(after));
    }

    private Optional<String> examined(Call call, TimedAnswer answered, Expectation expectation) {
        return examination
                .examine(answered.answer(), expectation, token -> context(call, token, answered, expectation))
                .stream()
                .filter(each -> each.check().weight() == Weight.MUST)
                .filter(each -> each.finding() instanceof Finding.Fails)
                .filter(each -> each.relaxedBy().isEmpty())
                .map(DrillProof::written)
                .reduce((one, other) -> one + "; " + other)
                .map(faults -> faults + " in " + shown(answered.answer()));
    }

    private CheckContext context(Call call, Optional<String> token, TimedAnswer answered, Expectation expectation) {
        return tokens.contextOf(
                expectation.error().code() + " " + expectation.operation(),
                token,
                CallSecrets.of(call),
                value -> logged(value, answered));
    }

    private LogLookup logged(String token, TimedAnswer answered) {
        return environment
                .control()
                .logged(token)
                .<LogLookup>map(entry -> new LogLookup.Entry(
                        entry.path("operation").asString(""),
                        entry.path("code").asInt(0),
                        Instant.parse(entry.path("time").asString("")),
                        answered.sent().minus(TOLERANCE),
                        answered.received().plus(TOLERANCE)))
                .orElseGet(LogLookup.Unknown::new);
    }

    private static String shown(Answer answer) {
        return ServiceText.bounded(answer.toString());
    }

    private static String written(Examined examined) {
        return ServiceText.bounded(examined.check().id() + " " + examined.finding());
    }
}
