package io.regcontract.pair.run;

import java.nio.file.Path;
import java.util.List;

/** What is to be done for one half. */
public sealed interface PlannedHalf {

    /** Where its record is, or will be. */
    Path directory();

    /** It was driven before: nothing is sent. */
    record Recorded(Path directory) implements PlannedHalf {}

    /**
     * It has to be driven.
     *
     * @param profile name of the environment
     * @param attempt what tells this attempt from every other one
     * @param arguments of {@code run}
     */
    record ToDrive(Path directory, String profile, String attempt, List<String> arguments) implements PlannedHalf {

        public ToDrive {
            arguments = List.copyOf(arguments);
        }
    }
}
