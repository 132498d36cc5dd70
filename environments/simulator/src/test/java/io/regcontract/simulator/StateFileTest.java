package io.regcontract.simulator;

import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;

/** What a simulator with a state file knows after it was started again. */
class StateFileTest extends DurableStateContract {

    @TempDir
    private Path directory;

    @Override
    RegistrationSimulator.Builder keep(RegistrationSimulator.Builder builder) {
        return builder.state(directory.resolve("state.db"));
    }
}
