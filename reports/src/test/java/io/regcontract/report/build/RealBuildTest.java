package io.regcontract.report.build;

import static io.regcontract.report.Codes.ALL_CODES;
import static io.regcontract.report.Codes.counted;
import static org.assertj.core.api.Assertions.assertThat;

import io.regcontract.browser.Browser;
import io.regcontract.report.build.ProjectCopy.Ended;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.By;

/** However a run comes to nothing, the real build ends red, in the right state, with a line a person can act on. */
@Tag("long")
@TestInstance(Lifecycle.PER_CLASS)
final class RealBuildTest {

    @TempDir
    private static Path directory;

    private static ProjectCopy project() {
        return ProjectCopy.in(directory.resolve("copy"));
    }

    @BeforeAll
    void buildOnce() throws IOException {
        var project = ProjectCopy.of(Path.of(System.getProperty("regcontract.root", "..")), directory.resolve("copy"));

        var green = project.verify();

        assertThat(green.exit()).as(green.output()).isZero();
        assertThat(green.verdict()).hasValueSatisfying(verdict -> {
            assertThat(verdict.path("verdict").asString()).isEqualTo("pass");
            assertThat(verdict.path("exitCode").asInt()).isZero();
            assertThat(verdict.path("codes").path("total").asInt()).isEqualTo(ALL_CODES);
            assertThat(verdict.path("codes").path("proven").asInt()).isEqualTo(ALL_CODES);
        });
        assertThat(green.lastScreen()).contains(counted("PASS (exit 0): All {all} codes are proven"));
        Files.copy(directory.resolve("copy/reports/target/allure/index.html"), directory.resolve("allure.html"));
    }

    /** The report as a person opens it: from the file, and nothing leaves the page. */
    @Test
    void showsAllCodesByCategoryInAnAllureReportThatOpensFromTheFile() {
        try (var browser = Browser.open(directory.resolve("browser"))) {
            var driver = browser.driver();
            driver.get(directory.resolve("allure.html").toUri() + "#behaviors");
            browser.patiently().until(page -> !page.findElements(By.cssSelector(".node__title"))
                    .isEmpty());
            browser.patiently().until(page -> expandedAll(browser));

            var names = texts(browser, ".node__name");
            assertThat(names).contains("missing argument", "constraint", "authentication and permission", "unexpected");
            assertThat(names)
                    .filteredOn(name -> name.matches("\\d{3} [a-z_]+"))
                    .doesNotHaveDuplicates()
                    .hasSize(ALL_CODES);
            assertThat(names)
                    .filteredOn(name -> name.startsWith("REG-"))
                    .contains("REG-361.entity-create.duplicate-value", "REG-480.entity-count.maintenance")
                    .doesNotHaveDuplicates();

            driver.findElements(By.cssSelector("a.node__leaf")).stream()
                    .filter(leaf -> leaf.getText().contains("REG-361.entity-create.duplicate-value"))
                    .findFirst()
                    .orElseThrow()
                    .click();
            browser.patiently().until(page -> texts(browser, ".step__name").contains("drive"));
            assertThat(texts(browser, ".step__name")).contains("set-up", "drive", "twin", "body.code", "token.unique");
            for (var step : driver.findElements(By.cssSelector(".step__title"))) {
                if (step.getText().contains("drive")) {
                    step.click();
                }
            }
            browser.patiently().until(page -> texts(browser, ".step__name").stream()
                    .anyMatch(name -> name.startsWith("POST /entity.create")));

            assertThat(browser.errors()).isEmpty();
            assertThat(browser.requestsThatLeaveThePage()).isEmpty();
        }
    }

    /** Opens the next node that is closed; each opening draws the tree anew. */
    private static boolean expandedAll(Browser browser) {
        return Boolean.TRUE.equals(
                browser.driver()
                        .executeScript(
                                """
                        for (let i = 0; i < 200; i++) {
                          const closed = document.querySelector('.node:not(.node__expanded) > .node__title');
                          if (!closed) return true;
                          closed.click();
                        }
                        return false;
                        """));
    }

    private static List<String> texts(Browser browser, String selector) {
        return browser.driver().findElements(By.cssSelector(selector)).stream()
                .map(element -> element.getDomProperty("textContent").strip())
                .toList();
    }

    /** Searched as an attacker would: every file the build wrote, for every form a secret can take. */
    @Test
    void writesNoSecretIntoAnyFile() throws IOException, InterruptedException {
        var ownerSecret = "owner+secret/of the=run&" + Long.toHexString(System.nanoTime());
        var controlToken = "control-token-" + Long.toHexString(System.nanoTime());
        var jar = directory.resolve("copy/distribution/target/regcontract.jar");
        var simulator = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-jar",
                        jar.toString(),
                        "simulator",
                        "--port",
                        "0",
                        "--application",
                        "leaks",
                        "--owner-client-id",
                        "leaks-owner",
                        "--owner-client-secret",
                        ownerSecret,
                        "--login-client-id",
                        "leaks-login",
                        "--control-token",
                        controlToken)
                .redirectError(directory.resolve("simulator.log").toFile())
                .start();
        try (var ready = simulator.inputReader(StandardCharsets.UTF_8)) {
            var address = ready.readLine().replaceFirst(".*(http://)", "$1");
            var environment = new HashMap<>(local(address));
            environment.put("REGCONTRACT_OWNER_CLIENT_ID", "leaks-owner");
            environment.put("REGCONTRACT_OWNER_CLIENT_SECRET", ownerSecret);
            environment.put("REGCONTRACT_LOGIN_CLIENT_ID", "leaks-login");
            environment.put("REGCONTRACT_CONTROL_URL", address);
            environment.put("REGCONTRACT_CONTROL_TOKEN", controlToken);

            var ended = project().verify(environment, process -> {}, "-Denv=local");

            assertThat(ended.exit()).as(ended.output()).isZero();
            for (var secret : List.of(ownerSecret, controlToken)) {
                var forms = List.of(
                        secret,
                        URLEncoder.encode(secret, StandardCharsets.UTF_8),
                        base64(secret),
                        base64("leaks-owner:" + secret));
                assertThat(forms).noneMatch(ended.output()::contains);
                assertThat(filesWith(forms)).isEmpty();
            }
        } finally {
            simulator.destroy();
            simulator.waitFor();
        }
    }

    private static String base64(String text) {
        return Base64.getEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    private List<Path> filesWith(List<String> forms) throws IOException {
        try (var files = Files.walk(directory.resolve("copy"))) {
            var written = files.filter(Files::isRegularFile)
                    .filter(file -> !file.toString().endsWith(".class")
                            && !file.toString().endsWith(".jar"))
                    .filter(file -> file.toString().contains("/target/"))
                    .filter(file -> !file.toString().contains("/allure-commandline/"))
                    .toList();
            assertThat(written).hasSizeGreaterThan(300);
            var found = new ArrayList<Path>();
            for (var file : written) {
                var text = Files.readString(file, StandardCharsets.ISO_8859_1);
                if (forms.stream().anyMatch(text::contains)) {
                    found.add(file);
                }
            }
            return found;
        }
    }

    @Test
    void isIncompleteWhenTheSuiteIsSkipped() {
        incomplete(project().verify("-DskipITs"));
    }

    @Test
    void isIncompleteWhenAllTestsAreSkipped() {
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
    void isJudgedWithoutTheModuleThatIsCarriedAway() {
        var ended = project().verify("-Dscope=codes", "-pl", "contract-tests,reports");

        assertThat(ended.exit()).as(ended.output()).isZero();
        assertThat(ended.lastScreen()).contains("PASS (exit 0)");
    }

    /** The ids of a CI repeat when a pipeline is tried again: what an earlier build recorded under one proves nothing now. */
    @Test
    void isNotGreenBecauseAnEarlierBuildOfTheSameIdWas() throws IOException {
        var run = "-Dregcontract.run=PIPE7";
        var green = project().verify("-Dscope=codes", run);
        assertThat(green.exit()).as(green.output()).isZero();

        incomplete(project().verify("-Dscope=codes", run, "-DskipITs"));
        incomplete(project().verify("-Dscope=codes", run, "-pl", "reports"));
        incomplete(project().verify("-Dscope=codes", run, "-Dregcontract.attempt=mine"));
        red(
                project()
                        .verify(
                                local("http://127.0.0.1:" + freePort()),
                                process -> {},
                                "-Denv=local",
                                "-Dscope=codes",
                                run),
                "inconclusive",
                3);

        var again = project().verify("-Dscope=codes", run);
        assertThat(again.exit()).as(again.output()).isZero();
    }

    @Test
    void isAMatterOfUsageWhenTheRunIsNamedLikeAPath() {
        var ended = project().verify("-Dregcontract.run=../../../evil");

        red(ended, "usage", 2);
        assertThat(ended.errorLine()).contains("USAGE (exit 2): '../../../evil' is not the id of a run");
        assertThat(directory.resolve("copy/contract-tests/evil")).doesNotExist();
        assertThat(directory.resolve("copy/evil")).doesNotExist();
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
        int free = freePort();

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

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
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
        // Below all that Maven says of a build that failed, or nobody would find it.
        assertThat(ended.lastScreen().lines().reduce("", (before, last) -> last))
                .contains("(exit " + exitCode + "): ")
                .doesNotContain("[ERROR]");
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
