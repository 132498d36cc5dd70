package io.regcontract.simulator.junit;

import io.regcontract.simulator.control.ArmedErrorDrill;
import io.regcontract.simulator.control.ControlException;
import io.regcontract.simulator.control.DrillOrder;
import io.regcontract.simulator.control.OfferedDrill;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.opentest4j.TestAbortedException;

/** Arms the drill of one case when the test is given it, and undoes it after the test. */
final class DrilledTest implements ExecutionCondition, ParameterResolver, AfterEachCallback {

    private final DrillCase drilled;
    private Optional<ArmedErrorDrill> armed = Optional.empty();

    DrilledTest(DrillCase drilled) {
        this.drilled = drilled;
    }

    @Override
    public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
        var name = drilled.drill().name();
        if (drilled.leftOut()) {
            return ConditionEvaluationResult.disabled("The test leaves the drill " + name + " out.");
        }
        return drilled.canBeAimed()
                ? ConditionEvaluationResult.enabled("The drill can be aimed at the operations of the test.")
                : ConditionEvaluationResult.disabled("The drill " + name + " cannot be aimed at an operation, and it"
                        + " could show at others than those of the test.");
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        var type = parameter.getParameter().getType();
        return type == ArmedErrorDrill.class || type == OfferedDrill.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == OfferedDrill.class ? drilled.drill() : arm(parameter, context);
    }

    private ArmedErrorDrill arm(ParameterContext parameter, ExtensionContext context) {
        var order = DrillOrder.named(drilled.drill().name());
        var drill = armed.orElseGet(() -> new SimulatorOfTest(context)
                .control(parameter)
                .drill(drilled.drill().aims().contains("operation") ? order.at(drilled.aim()) : order));
        armed = Optional.of(drill);
        return drill;
    }

    /** A drill that no call has met says nothing of the application, so that the test cannot pass. */
    @Override
    public void afterEach(ExtensionContext context) {
        if (armed.isEmpty()) {
            return;
        }
        try (var drill = armed.get()) {
            if (context.getExecutionException().isEmpty() && isUnmet(drill)) {
                throw new TestAbortedException("The drill " + drill.name() + " met no call at "
                        + List.of(drilled.aim()) + ": " + drilled.drill().does()
                        + " The test has called nothing that this can befall.");
            }
        }
    }

    /** A test that has undone its drill has asked it what there was to know. */
    private static boolean isUnmet(ArmedErrorDrill drill) {
        try {
            return drill.calls() == 0;
        } catch (ControlException undone) {
            if (undone.isNotFound()) {
                return false;
            }
            throw undone;
        }
    }
}
