package io.regcontract.suite.standin;

import static org.assertj.core.api.Assertions.assertThat;

import io.regcontract.suite.ledger.RunResources;
import io.regcontract.suite.pace.ReadOnlyGuard;
import io.regcontract.suite.plan.RunOptions;
import io.regcontract.suite.plan.RunSettings;
import io.regcontract.suite.run.SuiteRun;
import io.regcontract.suite.standin.StandInTenant.Traits;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A whole run at a tenant of which one thing is not as the profile says: it ends with the row that fails, after the few
 * calls that found it out, and before anything was written or made.
 */
@Tag("long")
final class RefusedRunTest {

    private static final String SIGN_IN = "/oauth/auth_native_traditional";
    private static final String ONE = "REG-361.entity-create.duplicate-value";

    /** What the look takes that ends at its first call, at the clients, and with somebody nobody knows. */
    private static final Map<String, Long> NOTHING = Map.of();

    private static final Map<String, Long> ONE_LOOK = Map.of("/settings/get", 1L);
    private static final Map<String, Long> NO_SIGN_IN = Map.of("/settings/get", 1L, "/clients/list", 2L);
    private static final Map<String, Long> EVERYTHING = Map.of("/settings/get", 1L, "/clients/list", 2L, SIGN_IN, 1L);

    @TempDir
    private static Path place;

    private static StandInTenant tenant;

    @TempDir
    private Path directory;

    @BeforeAll
    static void start() {
        tenant = StandInTenant.start(place, Traits.USUAL.unhurried());
    }

    @AfterAll
    static void stop() {
        tenant.close();
    }

    /**
     * One thing that is wrong.
     *
     * @param row of the preflight that fails
     * @param words of it
     * @param profile how the one that is shipped is changed
     * @param variables that lead elsewhere
     * @param calls that are made
     */
    private record Wrong(
            String row,
            String words,
            UnaryOperator<String> profile,
            Map<String, String> variables,
            Map<String, Long> calls) {

        Wrong(String row, String words, String from, String to, Map<String, Long> calls) {
            this(row, words, profile -> changed(profile, from, to), Map.of(), calls);
        }

        Wrong(String row, String words, Map<String, String> variables, Map<String, Long> calls) {
            this(row, words, profile -> profile, variables, calls);
        }

        private static String changed(String profile, String from, String to) {
            assertThat(profile).contains(from);
            return profile.replace(from, to);
        }

        @Override
        public String toString() {
            return row + ": " + words;
        }
    }

    static List<Wrong> wrongs() {
        return List.of(
                new Wrong(
                        "reachable",
                        "the service refuses connections",
                        Map.of("STANDIN_BASE_URL", "https://localhost:" + closedPort()),
                        NOTHING),
                new Wrong(
                        "tls",
                        "TLS failed: ",
                        profile -> profile.replaceFirst("(?m)^certificates: .*\n", ""),
                        Map.of(),
                        NOTHING),
                new Wrong(
                        "marker",
                        "the application's setting nobody-set-this is not there",
                        "setting: regcontract-may-work-here",
                        "setting: nobody-set-this",
                        ONE_LOOK),
                new Wrong(
                        "marker",
                        "regcontract-may-work-here does not hold what the profile expects",
                        Map.of("STANDIN_MARKER", "the-marker-of-another-tenant"),
                        ONE_LOOK),
                new Wrong(
                        "marker",
                        "the setting cannot be read: it answers 402",
                        Map.of("STANDIN_OWNER_CLIENT_SECRET", "not-the-secret-of-the-owner"),
                        ONE_LOOK),
                new Wrong(
                        "marker",
                        "the setting cannot be read: it answers 402",
                        Map.of("STANDIN_OWNER_CLIENT_ID", "nobody-we-know"),
                        ONE_LOOK),
                new Wrong(
                        "login",
                        "the service has no client of this id",
                        Map.of("STANDIN_LOGIN_CLIENT_ID", "nobody-we-know"),
                        NO_SIGN_IN),
                new Wrong(
                        "login",
                        "lacks the login_client feature",
                        Map.of("STANDIN_LOGIN_CLIENT_ID", "standin-owner"),
                        NO_SIGN_IN),
                new Wrong(
                        "dialect",
                        "errors carry request_id, as the observed dialect has it",
                        "dialect: observed",
                        "dialect: documented",
                        EVERYTHING),
                new Wrong(
                        "flow",
                        "no-such-flow in en-US does not turn away",
                        "budgets:",
                        "sign-in: {flow: no-such-flow}\nbudgets:",
                        EVERYTHING),
                new Wrong(
                        "flow",
                        "standard in xx-XX does not turn away",
                        "budgets:",
                        "sign-in: {locale: xx-XX}\nbudgets:",
                        EVERYTHING),
                new Wrong(
                        "flow",
                        "standard in en-US does not turn away",
                        "budgets:",
                        "sign-in: {flow-version: \"19700101000000000000\"}\nbudgets:",
                        EVERYTHING));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("wrongs")
    void endsBeforeAnythingIsWrittenWhereOneThingIsNotAsTheProfileSays(Wrong wrong) throws IOException {
        endsWith(tenant, wrong);
    }

    @Test
    void endsWhereTheOwnerIsNoneAnyMore() throws IOException {
        var caller = StandInClient.of(tenant);
        var owner = JsonMapper.shared()
                .readTree(caller.call("/clients/add", "description", "another owner", "features", "[\"owner\"]")
                        .body());
        var id = owner.path("client_id").asString();
        // Between the call that reads the marker and the next one.
        tenant.after(2, () -> tenant.features(id, "[\"direct_access\"]"));
        var wrong = new Wrong(
                "owner",
                "the owner client may not list the clients: it answers 403 client_permission_error",
                Map.of(
                        "STANDIN_OWNER_CLIENT_ID",
                        id,
                        "STANDIN_OWNER_CLIENT_SECRET",
                        owner.path("client_secret").asString()),
                EVERYTHING);
        try {
            endsWith(tenant, wrong);
        } finally {
            caller.call("/clients/delete", "client_id_for_deletion", id);
        }
    }

    @Test
    void endsWhereNoCallIsLeft() throws IOException {
        tenant.tellLeft(Optional.of(0));
        try {
            endsWith(tenant, new Wrong("quota", "no call is left", Map.of(), ONE_LOOK));
        } finally {
            tenant.tellLeft(Optional.empty());
        }
    }

    @Test
    void endsWhereTheClocksAreTooFarApart() throws IOException {
        var traits = new Traits(500, Duration.ofMinutes(1), Duration.ZERO, Duration.ofHours(1), 0);
        try (var late = StandInTenant.start(Files.createDirectories(directory.resolve("late")), traits)) {
            endsWith(late, new Wrong("clock", "the service's clock is 3", Map.of(), ONE_LOOK));
        }
    }

    /** The jar says the same by its exit code and on its console. */
    @Test
    void endsTheCommandWithTheExitCodeThatIsOnRecord() throws IOException {
        profile(tenant, profile -> profile.replace("dialect: observed", "dialect: documented"));
        var before = tenant.calls();

        var run = SuiteProcess.start(
                tenant, directory, "run", "run", "--req", ONE, "--run", "refused", "--confirm", StandInTenant.PROFILE);

        assertThat(run.exit()).isEqualTo(3);
        assertThat(run.said())
                .startsWith("The environment is not fit for a run: dialect: errors carry request_id")
                .contains("Write dialect: observed.")
                .doesNotContain("\tat ");
        assertThat(refusal().path("exitCode").asInt()).isEqualTo(3);
        assertThat(tenant.calls() - before).isEqualTo(4);
    }

    private void endsWith(StandInTenant there, Wrong wrong) throws IOException {
        profile(there, wrong.profile());
        var mailed = there.mailed();
        var standing = there.leftovers();
        var before = there.callsByPath();
        var variables = new HashMap<>(there.environment());
        variables.putAll(wrong.variables());
        var settings = new RunSettings(
                StandInTenant.PROFILE,
                new RunOptions("", "", ONE, "", "", "", "", "", StandInTenant.PROFILE),
                "refused",
                directory,
                variables);

        try (var run = SuiteRun.begin(settings)) {
            assertThat(run.refused().orElseThrow().exitCode()).isEqualTo(3);
            assertThat(run.refusal().orElseThrow())
                    .startsWith("The environment is not fit for a run: " + wrong.row() + ": ")
                    .contains(wrong.words());
            assertThat(run.scenarios()).isEmpty();
        }

        assertThat(since(before, there.callsByPath())).isEqualTo(wrong.calls());
        assertThat(wrong.calls().keySet()).allMatch(path -> ReadOnlyGuard.reads(path) || path.equals(SIGN_IN));
        assertThat(there.leftovers()).isEqualTo(standing);
        assertThat(there.missing()).isEmpty();
        assertThat(there.mailed()).isEqualTo(mailed);
        assertThat(directory.resolve(RunResources.DIRECTORY)).doesNotExist();
        assertThat(refusal().path("exitCode").asInt()).isEqualTo(3);
        assertThat(refusal().path("message").asString())
                .startsWith("The environment is not fit for a run: " + wrong.row() + ": ")
                .contains(wrong.words());
        assertThat(refusal().path("remedy").asString()).isNotEmpty();
    }

    private void profile(StandInTenant there, UnaryOperator<String> change) throws IOException {
        there.writeHurriedProfile(
                Files.createDirectories(directory.resolve("environments/profiles")), profile -> profile);
        var written = directory.resolve("environments/profiles").resolve(StandInTenant.PROFILE + ".yaml");
        Files.writeString(written, change.apply(Files.readString(written)));
    }

    /** What the record says between its header and its footer, and nothing else stands there. */
    private JsonNode refusal() throws IOException {
        var run = directory.resolve("contract-tests/target/regcontract/runs/refused");
        try (Stream<Path> files = Files.list(run)) {
            var lines = Files.readAllLines(files.findFirst().orElseThrow()).stream()
                    .map(JsonMapper.shared()::readTree)
                    .toList();
            assertThat(lines)
                    .extracting(line -> line.path("type").asString())
                    .containsExactly("header", "refusal", "footer");
            return lines.get(1);
        }
    }

    private static Map<String, Long> since(Map<String, Long> before, Map<String, Long> after) {
        var since = new TreeMap<String, Long>();
        after.forEach((path, calls) -> since.put(path, calls - before.getOrDefault(path, 0L)));
        since.values().removeIf(calls -> calls == 0);
        return since;
    }

    private static int closedPort() {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
