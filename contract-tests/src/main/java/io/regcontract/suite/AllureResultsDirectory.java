package io.regcontract.suite;

import io.regcontract.suite.plan.InvalidSettingsException;
import io.regcontract.suite.plan.RunSettings;
import java.nio.file.Path;
import org.junit.platform.launcher.LauncherSessionListener;

/**
 * Tells Allure to write its results into the directory of the run. Allure's listener of JUnit reads its configuration
 * when JUnit makes it; JUnit makes the listeners of a session before, so that this constructor comes in time, in a build
 * as in an IDE.
 */
public final class AllureResultsDirectory implements LauncherSessionListener {

    private static final String PROPERTY = "allure.results.directory";

    /** Leaves a directory alone that somebody chose. A run that is refused for its settings has no directory. */
    public AllureResultsDirectory() {
        if (System.getProperty(PROPERTY) == null) {
            try {
                System.setProperty(PROPERTY, of(RunSettings.fromSystem()).toString());
            } catch (InvalidSettingsException refused) {
                // The suite says so itself, and allure.properties names a directory for what JUnit reports of it.
            }
        }
    }

    /** Where the results of a run are. */
    static Path of(RunSettings settings) {
        return settings.runDirectory().resolve("allure-results");
    }
}
