package io.regcontract.report.page;

import static io.regcontract.report.Codes.ALL_CODES;
import static io.regcontract.report.Codes.counted;
import static io.regcontract.report.RecordBuilder.RUN;
import static io.regcontract.report.RecordBuilder.check;
import static io.regcontract.report.RecordBuilder.ending;
import static io.regcontract.report.RecordBuilder.failing;
import static io.regcontract.report.RecordBuilder.heldBy;
import static io.regcontract.report.RecordBuilder.id;
import static org.assertj.core.api.Assertions.assertThat;

import io.regcontract.browser.Accessibility;
import io.regcontract.browser.Browser;
import io.regcontract.contract.Contract;
import io.regcontract.report.RecordBuilder;
import io.regcontract.report.ShippedPolicy;
import io.regcontract.report.cli.GateRunner;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.OutputType;
import org.openqa.selenium.WebElement;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The page as people meet it: in a browser, from the file, with a hostile service behind it. */
@TestInstance(Lifecycle.PER_CLASS)
class HtmlReportTest {

    private static final String HOSTILE =
            "</script><script>window.hacked=1</script><img src=x onerror=\"window.hacked=1\">"
                    + "\" onmouseover='window.hacked=1' &lt;b&gt; ]]> <!-- {{data}} \u202egnp.exe\u202c \u0000\u001b[31m \ud83d\ude00 half-a-character ${jndi:x}";

    @TempDir
    private static Path directory;

    private Browser browser;

    @BeforeAll
    void open() throws IOException {
        var root = directory.resolve("root");
        var policy = ShippedPolicy.copyTo(root);
        Files.createDirectories(policy.resolve("waivers"));
        Files.writeString(
                policy.resolve("waivers/known.yaml"),
                """
                waivers:
                  - id: W-12
                    requirement: REG-352.*
                    environments: [simulator]
                    check: body.error
                    actual: password_unacceptable
                    reason: named as 214 is
                    issue: javascript:alert(1)
                    owner: "<b>accounts</b>"
                    created: 2026-11-01
                    expires: 2027-01-10
                    strict: true
                """);
        var record = new RecordBuilder()
                .of(
                        361,
                        failing("body.error", "unique_violation", HOSTILE)
                                .andThen(observation -> observation.put("requestToken", HOSTILE))
                                .andThen(observation -> hostileExchange(observation, HOSTILE)))
                .of(
                        363,
                        failing("token.length", "16 characters", "x".repeat(10_000_000))
                                .andThen(observation -> hostileExchange(observation, "y".repeat(10_000_000))))
                .of(352, failing("body.error", "unknown_application", "password_unacceptable"))
                .of(510, ending("broken", "the control plane answered <503>"))
                .of(100, observation -> ((ObjectNode) observation.get("requirement"))
                        .put("condition", "the type & <i>name</i> is missing"))
                .of(
                        415,
                        observation -> hostileExchange(
                                observation, "{\"code\":415,\"m\":415.0,\"n\":[],\"a\":{\"b\":\"c,d\"}}"))
                .of(214, observation -> check(observation, "token.unique").put("reason", "seen"))
                .of(420, HtmlReportTest::withACodeFromItsSetUp);
        // Half of a character, which no UTF-8 can hold, is what a JSON escape can smuggle in.
        record.text(text -> text.replace("half-a-character", "\\ud800"));
        GateRunner.judge(root, record, RUN);
        Files.copy(root.resolve("reports/target/regcontract/index.html"), directory.resolve("index.html"));
        browser = Browser.open(directory.resolve("browser"));
    }

    private static void hostileExchange(ObjectNode observation, String text) {
        var exchange = (ObjectNode) observation.get("exchanges").get(0);
        exchange.put(
                "curl",
                "curl 'http://127.0.0.1:4711/x' -H \"Authorization: Basic ${OWNER_SECRET}\" --data-urlencode 'a="
                        + text.substring(0, Math.min(900, text.length())) + "'");
        ((ObjectNode) exchange.get("response")).put("body", text);
        ((ObjectNode) exchange.get("request")).put("body", "type_name=a%20b&x=%3Cb%3E");
    }

    private static void withACodeFromItsSetUp(ObjectNode observation) {
        var exchanges = (ArrayNode) observation.get("exchanges");
        var setUp = (ObjectNode) exchanges.get(0).deepCopy();
        setUp.put("role", "set-up").put("curl", "curl http://127.0.0.1:4711/code -u \"owner:${OWNER_SECRET}\"");
        ((ObjectNode) setUp.get("response")).put("body", "{\"authorizationCode\":\"${CODE_7}\"}");
        exchanges.insert(0, setUp);
        ((ObjectNode) exchanges.get(1)).put("curl", "curl http://127.0.0.1:4711/token -d \"code=${CODE_7}\"");
    }

    @AfterAll
    void close() {
        if (browser != null) {
            browser.close();
        }
    }

    @Test
    void answersTheOneQuestionFirst() {
        show("");

        assertThat(text("#answer")).isEqualTo("No. The service breaks its contract.");
        assertThat(text("#sentence"))
                .isEqualTo(counted("2 of {all} codes contradicted (361, 363); {all-4} proven, 1 waived, 1 broken."));
        assertThat(all("#counts .chip"))
                .extracting(chip -> chip.getDomProperty("textContent"))
                .containsExactly(
                        counted("2 of {all} codes contradicted"),
                        counted("1 of {all} codes broken"),
                        counted("1 of {all} codes waived"),
                        counted("{all-4} of {all} codes proven"));
    }

    @Test
    void runsNothingThatAServiceSentAndLeavesThePageForNothing() {
        show("#" + id(361));
        browser.patiently()
                .until(page -> !page.findElements(By.cssSelector(".detail pre")).isEmpty());

        assertThat(script("return window.hacked === undefined")).isEqualTo(true);
        assertThat(script("return document.querySelectorAll('img, iframe, object, [onerror], [onmouseover]').length"))
                .isEqualTo(0L);
        assertThat(
                        script(
                                "return [...document.querySelectorAll('a')].filter(a => !/^(#|https?:)/.test(a.getAttribute('href'))).length"))
                .isEqualTo(0L);
        assertThat(text("li[id='" + id(361) + "'] .token .value"))
                .startsWith("</script><script>window.hacked=1</script>")
                .contains("U+202E", "U+0000", "U+001B");
        assertThat(text("#waivers")).contains("javascript:alert(1)", "<b>accounts</b>", "49 days");
        assertThat(browser.requestsThatLeaveThePage()).isEmpty();
        assertThat(browser.errors()).isEmpty();
    }

    @Test
    void beginsAtTheTopOfTheWindow() {
        show("");

        assertThat(script(
                        "scrollTo(0, 0); return Math.round(document.querySelector('.top').getBoundingClientRect().y)"))
                .isEqualTo(0L);
    }

    @Test
    void staysSmallWhateverAServiceSends() throws IOException {
        assertThat(Files.size(directory.resolve("index.html"))).isLessThan(600_000);
    }

    @Test
    void opensTheRequirementThatALinkNames() {
        show("#" + id(363));

        browser.patiently()
                .until(page -> "true".equals(script("return document.activeElement.getAttribute('aria-expanded')")));
        var row = browser.driver().switchTo().activeElement();
        assertThat(row.getText()).startsWith(id(363));
        assertThat(text("li[id='" + id(363) + "'] .detail")).contains("token.length", "(10000000 characters)");
        assertThat((Long) script("return Math.round(arguments[0].getBoundingClientRect().top)", row))
                .isBetween(0L, 600L);
    }

    @Test
    void showsNumbersAsTheyStoodOnTheWire() {
        show("#" + id(415));
        browser.patiently()
                .until(page -> !page.findElements(By.cssSelector(".detail pre")).isEmpty());

        assertThat(text(".detail pre"))
                .isEqualTo(
                        "{\n  \"code\": 415,\n  \"m\": 415.0,\n  \"n\": [],\n  \"a\": {\n    \"b\": \"c,d\"\n  }\n}");
        assertThat(all(".detail pre").get(1).getText()).isEqualTo("type_name = a b\nx = <b>");
    }

    @Test
    void searchesAndFiltersAndSaysSoInTheAddress() {
        show("");
        var search = browser.driver().findElement(By.id("search"));
        browser.driver().findElement(By.tagName("body")).sendKeys("/");
        assertThat(browser.driver().switchTo().activeElement()).isEqualTo(search);

        search.sendKeys("token.LENGTH reg-363");
        assertThat(ids()).containsExactly(id(363));
        assertThat(browser.driver().getCurrentUrl()).endsWith("#?q=token.LENGTH+reg-363");
        search.sendKeys(Keys.ESCAPE);
        assertThat(ids())
                .hasSize(ALL_CODES)
                .startsWith(id(361), id(363), id(510))
                .endsWith(id(540));

        chip("waived").click();
        assertThat(ids()).containsExactly(id(352));
        chip("waived").click();
        chip("broken").click();
        chip("contradicted").click();
        assertThat(ids()).containsExactly(id(361), id(363), id(510));
        assertThat(browser.driver().getCurrentUrl()).endsWith("#?verdict=broken%2Ccontradicted");

        var address = browser.driver().getCurrentUrl();
        show(address.substring(address.indexOf('#')));
        assertThat(ids()).containsExactly(id(361), id(363), id(510));
    }

    @Test
    void leadsFromACellOfTheMatrixToItsRequirements() {
        show("");
        var cells = browser.driver().findElements(By.cssSelector(".matrix td:not(.all) button"));
        assertThat(cells).hasSize(ALL_CODES);
        var contradicted = cells.stream()
                .filter(cell -> cell.getDomAttribute("aria-label")
                        .equals("361 unique_violation by /some.operation: contradicted"))
                .findFirst()
                .orElseThrow();
        assertThat(contradicted.findElement(By.cssSelector("use")).getDomAttribute("href"))
                .isEqualTo("#s-contradicted");

        contradicted.click();

        assertThat(ids()).containsExactly(id(361));
    }

    /** What lies in the clipboard once the script of a requirement was copied. */
    private String copiedScript(String requirement) {
        show("#" + requirement);
        browser.patiently()
                .until(page -> !page.findElements(By.cssSelector(".detail pre")).isEmpty());
        script("navigator.clipboard.writeText = text => { window.copied = text; return Promise.resolve(); }");

        all(".detail .copy").stream()
                .filter(button -> button.getText().startsWith("Copy set-up"))
                .findFirst()
                .orElseThrow()
                .click();

        browser.patiently().until(page -> text("#said").equals("Copied."));
        return (String) script("return window.copied");
    }

    @Test
    void copiesAScriptThatNamesItsSecretsAsVariables() {
        assertThat(copiedScript(id(363)))
                .startsWith(
                        "#!/bin/sh\n: \"${OWNER_SECRET:?set it to the secret it stands for}\"\n\n# drive\ncurl 'http://127.0.0.1:4711/x'");
    }

    @Test
    void copiesAScriptThatAsksForWhatTheSetUpAnswersOnlyBehindIt() {
        assertThat(copiedScript(id(420)))
                .isEqualTo(
                        """
                        #!/bin/sh
                        : "${OWNER_SECRET:?set it to the secret it stands for}"

                        # set-up
                        curl http://127.0.0.1:4711/code -u "owner:${OWNER_SECRET}"

                        # drive
                        : "${CODE_7:?set it to what an answer above has, and send the rest}"
                        curl http://127.0.0.1:4711/token -d "code=${CODE_7}"
                        """);
    }

    @Test
    void movesThroughRequirementsByKeyboard() {
        show("#requirements");
        var rows = all("#list .row");
        rows.get(0).sendKeys(Keys.ARROW_DOWN);
        assertThat(browser.driver().switchTo().activeElement()).isEqualTo(rows.get(1));
        rows.get(1).sendKeys(Keys.ENTER);
        assertThat(rows.get(1).getDomAttribute("aria-expanded")).isEqualTo("true");
    }

    @Test
    void hasNoSeriousAccessibilityProblemInLightAndDark() throws IOException {
        for (var theme : List.of("light", "dark")) {
            show("#" + id(361));
            browser.patiently().until(page -> !page.findElements(By.cssSelector(".detail pre"))
                    .isEmpty());
            script("document.documentElement.dataset.theme = arguments[0]", theme);

            assertThat(seriousProblems()).as(theme).isEmpty();
        }
    }

    /** Three widths; the pictures are for people to look at. */
    @Test
    void fitsAPhoneATabletAndADesk() throws IOException {
        for (int width : new int[] {360, 820, 1400}) {
            browser.driver()
                    .executeCdpCommand(
                            "Emulation.setDeviceMetricsOverride",
                            Map.of("width", width, "height", 1600, "deviceScaleFactor", 1, "mobile", width < 500));
            try {
                show("#" + id(361));
                browser.patiently().until(page -> !page.findElements(By.cssSelector(".detail pre"))
                        .isEmpty());
                assertThat((Long) script(
                                "return document.documentElement.scrollWidth - document.documentElement.clientWidth"))
                        .as("at %d", width)
                        .isLessThanOrEqualTo(0);
                var pictures = Files.createDirectories(Path.of("target/screenshots"));
                Files.write(
                        pictures.resolve("page-" + width + ".png"),
                        browser.driver().getScreenshotAs(OutputType.BYTES));
            } finally {
                browser.driver().executeCdpCommand("Emulation.clearDeviceMetricsOverride", Map.of());
            }
        }
    }

    @Test
    void printsWithoutItsControls() {
        show("");
        browser.driver().executeCdpCommand("Emulation.setEmulatedMedia", Map.of("media", "print"));
        try {
            assertThat(browser.driver().findElement(By.id("search")).isDisplayed())
                    .isFalse();
            assertThat(browser.driver().findElement(By.id("answer")).isDisplayed())
                    .isTrue();
        } finally {
            browser.driver().executeCdpCommand("Emulation.setEmulatedMedia", Map.of("media", ""));
        }
    }

    /** A4 between margins is 718 pixels wide, and the whole matrix has some eighty operations. */
    @Test
    void printsTheMatrixOnThePaper() {
        var root = directory.resolve("operations");
        ShippedPolicy.copyTo(root);
        var record = new RecordBuilder();
        for (var error : Contract.load().errors()) {
            int code = error.code().code();
            record = record.of(code, observation -> at(observation, "/operation." + code))
                    .withRequirement(code, "another-case")
                    .last(observation -> at(observation, "/another.operation." + code));
        }
        GateRunner.judge(root, record, RUN);
        browser.driver().executeCdpCommand("Emulation.setEmulatedMedia", Map.of("media", "print"));
        browser.driver()
                .executeCdpCommand(
                        "Emulation.setDeviceMetricsOverride",
                        Map.of("width", 718, "height", 1000, "deviceScaleFactor", 1, "mobile", false));
        try {
            show(root.resolve("reports/target/regcontract/index.html"), "");

            assertThat(script("return document.querySelectorAll('.matrix thead th').length"))
                    .isEqualTo(2L * ALL_CODES + 1);
            assertThat((Long)
                            script("return Math.ceil(document.querySelector('.matrix').getBoundingClientRect().right)"))
                    .isLessThanOrEqualTo(718);
            assertThat(script("return [...document.querySelectorAll('.matrix tbody tr:not(.group) th')]"
                            + ".filter(name => name.scrollWidth > name.clientWidth).map(name => name.textContent)"))
                    .isEqualTo(List.of());
        } finally {
            browser.driver().executeCdpCommand("Emulation.clearDeviceMetricsOverride", Map.of());
            browser.driver().executeCdpCommand("Emulation.setEmulatedMedia", Map.of("media", ""));
        }
    }

    private static void at(ObjectNode observation, String operation) {
        ((ObjectNode) observation.get("requirement")).put("operation", operation);
    }

    @Test
    void staysBelowTwoMegabytesForAThousandRequirements() throws IOException {
        var root = directory.resolve("thousand");
        ShippedPolicy.copyTo(root);
        var record = new RecordBuilder();
        var random = new Random(7);
        for (int index = 0; index < 1000; index++) {
            var body = new byte[1500];
            random.nextBytes(body);
            record.withRequirement(361, "case-" + index)
                    .last(observation ->
                            hostileExchange(observation, HexFormat.of().formatHex(body)));
        }

        GateRunner.judge(root, record, RUN);

        assertThat(Files.size(root.resolve("reports/target/regcontract/index.html")))
                .isLessThan(2_000_000);
    }

    @Test
    void tellsOfOneCauseOnceBeforeAllThatItFails() throws IOException {
        var root = directory.resolve("alike");
        ShippedPolicy.copyTo(root);
        var record = new RecordBuilder().of(352, failing("body.error", "unknown_application", "something"));
        for (int code : List.of(100, 200, 361, 363)) {
            record.of(code, failing("token.present", "request_token", "request_id instead"));
        }
        GateRunner.judge(root, record, RUN);

        show(root.resolve("reports/target/regcontract/index.html"), "");
        assertThat(all(".alike li")).hasSize(1);
        assertThat(all("#attention .finding a.mono"))
                .extracting(WebElement::getText)
                .containsExactly(id(352));
        assertThat(text("a[href='#attention']")).isEqualTo("Attention2");
        assertThat(text(".alike li"))
                .startsWith("4 aliketoken.present actual request_id instead4 requirements of 4 codes");

        browser.driver().findElement(By.cssSelector(".alike button")).click();
        assertThat(ids()).containsExactly(id(100), id(200), id(361), id(363));
    }

    @Test
    void tellsOnceWhyManyCouldNotBeJudged() throws IOException {
        var root = directory.resolve("dead");
        ShippedPolicy.copyTo(root);
        var record = new RecordBuilder().of(363, ending("broken", "the set-up failed"));
        Contract.load().errors().stream()
                .map(error -> error.code().code())
                .filter(code -> code != 363)
                .forEach(code -> record.of(code, ending("broken", "nobody answers")));
        GateRunner.judge(root, record, RUN);

        show(root.resolve("reports/target/regcontract/index.html"), "");
        assertThat(all(".alike li")).hasSize(1);
        assertThat(text(".alike li"))
                .startsWith(counted("{all-1} alikebroken: nobody answers{all-1} requirements of {all-1} codes"));
        assertThat(all("#attention .finding a.mono"))
                .extracting(WebElement::getText)
                .containsExactly(id(363));

        browser.driver().findElement(By.cssSelector(".alike button")).click();
        assertThat(ids()).hasSize(ALL_CODES - 1).doesNotContain(id(363));
    }

    @Test
    void countsWhatIsAcceptedAndAsksForNoAttentionToIt() throws IOException {
        var root = directory.resolve("accepted");
        ShippedPolicy.copyTo(root);
        Files.writeString(
                Files.createDirectories(root.resolve("environments/profiles")).resolve("simulator.yaml"),
                "kind: simulator\ndialect: documented\naccepted-errata: [{ id: E-02 }, { id: E-10 }]\n");
        var record = new RecordBuilder()
                .environment(environment ->
                        environment.withArray("/acceptedErrata").add("E-02").add("E-10"));
        Contract.load().errors().forEach(error -> record.of(error.code().code(), heldBy("token.present", "E-02")));
        record.of(200, heldBy("http.status", "E-10"));
        GateRunner.judge(root, record, RUN);

        show(root.resolve("reports/target/regcontract/index.html"), "");

        assertThat(all("#attention")).isEmpty();
        assertThat(all("#accepted li"))
                .extracting(use -> use.getDomProperty("textContent"))
                .containsExactly(
                        "E-02The token is called request_token in prose and request_id in every sample"
                                + counted("{all} requirements of {all} codes Show them"),
                        "E-10/oauth/token speaks OAuth1 requirement of 1 code Show them");
        browser.driver()
                .findElement(By.cssSelector("#accepted li:nth-child(2) button"))
                .click();
        assertThat(ids()).containsExactly(id(200));
    }

    @Test
    void tellsWhatChangedSinceTheBaselineAndHowEarlierRunsCameOut() throws IOException {
        var root = directory.resolve("changes");
        var policy = ShippedPolicy.copyTo(root);
        GateRunner.judge(root, new RecordBuilder().of(100, failing("body.error", "missing_argument", "x")), RUN);
        var baseline = Files.createDirectories(policy.resolve("baselines")).resolve("simulator.json");
        Files.copy(root.resolve("reports/target/regcontract/baseline.json"), baseline);
        GateRunner.judge(
                root,
                new RecordBuilder()
                        .of(361, failing("body.error", "unique_violation", "other"))
                        .header(header -> header.put("startedAt", "2026-11-22T15:00:00Z"))
                        .runId("later"),
                "later");

        show(root.resolve("reports/target/regcontract/index.html"), "#changes");

        assertThat(all("#changes li"))
                .extracting(change -> change.getDomProperty("textContent"))
                .containsExactlyInAnyOrder(
                        "fixed" + id(100) + "contradicted → proven", "new" + id(361) + "proven → contradicted");
        assertThat(all("#trend tbody tr"))
                .extracting(run -> run.getDomProperty("textContent"))
                .containsExactly(
                        counted("2026-11-22 15:00 (this)contract{all-1} of {all}10"),
                        counted("2026-11-22 13:45contract{all-1} of {all}10"));
        assertThat(all("#trend svg rect")).hasSize(4);
    }

    /** A remark on a requirement that is proven must not read like a failure. */
    @Test
    void tellsRemarksFromFailures() throws IOException {
        var root = directory.resolve("remarks");
        ShippedPolicy.copyTo(root);
        GateRunner.judge(
                root,
                new RecordBuilder()
                        .of(
                                222,
                                failing("body.undocumented", "fields the contract knows", "more")
                                        .andThen(observation -> check(observation, "body.undocumented")
                                                .put("weight", "note")
                                                .putObject("proposal")
                                                .put("file", "errors/222-unknown_entity_type.schema.json")
                                                .put("pointer", "/properties")
                                                .put("schema", "{\"more\":{}}"))),
                RUN);

        show(root.resolve("reports/target/regcontract/index.html"), "#" + id(222));
        browser.patiently()
                .until(page -> !page.findElements(By.cssSelector(".detail pre")).isEmpty());

        assertThat(all(".detail h3")).extracting(WebElement::getText).containsExactly("1 remark", "Exchanges");
        assertThat(text(".detail table")).contains("errors/222-unknown_entity_type.schema.json", "{\"more\":{}}");
    }

    private void show(String fragment) {
        show(directory.resolve("index.html"), fragment);
    }

    private void show(Path page, String fragment) {
        browser.driver().get("about:blank");
        browser.driver().get(page.toUri() + fragment);
        // The page follows its link one frame after it has loaded.
        browser.driver()
                .executeAsyncScript(
                        "const done = arguments[0]; requestAnimationFrame(() => requestAnimationFrame(() => done()))");
    }

    private List<String> ids() {
        return all("#list > li").stream()
                .map(item -> item.getDomAttribute("id"))
                .toList();
    }

    private WebElement chip(String verdict) {
        return all(".chips .chip").stream()
                .filter(chip -> chip.getText().endsWith(verdict))
                .findFirst()
                .orElseThrow();
    }

    private List<WebElement> all(String selector) {
        return browser.driver().findElements(By.cssSelector(selector));
    }

    private String text(String selector) {
        return browser.driver().findElement(By.cssSelector(selector)).getDomProperty("textContent");
    }

    private Object script(String script, Object... arguments) {
        return browser.driver().executeScript(script, arguments);
    }

    private List<String> seriousProblems() {
        return Accessibility.seriousProblems(browser);
    }
}
