package io.regcontract.report.page;

import static io.regcontract.report.Codes.counted;
import static io.regcontract.report.RecordBuilder.RUN;
import static io.regcontract.report.RecordBuilder.failing;
import static org.assertj.core.api.Assertions.assertThat;

import io.regcontract.browser.Accessibility;
import io.regcontract.browser.Browser;
import io.regcontract.report.RecordBuilder;
import io.regcontract.report.ShippedPolicy;
import io.regcontract.report.cli.GateRunner;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.By;
import org.openqa.selenium.OutputType;
import org.openqa.selenium.WebElement;

/** The page about a replacement: how much of the contract it is about, and what it declares to differ. */
@TestInstance(Lifecycle.PER_CLASS)
class ReplacementPageTest {

    @TempDir
    private static Path directory;

    private Browser browser;

    @BeforeAll
    void open() throws IOException {
        var root = directory.resolve("root");
        ShippedPolicy.copyTo(root);
        Files.writeString(
                Files.createDirectories(root.resolve("environments/profiles")).resolve("replacement.yaml"),
                """
                name: replacement
                description: a replacement
                kind: replacement
                base-address: https://gateway.example/legacy
                dialect: documented
                operations: [/entity]
                credentials:
                  owner: {client-id: owner, client-secret: env:SECRET}
                  login: {client-id: login}
                deviations:
                  - id: D-token
                    code: 361
                    check: token.length
                    actual: 17 characters
                    reason: Our tokens are longer and nobody reads them.
                    owner: identity team
                    review: 2027-03-01
                """);
        new RecordBuilder()
                .replacement(361, 414, 415)
                .of(361, failing("token.length", "16 characters", "17 characters"))
                .of(414, failing("body.error", "access_token_expired", "<b>gone</b>"))
                .writeTo(root.resolve("contract-tests/target/regcontract/runs"));
        GateRunner.judge(root, RUN);
        browser = Browser.open(directory.resolve("browser"));
        browser.driver()
                .get(root.resolve("reports/target/regcontract/index.html")
                        .toUri()
                        .toString());
    }

    @AfterAll
    void close() {
        if (browser != null) {
            browser.close();
        }
    }

    @Test
    void countsWhatIsOutOfScopeBesideWhatIsNot() throws IOException {
        assertThat(all("#counts .chip"))
                .extracting(chip -> chip.getDomProperty("textContent"))
                .containsExactly(
                        counted("1 of {all} codes contradicted"),
                        counted("1 of {all} codes waived"),
                        counted("1 of {all} codes proven"),
                        counted("{all-3} of {all} codes out of scope"));
        assertThat(all("#sentence").get(0).getDomProperty("textContent"))
                .contains(counted("Out of scope: {all-3} of {all} codes"));
        assertThat(all("#facts").get(0).getDomProperty("textContent"))
                .contains(counted("3 of 3 in scope tried, {all-3} out of scope"));
        Files.write(
                Files.createDirectories(Path.of("target", "screenshots")).resolve("replacement.png"),
                browser.driver().getScreenshotAs(OutputType.BYTES));
    }

    @Test
    void namesTheDeviationThatWaives() {
        assertThat(all("#waivers").get(0).getDomProperty("textContent"))
                .contains("D-token", "Our tokens are longer", "identity team", "to 2027-03-01");
    }

    @Test
    void canBeReadByEveryone() {
        assertThat(Accessibility.seriousProblems(browser)).isEmpty();
    }

    private List<WebElement> all(String selector) {
        return browser.driver().findElements(By.cssSelector(selector));
    }
}
