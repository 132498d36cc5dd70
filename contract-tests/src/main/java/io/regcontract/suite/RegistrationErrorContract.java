package io.regcontract.suite;

import io.qameta.allure.Allure;
import io.regcontract.suite.allure.AllureEvidence;
import io.regcontract.suite.allure.AllureRunMetadata;
import io.regcontract.suite.observe.Observation.Outcome;
import io.regcontract.suite.plan.RunSettings;
import io.regcontract.suite.run.SuiteRun;
import io.regcontract.suite.scenario.Scenario;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.opentest4j.TestAbortedException;

/**
 * The contract, one invocation a requirement. The run attempts scenarios several at a time, JUnit takes what was seen in
 * the order of the report: so rows, evidence and console come in one order whatever the threads did. A contradiction fails, a broken attempt errs, and what the environment
 * does not let us drive is aborted with the reason: JUnit's own words for it. The verdict is the gate's, not JUnit's.
 */
@TestInstance(Lifecycle.PER_CLASS)
@DisplayName("Registration error contract")
final class RegistrationErrorContract {

    private final SuiteRun run = SuiteRun.begin(RunSettings.fromSystem());
    private String lastTrouble = "";
    private final AllureEvidence evidence =
            new AllureEvidence(run.contract(), run.environment(), Allure.getLifecycle());

    List<Scenario<?>> scenarios() {
        return run.scenarios();
    }

    @ParameterizedTest(name = "{0}", allowZeroInvocations = true)
    @MethodSource("scenarios")
    void holds(Scenario<?> scenario) {
        var observation = run.seen(scenario);
        var failure = ContradictionText.of(observation, run.environment());
        evidence.attach(observation, failure);
        if (observation.outcome() instanceof Outcome.NotDrivable not) {
            throw new TestAbortedException(not.reason());
        }
        if (observation.outcome() instanceof Outcome.OutOfScope out) {
            throw new TestAbortedException(AllureEvidence.OUT_OF_SCOPE + out.reason());
        }
        if (observation.outcome() instanceof Outcome.Broken broken) {
            // A repeated environment failure aborts the row instead of failing it: ninety equal failures would bury the
            // rest of the build's output.
            if (broken.reason().equals(lastTrouble)) {
                throw new TestAbortedException(broken.reason());
            }
            lastTrouble = broken.reason();
            throw new BrokenAttemptException(broken.reason());
        }
        if (!observation.contradictions().isEmpty()) {
            throw new AssertionError(failure);
        }
    }

    @AfterAll
    void end() {
        new AllureRunMetadata(
                        run.environment(),
                        run.settings().runId(),
                        run.settings().processEnvironment())
                .write(AllureResultsDirectory.of(run.settings()));
        run.close();
    }
}
