package io.regcontract.simulator.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.regcontract.simulator.tls.PemTrust;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the command line says about who may reach the simulator, and how. */
class ReachOptionsTest {

    private static final String TOKEN = "sixteen-letters!";
    private static final Map<String, String> ENVIRONMENT = Map.of("TOKEN", TOKEN, "SHORT", "fifteen-letters");

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @TempDir
    private Path directory;

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "--bind no.such.name.invalid|'no.such.name.invalid' is no address, and no name that this machine can look up; write one such as 127.0.0.1, ::1 or 0.0.0.0",
                "--bind 1.2.3.4.5|'1.2.3.4.5' is no address, and no name",
                "--bind ::g|'::g' is no address, and no name",
                "--bind 203.0.113.77 --control-token env:TOKEN|203.0.113.77 is not an address of this machine; use one that it has, such as",
                "--bind 0.0.0.0|Other machines can connect to 0.0.0.0, so the control plane needs a token of 16 characters or more; give --control-token env:NAME or file:PATH, or --no-control-plane.",
                "--bind :: --control-token env:SHORT|A control token of 15 characters is too short where other machines can connect; use one of 16 or more.",
                "--bind 0.0.0.0 --control-token sixteen-letters!|--control-token takes no secret itself, because other users of this machine can read a command line; write env:NAME or file:PATH.",
                "--control-token env:NOTHING|--control-token: the environment variable NOTHING is not set, or set to nothing.",
                "--control-token env:TOKEN --no-control-plane|--control-token opens what --no-control-plane closes; leave one of them out.",
                "--owner-client-secret file:/no/such|--owner-client-secret: the file /no/such cannot be read, is empty",
                "--cors https://shop.example/|Not an origin: \"https://shop.example/\"; write scheme, host and port",
                "--cors * --cors https://shop.example|* allows every origin, and no other can stand beside it.",
                "--tls-keystore /no/such|--tls-keystore needs --tls-keystore-password with a reference to its password, env:NAME or file:PATH.",
                "--tls-keystore /no/such --tls-keystore-password secret|--tls-keystore-password takes no secret itself",
                "--tls-keystore /no/such --tls-keystore-password env:TOKEN|There is no key store /no/such.",
                "--tls-keystore-password env:TOKEN|--tls-keystore-password is for --tls-keystore; give both, or leave it out.",
                "--tls-keystore /no/such --tls-self-signed|--tls-keystore and --tls-self-signed each give a certificate; leave one of them out.",
                "--tls-name a.test|--tls-name is for --tls-self-signed; give both, or leave it out.",
                "--tls-self-signed --tls-name a_b|Not a host name or address for a certificate: \"a_b\"",
                "--tls-self-signed /no/such|The certificate cannot be written to /no/such; name a file in a directory that this user may write to."
            })
    void saysWhatIsWrongInASentence(String options, String sentence) {
        assertThat(run(options.split(" ", -1))).isEqualTo(2);
        assertThat(err.toString())
                .contains(sentence)
                .endsWith("--help names all options." + System.lineSeparator())
                .doesNotContain("Usage:", "Exception", "\tat ", TOKEN.substring(3));
        assertThat(err.toString().lines()).hasSizeLessThanOrEqualTo(2);
        assertThat(out.toString()).isEmpty();
    }

    @Test
    void keepsAFileThatIsNoCertificate() throws IOException {
        var letter = Files.writeString(directory.resolve("letter"), "Dear all");
        assertThat(run("--tls-self-signed", letter.toString())).isEqualTo(2);
        assertThat(err.toString())
                .contains("The file " + letter + " is there and is no certificate, so it is not written over");
        assertThat(letter).hasContent("Dear all");
    }

    @Test
    void opensItselfToOthersAndSaysSo() throws Exception {
        var pem = directory.resolve("a.pem");
        var process = start(
                "--bind",
                "0.0.0.0",
                "--control-token",
                "env:TOKEN",
                "--tls-self-signed=" + pem,
                "--tls-name",
                "sim.test",
                "--cors",
                "http://localhost:3000",
                "--cors",
                "https://shop.example");
        try (var lines = process.inputReader()) {
            var ready = lines.readLine();
            var said = Stream.generate(() -> read(lines)).limit(10).toList();
            var address = ready.substring(ready.lastIndexOf(' ') + 1);
            assertThat(address).startsWith("https://127.0.0.1:");
            assertThat(said.get(1)).startsWith("  callers: all who reach " + address);
            assertThat(said.get(3)).isEqualTo("  control plane (/control/v1): with the control token");
            assertThat(said.get(4))
                    .isEqualTo(
                            "  console (arms drills, shows the state): " + address + "/console with the control token");
            assertThat(said.get(5))
                    .isEqualTo("  pages in browsers: the API only, without cookies, from http://localhost:3000,"
                            + " https://shop.example");
            assertThat(said.get(6)).startsWith("  certificate: for localhost, ").contains("sim.test", "127.0.0.1, ::1");
            assertThat(said.get(8)).isEqualTo("  its authority, which clients have to trust: " + pem);
            assertThat(String.join("\n", said)).doesNotContain(TOKEN);
            var http = HttpClient.newBuilder().sslContext(PemTrust.of(pem)).build();
            assertThat(status(http, address + "/control/v1/health", "")).isEqualTo(200);
            assertThat(status(http, address + "/control/v1", "")).isEqualTo(401);
            assertThat(status(http, address + "/control/v1", "Bearer " + TOKEN)).isEqualTo(200);
        } finally {
            process.destroyForcibly();
        }
    }

    private int run(String... arguments) {
        return SimulatorCommand.commandLine(ENVIRONMENT)
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true))
                .execute(arguments);
    }

    private static Process start(String... arguments) throws IOException {
        var command = new ArrayList<>(List.of(
                ProcessHandle.current().info().command().orElse("java"),
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                SimulatorCommand.class.getName()));
        command.addAll(List.of(arguments));
        var builder = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD);
        builder.environment().putAll(ENVIRONMENT);
        return builder.start();
    }

    private static int status(HttpClient http, String address, String authorization)
            throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(URI.create(address)).header("Authorization", authorization);
        return http.send(request.build(), BodyHandlers.ofString()).statusCode();
    }

    private static String read(BufferedReader lines) {
        try {
            return String.valueOf(lines.readLine());
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        }
    }
}
