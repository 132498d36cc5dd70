package io.regcontract.cli.language;

import static org.assertj.core.api.Assertions.assertThat;

import io.regcontract.cli.RegcontractCommand;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** An export that a person or a script ends: it says how to go on, and goes on. */
@EnabledOnOs(value = OS.LINUX, disabledReason = "signals are sent by their names")
class InterruptedExportTest {

    private static final String JAVA =
            Path.of(System.getProperty("java.home"), "bin", "java").toString();
    private static final int INTERRUPT = 2;

    @TempDir
    private Path directory;

    @Test
    void saysHowToGoOnAndGoesOn() throws Exception {
        boolean isIgnored = isInterruptIgnored();
        var signal = isIgnored ? "TERM" : "INT";
        int exit = isIgnored ? 143 : 130;
        Program.require("kill");
        try (var tenant = new TwinTenant(directory)) {
            var command = List.of(
                    JAVA,
                    "-jar",
                    RunnableJar.in(directory).toString(),
                    "twin",
                    "export",
                    "--env",
                    "staging",
                    "--to",
                    "there",
                    "--page",
                    "10");
            tenant.profile(8);
            var builder =
                    new ProcessBuilder(command).directory(directory.toFile()).redirectErrorStream(true);
            builder.environment().putAll(TwinTenant.environment());
            var process = builder.start();
            try (var output = process.inputReader()) {
                var line = output.readLine();
                while (line != null && !line.startsWith("type ")) {
                    line = output.readLine();
                }
                assertThat(line).startsWith("type user");
                assertThat(Program.run(
                                        directory,
                                        TwinTenant.environment(),
                                        List.of("kill", "-" + signal, Long.toString(process.pid())))
                                .exit())
                        .isZero();
                assertThat(output.lines())
                        .contains(
                                "Interrupted. The export in there is not complete. The same command goes on with it.");
                assertThat(process.waitFor()).isEqualTo(exit);
            } finally {
                process.destroyForcibly();
            }

            tenant.profile(1_000);
            var ended = Program.run(directory, TwinTenant.environment(), command);
            assertThat(ended.exit()).as(ended.output()).isZero();
            assertThat(ended.output()).contains("Complete in there").doesNotContain("Interrupted");
        }
    }

    @Test
    void isDocumentedAmongTheExitCodes() throws Exception {
        var help = new StringWriter();
        var ended = RegcontractCommand.execute(
                new PrintWriter(help, true), new PrintWriter(help, true), "twin", "export", "--help");
        assertThat(ended).isZero();
        assertThat(help.toString()).contains("130");
        assertThat(Page.of("docs/twin.md").text()).contains("| 130 | it was interrupted");
    }

    /** What a background job of a script begins with is ignored by its children, too. */
    private static boolean isInterruptIgnored() throws IOException {
        return Files.readAllLines(Path.of("/proc/self/status")).stream()
                .filter(line -> line.startsWith("SigIgn:"))
                .anyMatch(
                        line -> (Long.parseUnsignedLong(line.substring(7).strip(), 16) & (1L << (INTERRUPT - 1))) != 0);
    }
}
