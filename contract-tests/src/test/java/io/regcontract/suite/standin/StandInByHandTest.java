package io.regcontract.suite.standin;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** The stand-in as a person starts it, and ends it from a terminal, which interrupts its simulator as well. */
final class StandInByHandTest {

    private static final long PATIENCE_SECONDS = 60;

    @TempDir
    private Path directory;

    @Test
    @DisabledOnOs(value = OS.WINDOWS, disabledReason = "there a process is ended without a word to it")
    void leavesNoSecretsAndSaysNothingOfItsInsidesWhenItIsInterrupted() throws IOException, InterruptedException {
        var temporary = Files.createDirectories(directory.resolve("tmp"));
        var process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-XX:+UseSerialGC",
                        "-Djava.io.tmpdir=" + temporary,
                        "-cp",
                        System.getProperty("java.class.path"),
                        StandInMain.class.getName(),
                        directory.resolve("certificate").toString())
                .redirectErrorStream(true)
                .start();
        try (var console = process.inputReader()) {
            assertThat(console.readLine()).startsWith("a stand-in for a tenant is ready at https://");
            assertThat(console.readLine()).contains("certificate");
            var variables = Path.of(console.readLine().replaceFirst(".* \\. ", ""));
            assertThat(variables).content().contains("export ");

            for (var simulator : process.children().toList()) {
                simulator.destroyForcibly();
                simulator.onExit().join();
            }
            // Not by the process itself, which would close its streams before they are read.
            process.toHandle().destroy();

            assertThat(console.lines())
                    .singleElement()
                    .asString()
                    .matches("\\d+ calls came\\. What was left behind is not known: .*");
            assertThat(process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)).isTrue();
            assertThat(variables).doesNotExist();
        } finally {
            process.destroyForcibly();
        }
    }
}
