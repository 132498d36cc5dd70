package io.regcontract.simulator;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;

/** A simulator with a state file loses nothing that it acknowledged when it is killed. */
@Tag("sized")
class KilledProcessTest extends KilledProcessContract {

    @TempDir
    private Path directory;

    @Override
    List<String> keeping() {
        return List.of("--state", directory.resolve("state.db").toString());
    }
}
