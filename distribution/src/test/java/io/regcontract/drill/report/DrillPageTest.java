package io.regcontract.drill.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.regcontract.browser.Accessibility;
import io.regcontract.browser.Browser;
import io.regcontract.contract.Contract;
import io.regcontract.drill.judge.DrillJudge;
import io.regcontract.drill.judge.TrialBuilder;
import io.regcontract.drill.policy.DrillPolicy;
import io.regcontract.simulator.control.journal.Cause;
import io.regcontract.simulator.control.journal.Verdict;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.openqa.selenium.By;
import org.openqa.selenium.WebElement;

/** The page in a browser, and the file for continuous integration, where names are hostile. */
@Execution(ExecutionMode.SAME_THREAD)
class DrillPageTest {

    private static final String HOSTILE =
            "</li><script>window.hacked=1</script><img src=x onerror=\"window.hacked=1\"> {{style}} $1 \u202e \u0000";

    @TempDir
    private static Path directory;

    private static Browser browser;

    @BeforeAll
    static void open() throws IOException {
        var trial = new TrialBuilder()
                .command(HOSTILE)
                .offering("maintenance", 480, "/entity.find", "/entity.create")
                .offering("quota-used-up", 510, "/oauth/auth_native_traditional")
                .offering(HOSTILE, 361, "/entity.create")
                .call("/entity.create")
                .call("/entity.find", 480, Cause.DRILL)
                .call("/entity.find", 100, Cause.CALLER)
                .call("/oauth/auth_native_traditional", 510, Cause.DRILL)
                .reaction("retry-storm", Verdict.FAILS, 510)
                .reaction("nothing-more-came", Verdict.NOT_JUDGED, 480)
                .armed("maintenance", 480, true)
                .armed(HOSTILE, 361, false)
                .tells("records", 100)
                .records(0, 250)
                .mumbles(HOSTILE)
                .ends("armed", 0)
                .trial();
        var decision = new DrillJudge(Contract.load(), DrillPolicy.DEFAULT).judge(trial);
        ReportDirectory.prepare(directory.resolve("report")).write(decision, List.of("no such secret"));
        browser = Browser.open(directory.resolve("browser"));
    }

    @AfterAll
    static void close() {
        if (browser != null) {
            browser.close();
        }
    }

    @Test
    void saysFirstWhetherTheErrorsAreBorneAndThenWhy() {
        show(1400, "light");

        assertThat(text("h1")).isEqualTo("No.");
        assertThat(text(".lead")).contains("Not borne: ", "retry-storm", "told-otherwise");
        assertThat(all("#findings .finding .tag"))
                .extracting(WebElement::getText)
                .contains("fails", "not judged");
        assertThat(all("#errors tbody tr td:nth-child(2)"))
                .extracting(WebElement::getText)
                .containsExactly("caused by the caller", "never met", "met", "answered by a storm");
    }

    @Test
    void runsNothingThatAProgramIsNamedAndAsksTheNetworkForNothing() {
        show(1400, "light");

        assertThat(browser.driver().executeScript("return window.hacked === undefined"))
                .isEqualTo(true);
        assertThat(all("script, img, iframe, [onerror]")).isEmpty();
        assertThat(text("#findings")).contains("<script>window.hacked=1</script>", "{{style}} $1", "\\u{202e}");
        assertThat(browser.requestsThatLeaveThePage()).isEmpty();
        assertThat(browser.errors()).isEmpty();
    }

    @Test
    void canBeReadByEveryoneLightAndDarkAndOnATelephone() {
        for (var width : List.of(1400, 400)) {
            for (var scheme : List.of("light", "dark")) {
                show(width, scheme);

                assertThat(Accessibility.seriousProblems(browser))
                        .as(scheme + " " + width)
                        .isEmpty();
                assertThat(browser.driver()
                                .executeScript("return document.documentElement.scrollWidth <= window.innerWidth"))
                        .as(scheme + " " + width)
                        .isEqualTo(true);
            }
        }
    }

    @Test
    void writesATestCaseForEachErrorForContinuousIntegration() throws Exception {
        var suite = DocumentBuilderFactory.newDefaultInstance()
                .newDocumentBuilder()
                .parse(directory.resolve("report/junit.xml").toFile())
                .getDocumentElement();

        assertThat(suite.getElementsByTagName("testcase").getLength())
                .isEqualTo(Integer.parseInt(suite.getAttribute("tests")))
                .isGreaterThan(4);
        assertThat(suite.getElementsByTagName("failure").getLength())
                .isEqualTo(Integer.parseInt(suite.getAttribute("failures")))
                .isGreaterThan(2);
        assertThat(suite.getElementsByTagName("skipped").getLength())
                .isEqualTo(Integer.parseInt(suite.getAttribute("skipped")))
                .isGreaterThan(1);
    }

    @Test
    void refusesToWriteASecret() {
        var decision = new DrillJudge(Contract.load(), DrillPolicy.DEFAULT)
                .judge(new TrialBuilder()
                        .command("the-secret")
                        .call("/entity")
                        .ends("armed", 0)
                        .trial());

        assertThatIllegalStateException().isThrownBy(() -> ReportDirectory.prepare(directory.resolve("other"))
                .write(decision, List.of("the-secret")));
        assertThat(directory.resolve("other")).isEmptyDirectory();
    }

    private static void show(int width, String scheme) {
        var driver = browser.driver();
        driver.executeCdpCommand(
                "Emulation.setEmulatedMedia",
                Map.of("features", List.of(Map.of("name", "prefers-color-scheme", "value", scheme))));
        driver.executeCdpCommand(
                "Emulation.setDeviceMetricsOverride",
                Map.of("width", width, "height", 900, "deviceScaleFactor", 1, "mobile", false));
        driver.get(directory.resolve("report/index.html").toUri().toString());
    }

    private static String text(String selector) {
        return browser.driver().findElement(By.cssSelector(selector)).getText();
    }

    private static List<WebElement> all(String selector) {
        return browser.driver().findElements(By.cssSelector(selector));
    }
}
