package io.regcontract.report.page;

import static io.regcontract.report.Codes.counted;
import static io.regcontract.report.RecordBuilder.RUN;
import static io.regcontract.report.RecordBuilder.failing;
import static io.regcontract.report.TrafficRecord.contradicted;
import static io.regcontract.report.TrafficRecord.id;
import static org.assertj.core.api.Assertions.assertThat;

import io.regcontract.browser.Accessibility;
import io.regcontract.browser.Browser;
import io.regcontract.report.RecordBuilder;
import io.regcontract.report.ShippedPolicy;
import io.regcontract.report.TrafficRecord;
import io.regcontract.report.cli.GateRunner;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.By;
import org.openqa.selenium.OutputType;
import org.openqa.selenium.WebElement;

/** The page about recorded traffic: first what it is and cannot tell, then what it shows. */
@TestInstance(Lifecycle.PER_CLASS)
class TrafficPageTest {

    private static final String HOSTILE = "</script><img src=x onerror=\"window.hacked=1\"> \u202egnp.har";

    @TempDir
    private static Path directory;

    private Browser browser;

    @BeforeAll
    void open() {
        var root = directory.resolve("root");
        ShippedPolicy.copyTo(root);
        new TrafficRecord()
                .of(
                        361,
                        "/entity.create",
                        contradicted("body.error", "unique_violation", HOSTILE)
                                .andThen(observation -> RecordBuilder.check(observation, "body.error")
                                        .putObject("proposal")
                                        .put("file", "errors/361-unique_violation.schema.json")
                                        .put("pointer", "/properties/error")
                                        .put("schema", "{}")))
                .witnessed(361, "/clients/list", 2)
                .of(361, "/clients/list", failing("traffic.plausible", "a code of /clients/list", "361"))
                .succeeded("/entity.find", 1234)
                .unjudged("the tool kept only a part of the body", 4)
                .remark("/entity.create", "traffic.argument-missing", "type_name is missing, and yet it succeeded")
                .traffic(traffic -> traffic.withArray("/files")
                        .addObject()
                        .put("name", HOSTILE)
                        .put("exchanges", 0)
                        .put("judged", 0))
                .writeTo(root.resolve("contract-tests/target/regcontract/runs"));
        GateRunner.judge(root, RUN);
        browser = Browser.open(directory.resolve("browser"));
    }

    @AfterAll
    void close() {
        if (browser != null) {
            browser.close();
        }
    }

    @Test
    void saysFirstWhatItIsAndWhatItCannotTell() {
        show("");

        assertThat(all("#summary > *")).first().satisfies(first -> assertThat(first.getDomAttribute("id"))
                .isEqualTo("what"));
        assertThat(text("#what"))
                .startsWith("Recorded traffic of shop.har and ")
                .contains(
                        ", from 2026-11-20T08:00:00Z to 2026-11-20T09:30:00Z: 1545 exchanges, 1501 judged, 40 foreign",
                        "Nothing was sent, and nothing was made to happen",
                        "4 of its exchanges could not be judged at all");
        assertThat(text("#question")).isEqualTo("Does this recorded traffic keep the contract?");
        assertThat(text("#answer")).isEqualTo("No. Answers in it break the contract.");
        assertThat(all("#counts .chip"))
                .extracting(chip -> chip.getDomProperty("textContent"))
                .containsExactly(
                        counted("1 of {all} codes contradicted"),
                        counted("2 of {all} codes witnessed"),
                        counted("{all-3} of {all} codes never seen"));
    }

    @Test
    void saysNowhereThatAnythingWasProvenOrDriven() {
        show("#" + id(361, "/entity.create"));
        browser.patiently()
                .until(page -> !page.findElements(By.cssSelector(".detail pre")).isEmpty());

        for (var part : all("#summary, #parts > section:not(#errata):not(#readings), footer")) {
            assertThat(part.getDomProperty("textContent"))
                    .as(part.getDomAttribute("id"))
                    .doesNotContainIgnoringCase("proven")
                    .doesNotContainIgnoringCase("driven")
                    .doesNotContain("May I release", "set-up and call", "untested", "drivable", "requirement");
        }
        assertThat(browser.driver().getTitle()).isEqualTo("CONTRACT recorded traffic shop · regcontract");
        assertThat(text("#where")).startsWith("recorded traffic shop · ");
    }

    @Test
    void showsEachCodeAndEachOperation() {
        show("");

        assertThat(rows("#seen"))
                .containsExactly(
                        "100 missing_argument|witnessed|3|0|/entity.create",
                        "310 record_not_found|witnessed|12|0|/entity",
                        "361 unique_violation|contradicted|252|1|/clients/list /entity.create");
        assertThat(rows("#operations"))
                .containsExactly(
                        "/entity.create|253|0|253|100 361",
                        "/entity|12|0|12|310",
                        "/clients/list|2|0|2|361",
                        "/entity.find|1 234|1 234|0|");
        assertThat(text("#seen .note")).startsWith("Never seen: 200, 201, ");
        assertThat(text("#files")).contains("shop.har", "the tool kept only a part of the body", "U+202E");
        assertThat(text("#what")).contains("\\u{202e}").doesNotContain("\u202e");
        assertThat(text("#attention")).contains("type_name is missing, and yet it succeeded");
        assertThat(all("#matrix thead th")).hasSize(5);
    }

    @Test
    void opensTheSamplesOfWhatWasSeen() {
        show("#" + id(361, "/entity.create"));
        browser.patiently()
                .until(page -> !page.findElements(By.cssSelector(".detail pre")).isEmpty());

        assertThat(text("li[id='" + id(361, "/entity.create") + "'] .detail"))
                .contains("1 of 250 answers contradict the contract", "Samples", "sample 1", "nothing was sent");
        assertThat(browser.driver().executeScript("return window.hacked === undefined"))
                .isEqualTo(true);
        assertThat(browser.requestsThatLeaveThePage()).isEmpty();
        assertThat(browser.errors()).isEmpty();
    }

    @Test
    void foldsWhatWasNeverSeenUntilSomeoneAsksForIt() {
        show("");

        assertThat(all("#list > li")).hasSizeLessThan(10).noneSatisfy(item -> assertThat(
                        item.getDomProperty("textContent"))
                .contains("never seen"));
        assertThat(text("#never-seen > summary")).matches("Never seen: [0-9]+ codes at operations");
        assertThat(all("#never-seen details")).hasSizeGreaterThan(30);

        show("#?verdict=never-seen");
        assertThat(all("#list > li")).hasSize(100);
        assertThat(all("#never-seen[hidden]")).hasSize(1);
    }

    @Test
    void tellsAFindingOnce() {
        show("");

        assertThat(all("#attention .finding"))
                .filteredOn(
                        one -> String.valueOf(one.getDomProperty("textContent")).contains("body.error"))
                .hasSize(1);
        show("#" + id(361, "/entity.create"));
        assertThat(text("li[id='" + id(361, "/entity.create") + "'] .detail"))
                .contains("entry 12; proposed for errors/361-unique_violation.schema.json");
    }

    @Test
    void leadsFromAnOperationToItsCodes() {
        show("");
        all("#operations tbody tr")
                .get(0)
                .findElements(By.cssSelector("a"))
                .get(1)
                .click();

        assertThat(all("#list > li"))
                .extracting(item -> item.getDomAttribute("id"))
                .containsExactly(id(361, "/entity.create"));
    }

    /** Light and dark, a phone and a desk; the pictures are for people to look at. */
    @Test
    void fitsAPhoneAndADeskInLightAndDarkWithoutBarriers() throws IOException {
        for (var theme : List.of("light", "dark")) {
            for (int width : new int[] {400, 1400}) {
                browser.driver()
                        .executeCdpCommand(
                                "Emulation.setDeviceMetricsOverride",
                                Map.of("width", width, "height", 2600, "deviceScaleFactor", 1, "mobile", width < 500));
                try {
                    show("");
                    browser.driver().executeScript("document.documentElement.dataset.theme = arguments[0]", theme);
                    assertThat((Long) browser.driver()
                                    .executeScript("return document.documentElement.scrollWidth -"
                                            + " document.documentElement.clientWidth"))
                            .as("%s at %d", theme, width)
                            .isLessThanOrEqualTo(0);
                    var pictures = Files.createDirectories(Path.of("target/screenshots"));
                    Files.write(
                            pictures.resolve("traffic-" + theme + "-" + width + ".png"),
                            browser.driver().getScreenshotAs(OutputType.BYTES));
                } finally {
                    browser.driver().executeCdpCommand("Emulation.clearDeviceMetricsOverride", Map.of());
                }
            }
            assertThat(Accessibility.seriousProblems(browser)).as(theme).isEmpty();
        }
    }

    private void show(String fragment) {
        browser.driver().get("about:blank");
        browser.driver()
                .get(directory
                                .resolve("root/reports/target/regcontract/index.html")
                                .toUri()
                        + fragment);
        // The page follows its link one frame after it has loaded.
        browser.driver()
                .executeAsyncScript(
                        "const done = arguments[0]; requestAnimationFrame(() => requestAnimationFrame(() => done()))");
    }

    private List<String> rows(String section) {
        return all(section + " tbody tr").stream()
                .map(row -> String.join(
                        "|",
                        row.findElements(By.cssSelector("td")).stream()
                                .map(cell -> String.valueOf(cell.getDomProperty("textContent")))
                                .map(String::strip)
                                .map(cell -> cell.replaceAll("\\s+", " "))
                                .toList()))
                .toList();
    }

    private List<WebElement> all(String selector) {
        return browser.driver().findElements(By.cssSelector(selector));
    }

    private String text(String selector) {
        return browser.driver().findElement(By.cssSelector(selector)).getDomProperty("textContent");
    }
}
