package io.regcontract.suite.preflight;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import com.sun.net.httpserver.HttpServer;
import io.regcontract.environment.loading.Environments;
import io.regcontract.suite.pace.MonotonicClock;
import io.regcontract.suite.pace.ServiceClientFactory;
import io.regcontract.suite.preflight.PreflightRow.Result;
import io.regcontract.suite.redaction.Redactor;
import io.regcontract.suite.transport.CallInterceptor.CallScope;
import io.regcontract.suite.trial.SandboxProject;
import io.regcontract.suite.trial.UntrustedHttpsService;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Each row of the preflight: when it holds, what makes it fail, and what it says then. */
final class PreflightTest {

    @TempDir
    private Path root;

    private final Map<String, String> variables = new HashMap<>(SandboxProject.VARIABLES);
    private final List<String> sent = new ArrayList<>();
    private Clock clock = Clock.systemUTC();
    private SandboxProject trial;

    @BeforeEach
    void start() {
        trial = SandboxProject.in(root);
    }

    @AfterEach
    void stop() {
        trial.close();
    }

    @Test
    void findsAnEnvironmentThatIsAsItsProfileSays() {
        var table = look();

        assertThat(table.failures()).isEmpty();
        assertThat(table.rows())
                .extracting(PreflightRow::name, PreflightRow::result)
                .containsExactly(
                        tuple("reachable", Result.HOLDS),
                        tuple("tls", Result.SKIPPED),
                        tuple("marker", Result.HOLDS),
                        tuple("clock", Result.HOLDS),
                        tuple("quota", Result.SKIPPED),
                        tuple("owner", Result.HOLDS),
                        tuple("login", Result.HOLDS),
                        tuple("dialect", Result.HOLDS),
                        tuple("flow", Result.HOLDS));
        assertThat(trial.things()).isZero();
    }

    @Test
    void isATableForPeople() {
        trial.profile("setting: may-work-here", "setting: nobody-set-this");

        assertThat(String.join("\n", look().lines()).replaceAll(":\\d+", ":PORT"))
                .isEqualTo(
                        """
                        preflight   env trial at http://127.0.0.1:PORT

                          reachable  ok     http://127.0.0.1:PORT answers
                          tls        -      not used on this machine
                          marker     FAILS  the application's setting nobody-set-this is not there: nobody said that the suite may work here
                                            If it is the right one, set nobody-set-this there, by hand, to the value that guard.marker.value refers to.
                          clock      ok     the service's clock is ours
                          quota      -      the service does not tell what is left
                          owner      -      not looked at, for what fails above
                          login      -      not looked at, for what fails above
                          dialect    -      not looked at, for what fails above
                          flow       -      not looked at, for what fails above

                        A run may not begin. Nothing was changed.""");
    }

    @Test
    void sendsOneCallToAnApplicationThatIsNotMarked() {
        trial.profile("setting: may-work-here", "setting: nobody-set-this");

        look();

        assertThat(sent).containsExactly("/settings/get");
    }

    @Test
    void failsOnAMarkerThatHoldsSomethingElseAndRepeatsNeither() {
        variables.put("TRIAL_MARKER", "something-else");

        var failed = failed();

        assertThat(failed.name()).isEqualTo("marker");
        assertThat(failed.found())
                .contains("does not hold what the profile expects")
                .doesNotContain("something-else", SandboxProject.PERMISSION);
        assertThat(sent).containsExactly("/settings/get");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "client-secret: env:TRIAL_SECRET | client-secret: env:OTHER_SECRET | marker  | 402 invalid_client_credentials",
                "client-id: login                | client-id: nobody               | login   | no client of this id",
                "client-id: login                | client-id: owner                | login   | lacks the login_client feature (has owner)",
                "dialect: documented             | dialect: observed               | dialect | errors carry request_token, as the documented dialect has it",
                "budgets:                        | sign-in: {flow: none}\\nbudgets: | flow    | none in en-US does not turn away",
                "budgets:                        | sign-in: {locale: xx-XX}\\nbudgets: | flow | standard in xx-XX does not turn away"
            })
    void failsOnWhatIsNotAsTheProfileSays(String from, String to, String row, String expected) {
        variables.put("OTHER_SECRET", "not-the-secret");
        trial.profile(from, to.replace("\\n", "\n"));

        var failed = failed();

        assertThat(failed.name()).isEqualTo(row);
        assertThat(failed.found()).contains(expected);
        assertThat(failed.remedy()).isNotEmpty();
    }

    @Test
    void failsOnAnOwnerThatIsNone() {
        var other = trial.ask(
                trial.call("/clients/add").with("description", "no owner").with("features", "[\"direct_access\"]"));
        variables.put("TRIAL_SECRET", other.path("client_secret").asString());
        trial.profile(
                "client-id: owner", "client-id: " + other.path("client_id").asString());

        assertThat(failed().found()).isEqualTo("the setting cannot be read: it answers 403 client_permission_error");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{'stat':'ok','results':[{'client_id':'owner','features':['direct_access']}]} | lacks the owner feature (has direct_access)",
                "{'stat':'ok','results':[{'client_id':'other','features':['owner']}]}         | is not among the application's clients",
                "{'stat':'error','code':403,'error':'client_permission_error'}                | the owner client may not list the clients: it answers 403 client_permission_error",
                "<html>502 Bad Gateway</html>                                                 | the owner client may not list the clients: it answers HTTP 200"
            })
    void failsOnAnOwnerThatReadsSettingsAndIsNoOwnerForAllThat(String clients, String expected) throws IOException {
        var row = row(canned(Map.of(), clients.replace('\'', '"')), "owner");

        assertThat(row.result()).isEqualTo(Result.FAILS);
        assertThat(row.found()).isEqualTo(expected);
        assertThat(row.remedy()).isNotEmpty();
    }

    @Test
    void failsWhereNobodyAnswers() {
        trial.close();

        var failed = failed();

        assertThat(failed.name()).isEqualTo("reachable");
        assertThat(failed.found()).startsWith("the service refuses connections");
    }

    @Test
    void failsOnACertificateThatIsNotTrustedAndSaysHowItIs() {
        try (var service = UntrustedHttpsService.start(root, "ip:127.0.0.1")) {
            SandboxProject.write(root, service.address(), "x", "x");

            var failed = failed();

            assertThat(failed.name()).isEqualTo("tls");
            assertThat(failed.found()).startsWith("TLS failed: ");
            assertThat(failed.remedy()).contains("name it under certificates");
        }
    }

    @Test
    void takesTheCertificateThatTheProfileNames() {
        try (var service = UntrustedHttpsService.start(root, "ip:127.0.0.1")) {
            SandboxProject.write(
                    root, service.address(), "budgets:", "certificates: file:" + service.certificate() + "\nbudgets:");

            assertThat(look().rows())
                    .filteredOn(row -> row.name().equals("tls"))
                    .containsExactly(PreflightRow.holds("tls", "its certificate is trusted and bears its name"));
        }
    }

    @ParameterizedTest
    @CsvSource({
        "0,     HOLDS, the service's clock is ours",
        "4,     HOLDS, the service's clock is ours",
        "90,    NOTE,  'the service''s clock is (8|9)[0-9] s ahead'",
        "-90,   NOTE,  'the service''s clock is (8|9)[0-9] s behind'",
        "3600,  FAILS, 'the service''s clock is 3[56][0-9]{2} s ahead'",
        "-3600, FAILS, 'the service''s clock is 3[56][0-9]{2} s behind'"
    })
    void comparesTheClocks(int off, Result result, String expected) {
        clock = Clock.offset(Clock.systemUTC(), Duration.ofSeconds(-off));

        var row = row(look(), "clock");

        assertThat(row.result()).isEqualTo(result);
        assertThat(row.found()).matches(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "RateLimit-Remaining,   500, NOTE,    'for now, the run makes 1234'",
        "X-RateLimit-Remaining, 0,   FAILS,   no call is left",
        "X-RateLimit-Remaining, ?,   SKIPPED, the service does not tell"
    })
    void readsWhatIsLeftWhereTheServiceTells(String header, String value, Result result, String expected)
            throws IOException {
        var row = row(canned(Map.of(header, value), "{}"), "quota");

        assertThat(row.result()).isEqualTo(result);
        assertThat(row.found()).contains(expected);
    }

    @Test
    void saysThatARunUsesUpWhatIsLeftWhereItMay() throws IOException {
        var table = canned(
                Map.of("RateLimit-Remaining", "500"), "{}", "things: 500", "things: 500, calls-to-the-limit: 900");

        assertThat(row(table, "quota"))
                .isEqualTo(PreflightRow.note(
                        "quota",
                        "500 calls are left for now, the run makes 1234; at its end it goes on until none is left"
                                + " (budgets.calls-to-the-limit)"));
    }

    @Test
    void signsInNobodyInProduction() {
        trial.profile("kind: sandbox", "kind: production");

        var table = look();

        assertThat(table.failures()).isEmpty();
        assertThat(table.rows())
                .last()
                .isEqualTo(PreflightRow.skipped("flow", "not looked at in production: it would be a log-in"));
        assertThat(sent).containsExactly("/settings/get", "/clients/list", "/clients/list");
    }

    private PreflightRow failed() {
        var failures = look().failures();
        assertThat(failures).hasSize(1);
        return failures.get(0);
    }

    private PreflightTable look() {
        var profile = Environments.in(root.resolve("environments/profiles"), variables)
                .named("trial");
        var redactor = new Redactor();
        var http = ServiceClientFactory.open(profile, 1, redactor, clock, MonotonicClock.SYSTEM, Duration.ofSeconds(10))
                .interceptedBy((call, role) -> {
                    sent.add(call.operation());
                    return CallScope.NO_OP;
                });
        return new Preflight(profile, http, redactor, "regcontract-nobody@example.com", 1234).examine();
    }

    private static PreflightRow row(PreflightTable table, String name) {
        return table.rows().stream()
                .filter(one -> one.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    /** A service that knows its marker and has these headers, and says this of its clients. */
    private PreflightTable canned(Map<String, String> headers, String clients) throws IOException {
        return canned(headers, clients, "x", "x");
    }

    /** The same, and a profile that is changed. */
    private PreflightTable canned(Map<String, String> headers, String clients, String from, String to)
            throws IOException {
        var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            exchange.getRequestBody().readAllBytes();
            headers.forEach((name, value) -> exchange.getResponseHeaders().set(name, value));
            var said = exchange.getRequestURI().getPath().equals("/clients/list")
                    ? clients
                    : "{\"stat\":\"ok\",\"result\":\"yes-it-may-work-here\"}";
            var body = said.getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        server.start();
        try {
            var address = URI.create("http://127.0.0.1:" + server.getAddress().getPort());
            SandboxProject.write(root, address, from, to);
            return look();
        } finally {
            server.stop(0);
        }
    }
}
