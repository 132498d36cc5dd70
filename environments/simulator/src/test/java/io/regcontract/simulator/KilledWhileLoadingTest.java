package io.regcontract.simulator;

import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import org.junit.jupiter.api.Tag;

/** Kills while records are loaded into a state file. */
@Tag("sized")
class KilledWhileLoadingTest extends KilledWhileLoadingContract {

    /** The file takes some 300 bytes for each. */
    @Override
    long loaded() throws IOException {
        var file = directory.resolve("state.db");
        return Files.exists(file) ? Files.size(file) / 300 : 0;
    }

    @Override
    List<String> keeping() {
        return List.of("--state", directory.resolve("state.db").toString());
    }
}
