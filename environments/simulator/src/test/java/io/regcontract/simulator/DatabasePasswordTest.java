package io.regcontract.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import io.regcontract.simulator.store.postgresql.PostgresqlServer;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The password of the database comes from where people expect it, and is shown nowhere. */
class DatabasePasswordTest {

    private final PostgresqlServer server = PostgresqlServer.shared();
    private final String database = server.database();

    @TempDir
    private Path directory;

    @Test
    void isTakenFromTheEnvironment() throws Exception {
        showsNoSecret(
                List.of("--state", server.url(database)),
                Map.of("PGUSER", "owner", "PGPASSWORD", PostgresqlServer.PASSWORD));
    }

    @Test
    void isTakenFromAReference() throws Exception {
        showsNoSecret(
                List.of("--state", server.url(database) + "?user=owner", "--state-password", "env:TWIN"),
                Map.of("TWIN", PostgresqlServer.PASSWORD));
    }

    @Test
    void isTakenFromThePasswordFile() throws Exception {
        var file = Files.writeString(
                directory.resolve("pgpass"), "127.0.0.1:*:*:owner:" + PostgresqlServer.PASSWORD + "\n");
        showsNoSecret(List.of("--state", server.url(database) + "?user=owner"), Map.of("PGPASSFILE", file.toString()));
    }

    private void showsNoSecret(List<String> options, Map<String, String> environment) throws Exception {
        var words = directory.resolve("words");
        try (var running =
                RunningSimulator.start(List.of(), options, ProcessBuilder.Redirect.to(words.toFile()), environment)) {
            assertThat(commandLine(running.process())).doesNotContain(PostgresqlServer.PASSWORD);
            // A schema that is dropped below it makes it say what is wrong, and stop.
            server.sql(database, "drop schema regcontract cascade");
            assertThat(running.process().waitFor(60, TimeUnit.SECONDS)).isTrue();
            var said = new String(running.process().getInputStream().readAllBytes(), StandardCharsets.UTF_8)
                    + Files.readString(words);
            assertThat(said)
                    .contains("The simulator has stopped: the state in schema regcontract of database " + database
                            + " at 127.0.0.1:" + server.port() + " is gone while the simulator was running.")
                    .doesNotContain(PostgresqlServer.PASSWORD)
                    .doesNotContain("\tat ");
            assertThat(running.process().exitValue()).isEqualTo(1);
        }
    }

    private static String commandLine(Process process) throws IOException {
        var file = Path.of("/proc", Long.toString(process.pid()), "cmdline");
        return Files.exists(file)
                ? Files.readString(file)
                : process.info().commandLine().orElse("");
    }
}
