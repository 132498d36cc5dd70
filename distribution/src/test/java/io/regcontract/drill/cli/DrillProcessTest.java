package io.regcontract.drill.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.regcontract.cli.RegcontractCommand;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** The command as a process of its own, with a program that never ends by itself. */
@Tag("long")
class DrillProcessTest {

    private static final String JAVA =
            Path.of(System.getProperty("java.home"), "bin", "java").toString();
    /** A bound on what hangs, in seconds. */
    private static final long PATIENCE = 120;

    @TempDir
    private Path directory;

    @Test
    @DisabledOnOs(value = OS.WINDOWS, disabledReason = "there a process is not told to end, but ended")
    void endsTheProgramAndLeavesNoReportWhenItIsToldToEnd() throws Exception {
        try (var server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            var drill = start(server, List.of());
            try {
                var program = program(server);

                drill.destroy();

                assertThat(drill.waitFor(PATIENCE, TimeUnit.SECONDS)).isTrue();
                assertThat(drill.exitValue()).isEqualTo(143);
                program.onExit().get(PATIENCE, TimeUnit.SECONDS);
                assertThat(directory.resolve("report")).isEmptyDirectory();
            } finally {
                drill.destroyForcibly();
            }
        }
    }

    @Test
    void endsAProgramThatTakesTooLong() throws Exception {
        try (var server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            var drill = start(server, List.of("--timeout", "5"));
            try {
                // It may be ended before it has said who it is.
                assertThat(drill.waitFor(PATIENCE, TimeUnit.SECONDS)).isTrue();

                assertThat(drill.exitValue()).isIn(1, 4);
                assertThat(Files.readString(directory.resolve("output"))).contains("timed-out", "its time was over");
            } finally {
                drill.destroyForcibly();
            }
        }
    }

    private Process start(ServerSocket server, List<String> options) throws IOException {
        var words = new ArrayList<>(List.of(
                JAVA,
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                RegcontractCommand.class.getName(),
                "drill",
                "--out",
                directory.resolve("report").toString()));
        words.addAll(options);
        words.addAll(List.of(
                "--",
                JAVA,
                "-XX:TieredStopAtLevel=1",
                "-cp",
                DrillCommandTest.testClasses(),
                CallingProgram.class.getName(),
                "call",
                "hang=" + server.getLocalPort()));
        return new ProcessBuilder(words)
                .redirectErrorStream(true)
                .redirectInput(Files.createFile(directory.resolve("input")).toFile())
                .redirectOutput(directory.resolve("output").toFile())
                .start();
    }

    private static ProcessHandle program(ServerSocket server) throws IOException {
        server.setSoTimeout((int) TimeUnit.SECONDS.toMillis(PATIENCE));
        // The connection stays open, so that the program waits on.
        var connection = server.accept();
        var reader = new BufferedReader(new InputStreamReader(connection.getInputStream(), StandardCharsets.UTF_8));
        return ProcessHandle.of(Long.parseLong(reader.readLine())).orElseThrow();
    }
}
