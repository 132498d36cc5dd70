package io.regcontract.report.allure;

import static io.regcontract.report.Codes.counted;
import static org.assertj.core.api.Assertions.assertThat;

import io.regcontract.browser.Browser;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.By;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;

/** Allure's report of a few results, by Allure's own generator; and whatever happens to it is one line that says so. */
class AllureReportTest {

    /** Unpacked by the build before tests are run. */
    private static final Path GENERATOR = Path.of("target/allure-commandline");

    @TempDir
    private Path directory;

    @Test
    void remembersARequirementWhateverIsInsertedAndHoweverItIsOrdered() throws IOException {
        generate("local", "one", "REG-100.a.b passed", "REG-361.a.b failed");
        generate("local", "two", "REG-200.new.one passed", "REG-361.a.b passed", "REG-100.a.b passed");

        var history = history("local");
        assertThat(statuses(history, "REG-361.a.b", "local")).containsExactly("passed", "failed");
        assertThat(statuses(history, "REG-100.a.b", "local")).containsExactly("passed", "passed");
        assertThat(statuses(history, "REG-200.new.one", "local")).containsExactly("passed");
        assertThat(json(kept("local").resolve("history-trend.json"))).hasSize(2);
    }

    @Test
    void mixesNoTwoEnvironments() throws IOException {
        generate("local", "one", "REG-361.a.b failed");
        generate("staging", "two", "REG-361.a.b passed");

        assertThat(statuses(history("staging"), "REG-361.a.b", "staging")).containsExactly("passed");
        assertThat(statuses(history("local"), "REG-361.a.b", "local")).containsExactly("failed");
        assertThat(json(kept("staging").resolve("history-trend.json"))).hasSize(1);
    }

    @Test
    @Tag("long")
    void opensFromTheFilePackedAndNothingLeavesIt() throws IOException {
        generate("local", "one", "REG-361.a.b failed");
        var many = IntStream.range(0, 400)
                .mapToObj(index -> "REG-100.a.case-" + index + " passed")
                .toArray(String[]::new);
        generate("local", "two", many);
        generate("local", "three", "REG-361.a.b passed", "REG-100.a.case-1 passed");
        var page = directory.resolve("three/html/index.html");
        assertThat(Files.size(page)).isLessThan(4_000_000);
        assertThat(Files.size(directory.resolve("two/html/index.html"))).isLessThan(4_100_000);

        try (var browser = Browser.open(directory.resolve("browser"))) {
            var driver = browser.driver();
            driver.get(page.toUri().toString());
            browser.patiently()
                    .until(open ->
                            open.findElements(By.cssSelector(".executor")).size() > 1);
            assertThat(shown(browser))
                    .containsIgnoringCase("CONTRACT (exit 1): ")
                    .contains(counted("1 of {all} codes contradicted (361); {all-1} proven."), "regcontract gate");
            assertThat(driver.findElement(By.linkText("CONTRACT (exit 1), see the report"))
                            .getDomAttribute("href"))
                    .isEqualTo("../regcontract/index.html");
            driver.get(page.toUri() + "#suites");
            browser.patiently().until(open -> !open.findElements(By.cssSelector(".node__leaf"))
                    .isEmpty());
            driver.findElements(By.cssSelector(".node__leaf")).stream()
                    .filter(leaf -> leaf.getText().contains("REG-361.a.b"))
                    .findFirst()
                    .orElseThrow()
                    .click();
            browser.patiently().until(open -> !open.findElements(By.cssSelector(".attachment-row"))
                    .isEmpty());
            driver.findElement(By.cssSelector(".attachment-row")).click();
            browser.patiently().until(open -> shown(browser).contains("sent to REG-361.a.b, ünïcode"));

            driver.findElements(By.cssSelector(".tab")).stream()
                    .filter(tab -> tab.getText().equals("History"))
                    .findFirst()
                    .orElseThrow()
                    .click();
            browser.patiently().until(open -> !open.findElements(By.cssSelector(".test-result-history"))
                    .isEmpty());
            assertThat(shown(browser)).contains("Success rate", "50% (1 of 2)");

            assertThat(browser.errors()).isEmpty();
            assertThat(browser.requestsThatLeaveThePage()).isEmpty();
        }
    }

    private static String shown(Browser browser) {
        return browser.driver().findElement(By.tagName("body")).getText();
    }

    @Test
    void saysNothingOfAReportThatIsNotThere() throws IOException {
        var generation = report("none").start(GENERATOR);
        generation.outcome();

        assertThat(generation.tell("PASS (exit 0)", counted("All {all} codes are proven.")))
                .isEmpty();
        assertThat(directory.resolve("none")).doesNotExist();
    }

    @Test
    void leavesWhatItDoesNotKnowOfAPageAsItIs() throws IOException {
        var page = SinglePage.read(Files.writeString(
                        directory.resolve("page.html"),
                        "<script defer>Promise.allSettled([d('widgets/summary.json','W10='),d('widgets/executors.json','e30='),"
                                + "d('widgets/environment.json','AAA=')])"
                                + ".then(function(){window.reportDataReady = true;})</script>"))
                .orElseThrow();

        AllureOverview.saying(page, "PASS (exit 0)", counted("All {all} codes are proven."))
                .extract("widgets", directory.resolve("kept"));

        assertThat(directory.resolve("kept/summary.json")).hasContent("[]");
        assertThat(directory.resolve("kept/executors.json")).hasContent("{}");
        assertThat(directory.resolve("kept/environment.json")).hasBinaryContent(new byte[] {0, 0});
    }

    @Test
    void leavesAPageOfAnotherMakeAlone() throws IOException {
        for (var other : List.of(
                "<html>",
                "<script defer>Promise.allSettled([]).then(function(){window.reportDataReady = true;})</script>",
                "<script defer>Promise.allSettled([d('a','???')]).then(function(){window.reportDataReady = true;})</script>")) {
            assertThat(SinglePage.read(Files.writeString(directory.resolve("other.html"), other)))
                    .as(other)
                    .isEmpty();
        }
    }

    @Test
    void letsNoNameLeadOutOfTheHistory() throws IOException {
        var page = SinglePage.read(Files.writeString(
                        directory.resolve("page.html"),
                        "<script defer>Promise.allSettled([d('history/../../x.json','e30='),d('history/ok.json','e30='),])"
                                + ".then(function(){window.reportDataReady = true;})</script>"))
                .orElseThrow();

        page.extract("history", directory.resolve("kept"));

        try (var files = Files.list(directory.resolve("kept"))) {
            assertThat(files).containsExactly(directory.resolve("kept/ok.json"));
        }
        assertThat(directory.getParent().resolve("x.json")).doesNotExist();
    }

    @Test
    void isSkippedWithoutResults() throws IOException {
        assertThat(report("none").start(GENERATOR).outcome())
                .isEqualTo("Allure report: none, this run left no results for one.");

        Files.createDirectories(directory.resolve("none/results"));
        Files.writeString(directory.resolve("none/results/environment.properties"), "environment=local\n");
        assertThat(report("none").start(GENERATOR).outcome())
                .isEqualTo("Allure report: none, this run left no results for one.");
    }

    @Test
    void isMissingWithoutAGenerator() throws IOException {
        result("x", "local", "REG-361.a.b", "passed");

        assertThat(report("x").start(directory.resolve("nowhere")).outcome())
                .isEqualTo("Allure report: missing, there is no Allure command line in " + directory.resolve("nowhere")
                        + ".");
    }

    @Test
    void isMissingWhenTheGeneratorFailsAndNamesItsLog() throws IOException {
        result("x", "local", "REG-361.a.b", "passed");
        Files.createDirectories(directory.resolve("allure-0"));

        assertThat(report("x").start(directory).outcome())
                .isEqualTo("Allure report: missing, its generator failed; it says why in " + directory.resolve("x/log")
                        + ".");
        assertThat(directory.resolve("x/log")).content().contains("io.qameta.allure.CommandLine");
    }

    private void generate(String environment, String run, String... results) throws IOException {
        for (var result : results) {
            var parts = result.split(" ", -1);
            result(run, environment, parts[0], parts[1]);
        }
        var generation = report(run).start(GENERATOR);
        assertThat(generation.outcome())
                .isEqualTo("Allure report: " + directory.resolve(run).resolve("html/index.html"));
        assertThat(generation.tell(
                        "CONTRACT (exit 1)", counted("1 of {all} codes contradicted (361); {all-1} proven.")))
                .isEmpty();
    }

    private AllureReport report(String run) {
        var here = directory.resolve(run);
        return new AllureReport(
                here.resolve("results"), here.resolve("html"), here.resolve("log"), directory.resolve("histories"));
    }

    /** A result as the suite writes it. */
    private void result(String run, String environment, String id, String status) throws IOException {
        var results = Files.createDirectories(directory.resolve(run).resolve("results"));
        Files.writeString(results.resolve("environment.properties"), "environment=" + environment + "\n");
        Files.writeString(results.resolve(id + "-attachment.txt"), "sent to " + id + ", ünïcode");
        var json = JsonNodeFactory.instance
                .objectNode()
                .put("uuid", run + id)
                .put("testCaseId", id)
                .put("fullName", id)
                .put("historyId", historyId(id, environment))
                .put("name", id)
                .put("status", status)
                .put("stage", "finished")
                .put("start", 1_795_366_433_000L)
                .put("stop", 1_795_366_433_007L);
        json.putArray("attachments")
                .addObject()
                .put("name", "request")
                .put("source", id + "-attachment.txt")
                .put("type", "text/plain");
        Files.write(results.resolve(id + "-result.json"), json.toString().getBytes(StandardCharsets.UTF_8));
    }

    private static String historyId(String id, String environment) {
        return id + "|" + environment;
    }

    private Path kept(String environment) {
        return directory.resolve("histories").resolve("allure-" + environment);
    }

    private JsonNode history(String environment) throws IOException {
        return json(kept(environment).resolve("history.json"));
    }

    private static List<String> statuses(JsonNode history, String id, String environment) {
        return StreamSupport.stream(
                        history.path(historyId(id, environment)).path("items").spliterator(), false)
                .map(item -> item.path("status").asString())
                .toList();
    }

    private static JsonNode json(Path file) throws IOException {
        return JsonMapper.shared().readTree(Files.readString(file));
    }
}
