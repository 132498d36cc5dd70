package io.regcontract.simulator.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.regcontract.simulator.RegistrationSimulator;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class SimulatorCommandTest {

    private static final List<String> CLIENTS =
            List.of("--owner-client-id", "o", "--owner-client-secret", "s", "--login-client-id", "l");

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @Test
    void explainsItself() {
        assertThat(run("--help")).isZero();
        assertThat(out.toString())
                .contains("--port", "--owner-client-id", "--owner-client-secret", "--login-client-id")
                .contains("--application", "--control-token", "--registration-suffix", "--dialect", "--state")
                .contains("--clock-offset", "--quota", "--search-lag", "--latency");
    }

    @Test
    void saysWhatIsMissing() {
        assertThat(run()).isEqualTo(2);
        assertThat(err.toString()).contains("--owner-client-id").doesNotContain("Exception");
    }

    @Test
    void saysWhatIsWrong() throws IOException {
        assertThat(withClients("--port", "70000")).isEqualTo(2);
        assertThat(err.toString()).contains("--port must be a number from 0 to 65535, not 70000.");
        assertThat(withClients("--application", "a.b")).isEqualTo(2);
        assertThat(err.toString()).contains("Not a name for an application: \"a.b\"");
        assertThat(withClients("--dialect", "klingon")).isEqualTo(2);
        assertThat(err.toString()).contains("Unknown dialect \"klingon\"");
        assertThat(withClients("--quota", "500")).isEqualTo(2);
        assertThat(err.toString()).contains("'500' is no quota; write CALLS/SECONDS, such as 500/60");
        assertThat(withClients("--quota", "500/0")).isEqualTo(2);
        assertThat(err.toString()).contains("A quota is a number of calls, 0 or more, in 1 second or more");
        assertThat(withClients("--search-lag", "-1")).isEqualTo(2);
        assertThat(err.toString()).contains("A lag cannot be negative");
        assertThat(withClients("--latency", "-1")).isEqualTo(2);
        assertThat(err.toString()).contains("A latency cannot be negative");
        assertThat(withClients("--clock-offset", "1000000001")).isEqualTo(2);
        assertThat(err.toString())
                .contains("--clock-offset must be at most 1000000000 seconds either way, not 1000000001.");
        assertThat(withClients("--owner-client-id", "l")).isEqualTo(2);
        try (var taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            assertThat(withClients("--port", Integer.toString(taken.getLocalPort())))
                    .isEqualTo(2);
            assertThat(err.toString()).contains("Cannot listen on 127.0.0.1 port " + taken.getLocalPort());
        }
        assertThat(err.toString()).doesNotContain("\tat ");
        assertThat(out.toString()).isEmpty();
    }

    @Test
    void saysWhatIsWrongWithAStateFile(@TempDir Path directory) throws IOException {
        assertThat(withClients("--state", directory.resolve("no/state").toString()))
                .isEqualTo(2);
        assertThat(err.toString()).contains("The directory of the state file ", "does not exist; make it first.");
        var diary = Files.writeString(directory.resolve("diary"), "Dear diary, ".repeat(1000));
        assertThat(withClients("--state", diary.toString())).isEqualTo(2);
        assertThat(err.toString()).contains("The state file " + diary + " is damaged or no state of this program;");
        var taken = directory.resolve("taken");
        try (var other = RegistrationSimulator.builder().state(taken).start()) {
            assertThat(withClients("--state", taken.toString())).isEqualTo(2);
            assertThat(err.toString()).contains("The state file " + taken + " is in use;");
            assertThat(other.baseAddress()).hasScheme("http");
        }
        assertThat(err.toString()).doesNotContain("\tat ", "Exception");
        assertThat(out.toString()).isEmpty();
    }

    @Test
    void runsUntilItIsTold() throws Exception {
        var command = new ArrayList<>(List.of(
                ProcessHandle.current().info().command().orElse("java"),
                "-cp",
                System.getProperty("java.class.path"),
                SimulatorCommand.class.getName()));
        command.addAll(CLIENTS);
        var process = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        try (var lines = process.inputReader()) {
            var ready = lines.readLine();
            assertThat(ready).matches("regcontract-simulator ready at http://127\\.0\\.0\\.1:[0-9]+");
            var address = URI.create(ready.substring(ready.lastIndexOf(' ') + 1));
            var answer = HttpClient.newHttpClient()
                    .send(
                            HttpRequest.newBuilder(address.resolve("/clients/list?client_id=o&client_secret=s"))
                                    .build(),
                            BodyHandlers.ofString());
            assertThat(answer.body()).contains("\"stat\":\"ok\"");
            process.toHandle().destroy();
            assertThat(process.waitFor(20, TimeUnit.SECONDS)).isTrue();
            assertThat(lines.readLine()).isNull();
        } finally {
            process.destroyForcibly();
        }
    }

    private int withClients(String... arguments) {
        var all = new ArrayList<>(CLIENTS);
        if (List.of(arguments).contains("--owner-client-id")) {
            all.subList(0, 2).clear();
        }
        all.addAll(List.of(arguments));
        return run(all.toArray(String[]::new));
    }

    private int run(String... arguments) {
        return new CommandLine(new SimulatorCommand())
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true))
                .execute(arguments);
    }
}
