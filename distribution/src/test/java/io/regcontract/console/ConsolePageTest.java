package io.regcontract.console;

import static org.assertj.core.api.Assertions.assertThat;

import io.regcontract.browser.Accessibility;
import io.regcontract.browser.Browser;
import io.regcontract.contract.model.ErrorCode;
import io.regcontract.simulator.RegistrationSimulator;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.openqa.selenium.By;
import org.openqa.selenium.Dimension;
import org.openqa.selenium.Keys;
import org.openqa.selenium.StaleElementReferenceException;
import org.openqa.selenium.WebElement;

/** The console in a browser. All tests share one, one after the other; each begins with a simulator at its beginning. */
@Execution(ExecutionMode.SAME_THREAD)
class ConsolePageTest {

    private static final List<String> SECTIONS =
            List.of("drills", "journal", "mails", "records", "clients", "settings", "log");
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    @TempDir
    private static Path directory;

    private static RegistrationSimulator simulator;
    private static Browser browser;

    @BeforeAll
    static void open() {
        browser = Browser.open(directory.resolve("browser"));
        simulator = RegistrationSimulator.builder()
                .application("shop")
                .ownerClient("owner", "owner-secret")
                .loginClient("login")
                .controlToken("control")
                .console()
                .start();
    }

    @AfterAll
    static void close() {
        if (browser != null) {
            browser.close();
            simulator.close();
        }
    }

    @BeforeEach
    void begin() throws Exception {
        control("POST", "/control/v1/reset");
        browser.driver().manage().window().setSize(new Dimension(1400, 900));
        browser.driver().get("about:blank");
        browser.errors();
        browser.requestsThatLeaveThePage();
    }

    /** What the page is for: a person arms 480, sees the application's call fail, and undoes it. */
    @Test
    void letsAPersonArmADrillSeeTheCallFailAndUndoIt() throws Exception {
        show("drills");
        var card = card("code-480");
        assertThat(call("/entity.count", Map.of("type_name", "user"))).contains("\"stat\":\"ok\"");

        card.findElement(By.cssSelector("button.main")).click();
        until(() -> state("code-480").equals("waiting"));
        assertThat(call("/entity.count", Map.of("type_name", "user"))).contains("\"code\":480");
        until(() -> state("code-480").equals("changed"));
        until(() -> text("#code-480 h4").contains("met once"));

        open("journal");
        until(() -> text("#journal-list").contains("480"));
        assertThat(text("#journal-list")).contains("/entity.count", "owner");

        open("drills");
        card("code-480").findElement(By.cssSelector("button.undo")).click();
        until(() -> all("#code-480 .armed li").isEmpty());
        assertThat(call("/entity.count", Map.of("type_name", "user"))).contains("\"stat\":\"ok\"");
        assertThat(text("#notice")).isEqualTo("Undone: maintenance.");
        nothingWentWrong();
    }

    @Test
    void armsForWhatThePersonSays() throws Exception {
        show("drills");
        var card = card("code-480");
        card.findElement(By.cssSelector("details > summary")).click();
        card.findElement(By.cssSelector("select[name=operation]")).sendKeys("/entity.find");
        card.findElement(By.cssSelector("input[name=from]")).sendKeys("2");
        card.findElement(By.cssSelector("input[name=times]")).sendKeys("1");
        card.findElement(By.cssSelector("button.main")).click();
        until(() -> state("code-480").equals("waiting"));

        var find = Map.of("type_name", "user");
        assertThat(call("/entity.find", find)).contains("\"stat\":\"ok\"");
        assertThat(call("/entity.find", find)).contains("\"code\":480");
        assertThat(call("/entity.find", find)).contains("\"stat\":\"ok\"");
    }

    /** The sentence of the control plane is what the person reads. */
    @Test
    void saysWhyADrillCannotBeArmed() {
        show("drills");
        var card = card("code-480");
        card.findElement(By.cssSelector("details > summary")).click();
        card.findElement(By.cssSelector("input[name=group]")).sendKeys("nothing");
        card.findElement(By.cssSelector("button.main")).click();
        until(() -> text("#notice").contains("\"group\" can be one of"));
    }

    @Test
    void showsEveryDocumentedErrorOnce() {
        show("drills");
        assertThat(browser.driver()
                        .executeScript("return [...document.querySelectorAll('#cards .drill')].map(card => card.id)"
                                + ".filter(id => id.startsWith('code-'))"))
                .asInstanceOf(InstanceOfAssertFactories.list(String.class))
                .hasSize(ErrorCode.values().length)
                .doesNotHaveDuplicates()
                .contains("code-100", "code-361", "code-540");
        browser.driver().findElement(By.id("find")).sendKeys("api_feature_disabled");
        assertThat(browser.driver()
                        .executeScript("return [...document.querySelectorAll('#cards .drill')]"
                                + ".filter(card => card.checkVisibility()).map(card => card.id)"))
                .isEqualTo(List.of("code-480"));
    }

    /** What callers write is shown as the text that it is. */
    @Test
    void showsRecordsAsTextAndNoPassword() throws Exception {
        call(
                "/entity.create",
                Map.of(
                        "type_name",
                        "user",
                        "attributes",
                        "{\"email\":\"ada@example.com\",\"displayName\":\"<img src=x onerror=alert(1)>\","
                                + "\"password\":\"s3cret-Word\"}"));
        show("records");
        until(() -> text("#records-list").contains("ada@example.com"));
        assertThat(text("#records-list"))
                .contains("<img src=x onerror=alert(1)>")
                .doesNotContain("s3cret-Word");
        assertThat(all("#records-list img")).isEmpty();
        nothingWentWrong();
    }

    @Test
    void looksAFailedCallUpByItsToken() throws Exception {
        var failed = call("/entity", Map.of("type_name", "nothing", "id", "1"));
        var token = failed.replaceFirst(".*\"request_token\":\"([a-z0-9]{16})\".*", "$1");
        show("log");
        browser.driver().findElement(By.id("request-token")).sendKeys(token + Keys.ENTER);
        until(() -> text("#log-entry").contains("unknown_entity_type"));
        assertThat(text("#log-entry")).contains("222", "/entity", token);

        var field = browser.driver().findElement(By.id("request-token"));
        field.clear();
        field.sendKeys("nobody-knows" + Keys.ENTER);
        until(() -> text("#notice").equals("No failed call is known under this request token."));
    }

    @Test
    void canBeUsedByEverybodyOnEveryScreen() throws Exception {
        call("/entity.create", Map.of("type_name", "user", "attributes", "{\"email\":\"ada@example.com\"}"));
        call("/entity", Map.of("type_name", "nothing", "id", "1"));
        show("drills");
        for (var section : SECTIONS) {
            open(section);
            for (var theme : List.of("light", "dark")) {
                browser.driver().executeScript("document.documentElement.dataset.theme = arguments[0]", theme);
                assertThat(Accessibility.seriousProblems(browser))
                        .as(section + ", " + theme)
                        .isEmpty();
            }
        }
        browser.driver().manage().window().setSize(new Dimension(400, 800));
        for (var section : SECTIONS) {
            open(section);
            assertThat((Long) browser.driver()
                            .executeScript("return document.documentElement.scrollWidth - window.innerWidth"))
                    .as(section)
                    .isLessThanOrEqualTo(0);
        }
        nothingWentWrong();
    }

    /** Arming and undoing need no mouse. */
    @Test
    void isUsedByTheKeyboardAlone() {
        show("drills");
        var arm = card("code-480").findElement(By.cssSelector("button.main"));
        browser.driver().executeScript("arguments[0].focus()", arm);
        browser.driver().switchTo().activeElement().sendKeys(Keys.ENTER);
        until(() -> state("code-480").equals("waiting"));
        browser.driver().switchTo().activeElement().sendKeys(Keys.TAB);
        browser.driver().switchTo().activeElement().sendKeys(Keys.ENTER);
        until(() -> all("#code-480 .armed li").isEmpty());
    }

    private static void show(String section) {
        browser.driver().get("about:blank");
        browser.driver().get(simulator.consoleAddress().orElseThrow() + "#" + section);
        until(() -> all("#cards .drill").size() > 40);
        until(() -> browser.driver().findElement(By.id(section)).isDisplayed());
    }

    private static void open(String section) {
        browser.driver()
                .findElement(By.cssSelector("nav a[href='#" + section + "']"))
                .click();
        until(() -> browser.driver().findElement(By.id(section)).isDisplayed());
    }

    private static void nothingWentWrong() {
        assertThat(browser.errors()).isEmpty();
        assertThat(browser.requestsThatLeaveThePage())
                .allMatch(address -> address.startsWith(simulator.baseAddress().toString()));
    }

    private static WebElement card(String id) {
        return browser.driver().findElement(By.id(id));
    }

    private static String state(String id) {
        return String.valueOf(card(id).getDomAttribute("data-state"));
    }

    private static List<WebElement> all(String selector) {
        return browser.driver().findElements(By.cssSelector(selector));
    }

    private static String text(String selector) {
        return browser.driver().findElement(By.cssSelector(selector)).getDomProperty("textContent");
    }

    private static void until(BooleanSupplier condition) {
        browser.patiently().ignoring(StaleElementReferenceException.class).until(page -> condition.getAsBoolean());
    }

    private static String call(String operation, Map<String, String> parameters)
            throws IOException, InterruptedException {
        var body = new StringBuilder();
        parameters.forEach((name, value) ->
                body.append('&').append(name).append('=').append(URLEncoder.encode(value, StandardCharsets.UTF_8)));
        return send(HttpRequest.newBuilder(simulator.baseAddress().resolve(operation))
                .header(
                        "Authorization",
                        "Basic "
                                + Base64.getEncoder()
                                        .encodeToString("owner:owner-secret".getBytes(StandardCharsets.UTF_8)))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(body.substring(1))));
    }

    private static void control(String method, String path) throws IOException, InterruptedException {
        send(HttpRequest.newBuilder(URI.create(simulator.baseAddress() + path))
                .header("Authorization", "Bearer control")
                .method(method, BodyPublishers.noBody()));
    }

    private static String send(HttpRequest.Builder request) throws IOException, InterruptedException {
        return HTTP.send(request.build(), BodyHandlers.ofString()).body();
    }
}
