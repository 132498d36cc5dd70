package io.regcontract.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A state file that is taken away from a running simulator: it says so and stops, and no write is acknowledged that
 * is nowhere.
 */
class LostStateTest {

    @TempDir
    private Path directory;

    @Test
    void endsWhenTheFileIsDeletedThoughNoOneWrites() throws Exception {
        var world = world();
        Files.delete(file());
        assertThat(world.simulator.awaitEnd())
                .contains("the state file " + file()
                        + " is gone while the simulator was running; what was in it is lost");
        world.close();
        assertThat(file()).doesNotExist();
    }

    @Test
    void acknowledgesNoWriteToAFileThatWasCutShort() throws Exception {
        var world = world();
        world.record("user", "{'email':'ada@example.com'}");
        try (var channel = FileChannel.open(file(), StandardOpenOption.WRITE)) {
            channel.truncate(4096);
        }
        acknowledgesNothing(world);
        assertThat(world.simulator.awaitEnd())
                .contains("the state file " + file()
                        + " was cut short while the simulator was running; what was in it is lost");
        assertThat(Files.size(file())).isEqualTo(4096);
    }

    @Test
    void acknowledgesNoWriteToAFileThatWasReplaced() throws Exception {
        var world = world();
        var other = Files.copy(file(), directory.resolve("other"));
        Files.delete(file());
        Files.move(other, file());
        acknowledgesNothing(world);
        assertThat(world.simulator.awaitEnd().orElse("")).contains(" was replaced by another file ");
    }

    @Test
    void endsTheProcessWithASentence() throws Exception {
        try (var running = RunningSimulator.start(
                List.of(), List.of("--state", file().toString()), ProcessBuilder.Redirect.PIPE)) {
            Files.delete(file());
            var said = new String(running.process().getErrorStream().readAllBytes(), StandardCharsets.UTF_8);
            assertThat(running.process().waitFor(60, TimeUnit.SECONDS)).isTrue();
            assertThat(running.process().exitValue()).isEqualTo(1);
            assertThat(said)
                    .contains("The simulator has stopped: the state file " + file()
                            + " is gone while the simulator was running; what was in it is lost.")
                    .doesNotContain("\tat ");
        }
    }

    /** Either the write fails, or the connection does. */
    private static void acknowledgesNothing(SimulatorFixture world) throws IOException {
        try (var connection = new RawConnection(world.simulator.baseAddress())) {
            assertThat(connection.get("/settings/set?key=a&value=b&client_id=owner&client_secret=owner-secret"))
                    .contains("\"code\":500");
        } catch (IOException stoppedAlready) {
            assertThat(stoppedAlready).isNotNull();
        }
    }

    private SimulatorFixture world() {
        return new SimulatorFixture(builder -> builder.state(file()));
    }

    private Path file() {
        return directory.resolve("state.db");
    }
}
