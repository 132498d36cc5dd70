package io.regcontract.cli.language;

import static org.assertj.core.api.Assertions.assertThat;

import io.regcontract.cli.language.Program.Ended;
import io.regcontract.simulator.RegistrationSimulator;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The code of the pages in docs/quick-start, as it stands there, against a simulator as the first page starts it. */
class QuickStartTest {

    private static RegistrationSimulator simulator;

    @TempDir
    private Path directory;

    @BeforeAll
    static void startTheSimulatorAsTheFirstPageSays() throws IOException {
        var words = Page.of("docs/quick-start/README.md").command();
        assertThat(words)
                .startsWith("distribution/bin/regcontract", "simulator")
                .hasSize(14);
        var options = new HashMap<String, String>();
        for (int i = 2; i < words.size(); i += 2) {
            options.put(words.get(i), words.get(i + 1));
        }
        assertThat(options.remove("--port")).isEqualTo("8080");
        simulator = RegistrationSimulator.builder()
                .application(options.remove("--application"))
                .ownerClient(options.remove("--owner-client-id"), options.remove("--owner-client-secret"))
                .loginClient(options.remove("--login-client-id"))
                .controlToken(options.remove("--control-token"))
                .start();
        assertThat(options).isEmpty();
    }

    @AfterAll
    static void stopTheSimulator() {
        simulator.close();
    }

    @Test
    void curl() throws Exception {
        Program.require("sh", "curl");

        var ended = run("curl.md", "sh", "quick-start.sh", "sh", "quick-start.sh");

        assertThat(ended.output()).contains("\"code\":213", "\"code\":414", "\"code\":480");
    }

    @Test
    void session() throws Exception {
        Program.require("sh", "curl");

        var ended = run("session.md", "sh", "session.sh", "sh", "session.sh");

        assertThat(ended.output())
                .contains("ok: register", "ok: exchange the code", "ok: refresh", "ok: change the profile")
                .containsPattern("ok: page behind [1-9]");
    }

    @Test
    void node() throws Exception {
        Program.require("node");

        var ended = run("node.md", "js", "quick-start.test.mjs", "node", "--test");

        assertThat(ended.output()).contains("213: the password", "pass 4").containsPattern("(?m)^\\W*fail 0$");
    }

    @Test
    void php() throws Exception {
        Program.require("php");
        if (Program.run(directory, Map.of(), List.of("php", "-r", "exit(extension_loaded('curl') ? 0 : 1);"))
                        .exit()
                != 0) {
            Program.missing("this PHP has no curl: install Debian's php-curl");
        }

        var ended = run("php.md", "php", "quick-start.php", "php", "quick-start.php");

        assertThat(ended.output()).contains("as expected: 213", "as expected: 414", "as expected: 480");
    }

    @Test
    void python() throws Exception {
        Program.require("python3");

        var ended = run("python.md", "python", "quick_start.py", "python3", "-m", "unittest", "quick_start");

        assertThat(ended.output()).contains("Ran 3 tests", "OK");
    }

    /** A page whose calls are refused must fail, or its test proves nothing. */
    @Test
    void failsWhereTheApplicationIsAnother() throws Exception {
        Program.require("sh", "curl");
        Files.writeString(
                directory.resolve("quick-start.sh"),
                Page.of("docs/quick-start/curl.md").code("sh").replace("applications/acme", "applications/other"));

        var ended = Program.run(directory, address(), List.of("sh", "quick-start.sh"));

        assertThat(ended.exit()).isEqualTo(1);
        assertThat(ended.output()).contains("expected \"code\":414");
    }

    /** The pages that no test runs say so. */
    @Test
    void saysWhichPagesAreNotRun() throws IOException {
        for (var page : List.of("csharp.md", "swift.md")) {
            assertThat(Page.of("docs/quick-start/" + page).text())
                    .contains("**The project's tests do not run this page**");
        }
    }

    private Ended run(String page, String language, String file, String... command)
            throws IOException, InterruptedException {
        Files.writeString(
                directory.resolve(file), Page.of("docs/quick-start/" + page).code(language));
        var ended = Program.run(directory, address(), List.of(command));
        assertThat(ended.exit()).as(ended.output()).isZero();
        return ended;
    }

    private static Map<String, String> address() {
        return Map.of("REGCONTRACT_BASE_URL", simulator.baseAddress().toString());
    }
}
