package io.regcontract.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.regcontract.simulator.RegistrationSimulator;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

/** The proxy as people run it: a process of its own, which is told to stop. */
class ProxyCommandTest {

    @TempDir
    private Path directory;

    @Test
    void namesEachFailingAnswerAndEndsWithTheGatesExitCodeWhenItIsToldToStop() throws Exception {
        try (var simulator = RegistrationSimulator.builder().start()) {
            var process = start(simulator.baseAddress());
            try {
                var out = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
                var lines = new ArrayList<String>();
                var address = readyAt(out, lines);

                call(address, "/entityType.list", simulator, "");
                call(address, "/entityType", simulator, "&type_name=none");
                call(address, "/not/of/the/api", simulator, "");
                until(out, lines, "witnessed");
                // A signal, as Ctrl-C is; Process.destroy() would close the streams as well.
                process.toHandle().destroy();
                out.lines().forEach(lines::add);

                assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
                assertThat(process.exitValue()).as(String.join("\n", lines)).isZero();
                assertThat(lines)
                        .anyMatch(line -> line.matches("..:..:..Z  witnessed     420 .* /entityType  \\(exchange 2\\)|"
                                + "..:..:..Z  witnessed     \\d{3} \\w+ +/entityType  \\(exchange 2\\)"))
                        .contains("proxy ready at " + address + ", before " + simulator.baseAddress())
                        .anyMatch(line -> line.endsWith(": 3 exchanges, 2 judged, 1 foreign to the API."));
                var verdict = JsonMapper.shared()
                        .readTree(directory.resolve("out/verdict.json").toFile());
                assertThat(verdict.path("exitCode").intValue()).isZero();
            } finally {
                process.destroyForcibly();
            }
        }
    }

    private Process start(URI upstream) throws IOException {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        "io.regcontract.cli.RegcontractCommand",
                        "proxy",
                        "--upstream=" + upstream,
                        "--root=" + System.getProperty("regcontract.root"),
                        "--records=" + directory.resolve("runs"),
                        "--history=" + directory.resolve("history"),
                        "--out=" + directory.resolve("out"))
                .redirectErrorStream(true)
                .start();
    }

    private static String readyAt(BufferedReader out, List<String> lines) throws IOException {
        return until(out, lines, "proxy ready at ").replaceFirst("proxy ready at ([^,]*),.*", "$1");
    }

    private static String until(BufferedReader out, List<String> lines, String words) throws IOException {
        for (var line = out.readLine(); line != null; line = out.readLine()) {
            lines.add(line);
            if (line.contains(words)) {
                return line;
            }
        }
        throw new AssertionError("it ended: " + lines);
    }

    private static void call(String address, String path, RegistrationSimulator simulator, String more)
            throws IOException, InterruptedException {
        var form = "client_id=" + encoded(simulator.ownerClientId()) + "&client_secret="
                + encoded(simulator.ownerClientSecret()) + more;
        HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create(address + path))
                                .header("Content-Type", "application/x-www-form-urlencoded")
                                .POST(HttpRequest.BodyPublishers.ofString(form))
                                .build(),
                        HttpResponse.BodyHandlers.ofString());
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    @Test
    void saysWhatIsWrongWithAnAddressThatIsTaken() throws IOException {
        try (var simulator = RegistrationSimulator.builder().start()) {
            var taken = simulator.baseAddress().getPort();
            var err = new StringWriter();
            assertThat(RegcontractCommand.execute(
                            new PrintWriter(new StringWriter()),
                            new PrintWriter(err),
                            "proxy",
                            "--upstream=" + simulator.baseAddress(),
                            "--port=" + taken,
                            "--records=" + directory))
                    .isEqualTo(2);
            assertThat(err.toString())
                    .startsWith("The proxy cannot listen on 127.0.0.1 port " + taken
                            + ": Address already in use. Choose another --port or --bind.");
            assertThat(directory).isEmptyDirectory();
        }
    }
}
