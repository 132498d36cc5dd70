package io.regcontract.report.build;

import static org.assertj.core.api.Assertions.assertThat;

import io.regcontract.report.build.ProjectCopy.Ended;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;

/** However a run comes to nothing, the real build ends red, in the right state, with a line a person can act on. */
@TestInstance(Lifecycle.PER_CLASS)
final class RealBuildTest {

    @TempDir
    private Path directory;

    private ProjectCopy project() {
        return ProjectCopy.in(directory.resolve("copy"));
    }

    @BeforeAll
    void buildOnce() {
        var project = ProjectCopy.of(Path.of(System.getProperty("regcontract.root", "..")), directory.resolve("copy"));

        var green = project.verify();

        assertThat(green.exit()).as(green.output()).isZero();
        assertThat(green.verdict()).hasValueSatisfying(verdict -> {
            assertThat(verdict.path("verdict").asString()).isEqualTo("pass");
            assertThat(verdict.path("exitCode").asInt()).isZero();
            assertThat(verdict.path("codes").path("total").asInt()).isEqualTo(43);
            assertThat(verdict.path("codes").path("proven").asInt()).isEqualTo(43);
        });
    }

    @Test
    void isIncompleteWhenTheSuiteIsSkipped() {
        incomplete(project().verify("-DskipITs"));
    }

    @Test
    void isIncompleteWhenAllTestsAreSkipped() {
        incomplete(project().verify("-DskipTests"));
        incomplete(project().verify("-Dmaven.test.skip=true"));
    }

    @Test
    void isIncompleteWhenOneTestIsChosenThatIsNotTheSuite() {
        incomplete(project().verify("-Dit.test=One"));
    }

    @Test
    void isIncompleteWhenOnlyTheReportsAreBuiltOverTheResultsOfAnEarlierRun() {
        incomplete(project().verify("-pl", "reports"));
    }

    @Test
    void isAMatterOfUsageWhenNobodyKnowsTheEnvironment() {
        var ended = project().verify("-Denv=stagign");

        red(ended, "usage", 2);
        assertThat(ended.errorLine())
                .contains("USAGE (exit 2)")
                .contains("stagign")
                .contains("local, simulator");
    }

    @Test
    void isInconclusiveWhenNobodyIsHome() throws IOException {
        int free;
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            free = socket.getLocalPort();
        }

        var ended = project().verify(local("http://127.0.0.1:" + free), process -> {}, "-Denv=local");

        red(ended, "inconclusive", 3);
        assertThat(ended.errorLine()).contains("INCONCLUSIVE (exit 3)").contains("127.0.0.1:" + free);
        assertThat(ended.verdict()
                        .orElseThrow()
                        .path("requirements")
                        .path("contradicted")
                        .asInt())
                .isZero();
    }

    @Test
    void isIncompleteWhenTheSuiteIsKilled() throws IOException {
        try (var deaf = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
            var called = CompletableFuture.supplyAsync(() -> accept(deaf));

            var ended = project()
                    .verify(
                            local("http://127.0.0.1:" + deaf.getLocalPort()),
                            process -> {
                                called.join();
                                process.descendants()
                                        .filter(child -> child.info()
                                                .commandLine()
                                                .orElse("")
                                                .contains("surefire"))
                                        .forEach(ProcessHandle::destroyForcibly);
                            },
                            "-Denv=local");

            incomplete(ended);
        }
    }

    private static Object accept(ServerSocket socket) {
        try {
            return socket.accept();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void incomplete(Ended ended) {
        red(ended, "incomplete", 4);
        assertThat(ended.errorLine()).contains("INCOMPLETE (exit 4)");
    }

    private static void red(Ended ended, String verdict, int exitCode) {
        assertThat(ended.exit()).as(ended.output()).isEqualTo(1);
        assertThat(ended.verdict()).as(ended.output()).hasValueSatisfying(written -> {
            assertThat(written.path("verdict").asString()).as(ended.errorLine()).isEqualTo(verdict);
            assertThat(written.path("exitCode").asInt()).isEqualTo(exitCode);
            assertThat(written.path("codes").path("proven").asInt()).isZero();
        });
    }

    private static Map<String, String> local(String address) {
        var environment = new HashMap<String, String>();
        environment.put("REGCONTRACT_BASE_URL", address);
        environment.put("REGCONTRACT_OWNER_CLIENT_ID", "owner");
        environment.put("REGCONTRACT_OWNER_CLIENT_SECRET", "secret-of-the-owner");
        environment.put("REGCONTRACT_LOGIN_CLIENT_ID", "login");
        return environment;
    }
}
