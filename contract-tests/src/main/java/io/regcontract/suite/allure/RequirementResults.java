package io.regcontract.suite.allure;

import io.qameta.allure.listener.TestLifecycleListener;
import io.qameta.allure.model.TestResult;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;

/**
 * Called by Allure before it writes a result. Replaces what its listener of JUnit knows of a row (an index, a display
 * name, JUnit's times) by what the suite knows of the requirement. Results of other tests stay as they are.
 */
public final class RequirementResults implements TestLifecycleListener {

    /** By the id of a row's result. Static, because Allure makes its listeners itself. */
    private static final Map<String, Consumer<TestResult>> DESCRIPTIONS = new ConcurrentHashMap<>();

    /** Keeps what the result with that id will say. */
    static void describe(String resultId, Consumer<TestResult> description) {
        DESCRIPTIONS.put(resultId, description);
    }

    @Override
    public void beforeTestWrite(TestResult result) {
        Optional.ofNullable(DESCRIPTIONS.remove(result.getUuid())).ifPresent(description -> description.accept(result));
    }
}
