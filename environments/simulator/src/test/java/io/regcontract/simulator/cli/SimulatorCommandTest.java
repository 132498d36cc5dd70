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
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.h2.mvstore.MVMap;
import org.h2.mvstore.MVStore;
import org.h2.mvstore.type.StringDataType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;

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
                .contains("--clock-offset", "--quota", "--search-lag", "--latency", "--people", "--people-password")
                .contains("--bind", "--cors", "--tls-keystore", "--tls-keystore-password", "--tls-self-signed");
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

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "--latency|-5|A latency cannot be negative: give --latency a number of milliseconds, 0 or more, not -5.",
                "--search-lag|-2|A lag cannot be negative: give --search-lag a number of seconds, 0 or more, not -2.",
                "--signature-skew|-1|A skew cannot be negative: give --signature-skew a number of seconds, 0 or more, not -1.",
                "--latency|9223372036854775807|--latency must be at most 600000 milliseconds, not 9223372036854775807.",
                "--search-lag|9223372036854775807|--search-lag must be at most 1000000000 seconds, not 9223372036854775807.",
                "--signature-skew|1000000001|--signature-skew must be at most 1000000000 seconds, not 1000000001.",
                "--latency|5s|'5s' is not a whole number, or too large a one",
                "--latency|99999999999999999999|'99999999999999999999' is not a whole number, or too large a one",
                "--clock-offset|-9223372036854775808|--clock-offset must be at most 1000000000 seconds either way",
                "--port|eighty|'eighty' is not a whole number, or too large a one",
                "--port|-1|--port must be a number from 0 to 65535, not -1.",
                "--registration-suffix|.example.com|Not a part of a host name: \".example.com\"",
                "--registration-suffix|a b|Not a part of a host name: \"a b\"",
                "--owner-client-id|a:b|An owner client id cannot have a colon in it: a:b.",
                "--login-client-id|` `|A login client id cannot be empty or have blanks around it.",
                "--people-password|correct horse|--people-password is the password of nobody; give --people too.",
                "--people-password|env:NO_SUCH_NAME|--people-password is the password of nobody; give --people too.",
                "--latncy|5|--latency",
            })
    void saysWhatIsWrongInASentenceAndNoMore(String option, String value, String sentence) {
        assertThat(run(option, value)).isEqualTo(2);
        assertThat(err.toString())
                .contains(sentence)
                .endsWith("--help names all options." + System.lineSeparator())
                .doesNotContain("Usage:", "PT-", "Exception", "\tat ");
        assertThat(err.toString().lines()).hasSizeLessThanOrEqualTo(3);
        assertThat(out.toString()).isEmpty();
    }

    @Test
    void saysWhatItImportedAndHandsMadeSecretsOverOnce(@TempDir Path directory) throws Exception {
        var clients = Files.writeString(
                directory.resolve("clients.json"),
                "{\"stat\":\"ok\",\"results\":[{\"client_id\":\"reader\",\"features\":[\"direct_read_access\"]}]}");
        var state = directory.resolve("state").toString();
        var report = directory.resolve("report.json");
        var said = imported(
                List.of("--clients", clients.toString(), "--import-report", report.toString(), "--state", state));
        assertThat(said).anyMatch(line -> line.matches("  made for client reader: secret \\S{32}"));
        assertThat(Files.readString(report))
                .startsWith("{\"format\":\"regcontract/import-report/1\",\"taken\":[{\"file\":\"" + clients
                        + "\",\"what\":\"clients\",\"count\":1}]");
        assertThat(imported(List.of("--clients", clients.toString(), "--state", state)))
                .noneMatch(line -> line.contains("secret"))
                .anyMatch(line -> line.contains("left: 1 file: taken at an earlier start"));

        var secrets = directory.resolve("secrets.json");
        assertThat(imported(List.of("--clients", clients.toString(), "--client-secrets", secrets.toString())))
                .contains("  secrets of 1 imported clients were made: " + secrets)
                .noneMatch(line -> line.contains("made for client"));
        assertThat(Files.readString(secrets)).matches("\\{\"reader\":\"\\S{32}\"}\n");
        assertThat(Files.getPosixFilePermissions(secrets)).hasSize(2);
    }

    /** What a simulator says between that it is ready and that it would say more. */
    private static List<String> imported(List<String> arguments) throws Exception {
        var all = new ArrayList<>(CLIENTS);
        all.addAll(arguments);
        all.add("--stop-at-end-of-input");
        var process = start(all);
        process.getOutputStream().close();
        try (var lines = process.inputReader()) {
            return lines.lines().toList();
        } finally {
            process.destroyForcibly().waitFor();
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "--type|no-such-file.json|The file no-such-file.json is not there.",
                "--records|user=no-such-file.ndjson|The file no-such-file.ndjson is not there.",
                "--settings|no-such-file.json|The file no-such-file.json is not there.",
                "--clients|no-such-file.json|The file no-such-file.json is not there.",
                "--flow|no-such-file.json|The file no-such-file.json is not there."
            })
    void saysWhichFileCannotBeImported(String option, String value, String sentence) {
        assertThat(run(option, value)).isEqualTo(2);
        assertThat(err.toString()).contains(sentence).doesNotContain("Exception", "\tat ");
        assertThat(out.toString()).isEmpty();
    }

    @Test
    void makesUpWhatIsNotSaidAndPrintsIt() throws Exception {
        var process = start(List.of());
        try (var lines = process.inputReader()) {
            var ready = lines.readLine();
            var made = lines.readLine();
            assertThat(made)
                    .matches("  --application regcontract --owner-client-id \\S{32} --owner-client-secret \\S{32}"
                            + " --login-client-id \\S{32}");
            var words = made.strip().split(" ", -1);
            assertThat(list(ready, words[3], words[5])).contains("\"stat\":\"ok\"", words[7]);
        } finally {
            process.destroyForcibly();
        }
    }

    @Test
    void printsWhoThePeopleAreAndTheirPasswordUnlessItWasGiven() throws Exception {
        var process = start(List.of("--people"));
        try (var lines = process.inputReader()) {
            var printed = lines.lines().limit(16).toList();
            assertThat(printed)
                    .anyMatch(line -> line.matches("  people: 9 accounts, password \\S{12}; .*docs/people.md"));
            assertThat(printed)
                    .anyMatch(line -> line.matches("    xenia@example.com: expired access token \\S{16}, authorization"
                            + " code \\S{14}, verification code \\S{32}"));
        } finally {
            process.destroyForcibly();
        }
        var quiet = start(List.of("--people", "--people-password", "correct horse"));
        try (var lines = quiet.inputReader()) {
            assertThat(lines.lines().limit(16))
                    .noneMatch(line -> line.contains("correct horse"))
                    .anyMatch(line -> line.startsWith("  people: 9 accounts, with the given password; "));
        } finally {
            quiet.destroyForcibly();
        }
    }

    @Test
    void repeatsNoSecretThatItWasGiven() throws Exception {
        var process = start(List.of("--owner-client-secret", "given-secret"));
        try (var lines = process.inputReader()) {
            var ready = lines.readLine();
            var made = lines.readLine();
            assertThat(made).contains("--owner-client-id ").doesNotContain("secret");
            assertThat(list(ready, made.strip().split(" ", -1)[3], "given-secret"))
                    .contains("\"stat\":\"ok\"");
        } finally {
            process.destroyForcibly();
        }
    }

    private static Process start(List<String> arguments) throws IOException {
        var command = new ArrayList<>(List.of(
                ProcessHandle.current().info().command().orElse("java"),
                "-cp",
                System.getProperty("java.class.path"),
                SimulatorCommand.class.getName()));
        command.addAll(arguments);
        return new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
    }

    /** What the owner is answered who asks for the clients. */
    private static String list(String ready, String id, String secret) throws IOException, InterruptedException {
        var address = URI.create(ready.substring(ready.lastIndexOf(' ') + 1));
        return HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(
                                        address.resolve("/clients/list?client_id=" + id + "&client_secret=" + secret))
                                .build(),
                        BodyHandlers.ofString())
                .body();
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
        var older = directory.resolve("older");
        try (var pages = new MVStore.Builder().fileName(older.toString()).open()) {
            var texts = new MVMap.Builder<String, String>()
                    .keyType(StringDataType.INSTANCE)
                    .valueType(StringDataType.INSTANCE);
            pages.openMap("about", texts).put("format", "regcontract-simulator/0");
        }
        assertThat(withClients("--state", older.toString())).isEqualTo(2);
        assertThat(err.toString())
                .contains("The state file " + older + " has the format regcontract-simulator/0, and this version reads"
                        + " regcontract-simulator/2; give another file.");
        assertThat(err.toString()).doesNotContain("\tat ", "Exception");
        assertThat(out.toString()).isEmpty();
    }

    @Test
    void takesNoStrayArguments() {
        assertThat(withClients("stray")).isEqualTo(2);
        assertThat(err.toString().lines())
                .containsExactly("'stray' belongs to no option.", "--help names all options.");
    }

    /** Another command may have this one below it, under another name. */
    @Test
    void runsBelowAnotherCommand() {
        var whole = new CommandLine(CommandSpec.create().name("whole"))
                .addSubcommand("simulator", SimulatorCommand.commandLine().setCommandName("simulator"))
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true));
        assertThat(whole.execute("simulator", "--help")).isZero();
        assertThat(out.toString()).startsWith("Usage: whole simulator ").doesNotContain("regcontract-simulator [");
        assertThat(whole.execute("simulator", "--latency", "5s")).isEqualTo(2);
        assertThat(err.toString()).contains("'5s' is not a whole number, or too large a one");
        assertThat(whole.execute("simulator", "--bind", "0.0.0.0")).isEqualTo(2);
        assertThat(err.toString()).contains("so the control plane needs a token");
    }

    @Test
    void runsUntilItIsTold() throws Exception {
        var process = start(CLIENTS);
        try (var lines = process.inputReader()) {
            var ready = lines.readLine();
            assertThat(ready).matches("regcontract-simulator ready at http://127\\.0\\.0\\.1:[0-9]+");
            assertThat(list(ready, "o", "s")).contains("\"stat\":\"ok\"");
            process.toHandle().destroy();
            assertThat(process.waitFor(20, TimeUnit.SECONDS)).isTrue();
            assertThat(lines.lines())
                    .containsExactly(
                            "  callers: this machine only, at " + ready.substring(ready.lastIndexOf(' ') + 1),
                            "  API: with the credentials of a client; /control/v1/health: without",
                            "  control plane: closed; --control-token opens it",
                            "  console (arms drills, shows the state): " + ready.substring(ready.lastIndexOf(' ') + 1)
                                    + "/console");
        } finally {
            process.destroyForcibly();
        }
    }

    @Test
    void stopsWhenItsInputEndsIfItIsToldTo() throws Exception {
        var arguments = new ArrayList<>(CLIENTS);
        arguments.add("--stop-at-end-of-input");
        var process = start(arguments);
        try (var lines = process.inputReader()) {
            assertThat(lines.readLine()).contains(" ready at ");
            process.getOutputStream().write("what is read is ignored".getBytes(StandardCharsets.UTF_8));
            process.getOutputStream().flush();
            assertThat(process.isAlive()).isTrue();

            process.getOutputStream().close();

            assertThat(process.waitFor(20, TimeUnit.SECONDS)).isTrue();
            assertThat(process.exitValue()).isZero();
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
        return SimulatorCommand.commandLine()
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true))
                .execute(arguments);
    }
}
