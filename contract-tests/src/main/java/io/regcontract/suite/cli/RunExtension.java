package io.regcontract.suite.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;

/**
 * What is made of a run's record once it is written, with options of its own: picocli's annotations on the implementing
 * class add them to {@code run}.
 */
public interface RunExtension {

    /** Adds nothing. */
    RunExtension NONE = new RunExtension() {};

    /**
     * Looks whether it can be made, before anything is sent.
     *
     * @throws io.regcontract.suite.plan.InvalidSettingsException when it cannot, with what to do about it
     */
    default void prepare() {}

    /**
     * Makes it.
     *
     * @param run directory of the run
     * @param attempt the attempt that began the record
     * @return a line for the person who ran, if there is something to say
     * @throws IOException when it cannot be written; the record is there all the same
     */
    default Optional<String> make(Path run, String attempt) throws IOException {
        return Optional.empty();
    }
}
