package io.regcontract.suite.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.regcontract.contract.validation.FileFormats;
import io.regcontract.suite.ledger.RunResources;
import io.regcontract.suite.trial.SandboxProject;
import io.regcontract.suite.trial.UntrustedHttpsService;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Who is let into an environment where there is something to lose, and that nothing is sent before. */
final class RunAdmissionTest {

    @TempDir
    private Path root;

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "hosts: [127.0.0.1]   | hosts: [example.org] | trial | host: the host 127.0.0.1 is not on the profile's list",
                "dialect: documented  | dialect: documented  |       | confirmation: a run against trial, a sandbox at 127.0.0.1",
                "dialect: documented  | dialect: documented  | tria  | and -Dconfirm says another",
                "dialect: documented  | dialect: documented\\napplication: acme-live | trial | production: the application acme-live",
                "calls: 5000          | calls: 3             | trial | budget: the plan takes",
                "things: 500          | things: 0            | trial | and budgets.things allows 0",
                "client-secret: env:TRIAL_SECRET | client-secret: owner-secret | trial | credentials.owner.client-secret: a secret must not stand in a profile",
                "value: env:TRIAL_MARKER | value: env:NOBODY_SET_THIS | trial | the environment variable NOBODY_SET_THIS is not set",
                "budgets: {calls: 5000, things: 500} | names: {mail-domain: example.com} | trial | budgets.calls: this key is missing, and a sandbox needs it",
                "hosts: [127.0.0.1]   | hostz: [127.0.0.1]   | trial | guard.hostz: there is no such key. Did you mean hosts?",
                "calls-per-second: 1000 | in-flight: 4       | trial | this key stands here a second time",
                "dialect: documented  | dialect: documented\\ncertificates: file:none.pem | trial | certificates: there is no file",
                "ADDRESS              | http://tenant.example.org | trial | base-address: http would carry secrets in the clear",
                "ADDRESS              | https://10.0.0.1     | trial | host: the host 10.0.0.1 is not on the profile's list",
                "calls: 5000          | calls-to-the-limit: 0, calls: 5000 | trial | budgets.calls-to-the-limit"
            })
    void whatTheGuardRefusesIsRefusedBeforeAnythingIsSent(String from, String to, String confirm, String words)
            throws IOException {
        var connections = new AtomicInteger();
        try (var socket = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
            count(socket, connections);
            SandboxProject.write(
                    root, URI.create("http://127.0.0.1:" + socket.getLocalPort()), from, to.replace("\\n", "\n"));

            try (var run = begin(Map.of("code", "361", "confirm", confirm == null ? "" : confirm))) {
                assertThat(run.refusal().orElseThrow()).contains(words);
                assertThat(run.scenarios()).isEmpty();
            }
        }
        assertThat(connections).hasValue(0);
        assertThat(refusal().path("exitCode").asInt()).isEqualTo(2);
        assertThat(refusal().path("message").asString()).contains(words);
        assertThat(root.resolve(RunResources.DIRECTORY)).doesNotExist();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "calls: 5000, things: 500, waiting-seconds: 129, calls-to-the-limit: 900 | budget: the plan takes 130 waiting seconds, and budgets.waiting-seconds allows 129",
                "calls: 900,  things: 500, waiting-seconds: 130, calls-to-the-limit: 900 | budget: the plan takes 90[1-9] calls, and budgets.calls allows 900"
            })
    void whatItTakesToReachTheLimitOfCallsIsPartOfThePlan(String budgets, String words) throws IOException {
        var connections = new AtomicInteger();
        try (var socket = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
            count(socket, connections);
            SandboxProject.write(
                    root, URI.create("http://127.0.0.1:" + socket.getLocalPort()), "calls: 5000, things: 500", budgets);

            try (var run = begin(Map.of("req", "REG-510.clients-list.until-the-window-passes", "confirm", "trial"))) {
                assertThat(run.refusal().orElseThrow()).containsPattern("^" + words);
            }
        }
        assertThat(connections).hasValue(0);
    }

    @Test
    void anApplicationWithoutItsMarkerIsLeftAloneAndTheRecordSaysWhichRowFailed() throws IOException {
        try (var trial = SandboxProject.in(root).profile("setting: may-work-here", "setting: nobody-set-this")) {
            try (var run = begin(Map.of("code", "361", "confirm", "trial"))) {
                assertThat(run.refusal().orElseThrow()).contains("marker: the application's setting nobody-set-this");
            }
            assertThat(trial.things()).isZero();
        }
        assertThat(refusal().path("exitCode").asInt()).isEqualTo(3);
        assertThat(refusal().path("message").asString())
                .startsWith("The environment is not fit for a run: marker: the application's setting nobody-set-this");
        assertThat(refusal().path("remedy").asString()).startsWith("If it is the right one, set nobody-set-this there");
        assertThat(lines().get(0).path("environment").path("kind").asString()).isEqualTo("sandbox");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "client-id: owner     | client-id: nobody                      | marker",
                "client-id: login     | client-id: nobody                      | login",
                "dialect: documented  | dialect: observed                      | dialect",
                "budgets:             | sign-in: {flow: none}\\nbudgets:        | flow"
            })
    void nothingIsMadeWhereThePreflightFails(String from, String to, String row) throws IOException {
        try (var trial = SandboxProject.in(root).profile(from, to.replace("\\n", "\n"))) {
            try (var run = begin(Map.of("code", "361", "confirm", "trial"))) {
                assertThat(run.refusal().orElseThrow()).contains("not fit for a run: " + row + ": ");
                assertThat(run.scenarios()).isEmpty();
            }
            assertThat(trial.things()).isZero();
        }
        assertThat(refusal().path("exitCode").asInt()).isEqualTo(3);
        assertThat(root.resolve(RunResources.DIRECTORY)).doesNotExist();
    }

    @Test
    void nobodyIsToldAnythingWhoseCertificateIsNotTrusted() throws IOException {
        try (var service = UntrustedHttpsService.start(root, "ip:127.0.0.1")) {
            SandboxProject.write(root, service.address(), "x", "x");

            try (var run = begin(Map.of("code", "361", "confirm", "trial"))) {
                assertThat(run.refusal().orElseThrow()).contains("not fit for a run: tls: TLS failed: ");
            }
            assertThat(service.calls()).isZero();
        }
        assertThat(refusal().path("exitCode").asInt()).isEqualTo(3);
    }

    @Test
    void nothingIsMadeWhereItCannotBeWrittenDown() throws IOException {
        Files.writeString(root.resolve(".regcontract"), "a file where a directory should be");
        try (var trial = SandboxProject.in(root)) {
            try (var run = begin(Map.of("code", "361", "confirm", "trial"))) {
                assertThat(run.refusal().orElseThrow())
                        .startsWith("the ledger cannot be written: ")
                        .endsWith(
                                "Without it nothing is made there. Let the directory be written to, or name another under"
                                        + " ledger in the profile.");
            }
            assertThat(trial.things()).isZero();
        }
    }

    @Test
    void aRunThatIsLetInLeavesNothingBehind() throws IOException {
        try (var trial = SandboxProject.in(root)) {
            try (var run = begin(Map.of("code", "361,402,38x", "scope", "matrix", "confirm", "trial"))) {
                assertThat(run.refusal()).isEmpty();
                assertThat(run.scenarios()).isNotEmpty().allSatisfy(scenario -> assertThat(
                                run.seen(scenario).contradictions())
                        .isEmpty());
                assertThat(trial.things()).isPositive();
            }
            assertThat(trial.things()).isZero();
        }
        assertThat(root.resolve(RunResources.DIRECTORY)).isEmptyDirectory();
        assertThat(footer().has("leftovers")).isFalse();
    }

    @Test
    void whatARunCannotRemoveStandsInItsFooter() throws IOException {
        var trial = SandboxProject.in(root);
        try (var run = begin(Map.of("req", "REG-361.entity-create.duplicate-value", "confirm", "trial"))) {
            run.scenarios().forEach(run::seen);
            trial.close();
        }
        assertThat(footer().path("leftovers").valueStream()).singleElement().satisfies(left -> {
            assertThat(left.path("what").asString()).startsWith("entity type regcontract");
            assertThat(left.path("why").asString()).containsAnyOf("refuses connections", "the connection broke");
        });
        assertThat(root.resolve(RunResources.DIRECTORY)).isNotEmptyDirectory();
    }

    @Test
    void nothingIsWrittenToProductionAndWhatThatKeepsFromBeingDrivenIsSaid() throws IOException {
        try (var trial = SandboxProject.in(root).profile("kind: sandbox", "kind: production")) {
            try (var run = begin(Map.of("code", "361,402", "confirm", "trial"))) {
                run.scenarios().forEach(run::seen);
            }
            assertThat(trial.things()).isZero();
        }
        var observations = lines().stream()
                .filter(line -> line.path("type").asString().equals("observation"))
                .toList();
        assertThat(observations)
                .filteredOn(line -> line.path("requirement").path("code").asInt() == 361)
                .allSatisfy(line -> assertThat(line.path("outcome").asString()).isEqualTo("not-drivable"))
                // What a scenario says that it needs is looked at before it begins to write.
                .filteredOn(line -> !line.path("missingCapability").asString().equals("SOCIAL_SIGN_IN"))
                .hasSizeGreaterThan(3)
                .allSatisfy(line -> {
                    assertThat(line.path("missingCapability").asString()).isEqualTo("WRITING");
                    assertThat(line.path("reason").asString()).endsWith("and production is only ever read");
                });
        assertThat(observations)
                .extracting(line -> line.path("outcome").asString())
                .contains("observed");
    }

    private SuiteRun begin(Map<String, String> chosen) {
        return SuiteRun.begin(SandboxProject.settings(root, chosen));
    }

    private JsonNode refusal() throws IOException {
        return lines().stream()
                .filter(line -> line.path("type").asString().equals("refusal"))
                .findFirst()
                .orElseThrow();
    }

    private JsonNode footer() throws IOException {
        var lines = lines();
        return lines.get(lines.size() - 1);
    }

    /** The record, each line of its format. */
    private List<JsonNode> lines() throws IOException {
        try (var files = Files.list(
                root.resolve("contract-tests/target/regcontract/runs").resolve("trial-run"))) {
            var lines = Files.readAllLines(files.findFirst().orElseThrow()).stream()
                    .<JsonNode>map(line -> JsonMapper.shared().readTree(line))
                    .toList();
            assertThat(lines).allSatisfy(line -> assertThat(FileFormats.validate("observation", line))
                    .isEmpty());
            return lines;
        }
    }

    /** Takes connections until it is closed, and says nothing to anybody. */
    private static void count(ServerSocket socket, AtomicInteger connections) {
        var thread = new Thread(() -> {
            while (true) {
                try {
                    socket.accept().close();
                    connections.incrementAndGet();
                } catch (IOException closed) {
                    return;
                }
            }
        });
        thread.setDaemon(true);
        thread.start();
    }
}
