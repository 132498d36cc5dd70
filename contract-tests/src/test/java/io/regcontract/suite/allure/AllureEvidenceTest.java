package io.regcontract.suite.allure;

import static org.assertj.core.api.Assertions.assertThat;

import io.regcontract.check.Check;
import io.regcontract.check.Finding;
import io.regcontract.check.answer.Answer;
import io.regcontract.contract.Contract;
import io.regcontract.contract.model.ErrorCode;
import io.regcontract.environment.Capability;
import io.regcontract.suite.evidence.Exchange;
import io.regcontract.suite.observe.Observation;
import io.regcontract.suite.observe.Observation.Outcome;
import io.regcontract.suite.scenario.Requirement;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Allure's results, read as its generator reads them. */
final class AllureEvidenceTest {

    private static final String FAILURE = "[CONTRACT] token jx3m9k2vq7hw4r8t   REG-361.entity-create.duplicate-value"
            + "   env local\n  another record holds it\n    body.error  expected unique_violation  actual other";

    @TempDir
    private Path directory;

    private final Contract contract = Contract.load();

    @Test
    void knowsARequirementByItsIdAndEnvironmentAndByNothingElse() {
        evidence("local").write(observation(361, new Outcome.Observed()), "");
        var alone = results().get(0);
        evidence("local").write(observation(100, new Outcome.Observed()), "");
        evidence("local").write(observation(361, new Outcome.Broken("otherwise")), "");
        evidence("staging").write(observation(361, new Outcome.Observed()), "");

        assertThat(results()).hasSize(3);
        assertThat(alone.path("testCaseId").asString()).isEqualTo("REG-361.entity-create.duplicate-value");
        assertThat(alone.path("fullName").asString()).isEqualTo("REG-361.entity-create.duplicate-value");
        assertThat(results().stream()
                        .filter(result -> result.path("testCaseId").equals(alone.path("testCaseId")))
                        .map(result -> label(result, "env") + " "
                                + result.path("historyId").equals(alone.path("historyId"))))
                .containsExactlyInAnyOrder("local true", "staging false");
    }

    @Test
    void showsAContradictionByItsTokenWithAllThatWasSentAndChecked() {
        evidence("local")
                .write(
                        observation(
                                361,
                                new Outcome.Observed(),
                                new Observation.ExaminedCheck(
                                        "body.code", Check.Weight.MUST, new Finding.Holds(), List.of()),
                                new Observation.ExaminedCheck(
                                        "body.error",
                                        Check.Weight.MUST,
                                        new Finding.Fails("unique_violation", "other"),
                                        List.of())),
                        FAILURE);

        var result = results().get(0);
        assertThat(result.path("status").asString()).isEqualTo("failed");
        assertThat(result.at("/statusDetails/message").asString()).startsWith("[CONTRACT] token jx3m9k2vq7hw4r8t ");
        assertThat(names(result.path("steps")))
                .containsExactly(
                        "set-up", "drive", "twin", "body.code", "body.error: expected unique_violation, actual other");
        var drive = result.at("/steps/1/steps/0");
        assertThat(drive.path("name").asString()).isEqualTo("POST /entity.create -> HTTP 200");
        assertThat(names(drive.path("attachments"))).containsExactly("request", "answer");
        assertThat(attachment(drive.at("/attachments/0"))).contains("curl -d a=b", "type_name=user\n&a=b");
        assertThat(attachment(drive.at("/attachments/1"))).contains("HTTP 200", "X-A: b", "{\"code\":361}");
        assertThat(drive.path("stop").asLong() - drive.path("start").asLong()).isEqualTo(12);
        assertThat(result.path("stop").asLong() - result.path("start").asLong()).isEqualTo(40);
    }

    @Test
    void keepsWhatIsProvenShort() {
        evidence("local")
                .write(
                        observation(
                                361,
                                new Outcome.Observed(),
                                new Observation.ExaminedCheck(
                                        "token.present",
                                        Check.Weight.MUST,
                                        new Finding.Fails("request_token", "request_id"),
                                        List.of("E-02"))),
                        FAILURE);

        var result = results().get(0);
        assertThat(result.path("status").asString()).isEqualTo("passed");
        assertThat(result.has("statusDetails") && result.path("statusDetails").has("message"))
                .isFalse();
        assertThat(label(result, "tag")).isEqualTo("E-02");
        assertThat(label(result, "epic")).isEqualTo("constraint");
        assertThat(label(result, "feature")).isEqualTo("361 unique_violation");
        assertThat(label(result, "story")).isEqualTo("/entity.create");
        assertThat(label(result, "severity")).isEqualTo("critical");
        assertThat(names(result.path("links")))
                .startsWith("documentation of 361")
                .contains("E-04");
        assertThat(result.at("/links/0/url").asString()).endsWith("/registration-error-codes#361");
        assertThat(result.at("/links/1/url").asString()).startsWith("../regcontract/index.html#E-");
        assertThat(names(result.path("attachments"))).containsExactly("reproduce.sh");
        assertThat(files("attachment")).hasSize(1);
        assertThat(attachment(result.at("/attachments/0")))
                .contains(
                        "# When another record holds it",
                        "# drive\ncurl -d a=b\n# HTTP 200\n# X-A: b\n#\n# {\"code\":361}");
    }

    @Test
    void tellsBrokenFromNotDrivable() {
        evidence("local").write(observation(361, new Outcome.Broken("the set-up failed")), "");
        evidence("local").write(observation(100, new Outcome.NotDrivable(Capability.QUOTA, "no control plane")), "");

        assertThat(results().stream()
                        .map(result -> result.path("status").asString() + ": "
                                + result.at("/statusDetails/message").asString()))
                .containsExactlyInAnyOrder("broken: the set-up failed", "skipped: no control plane");
    }

    @Test
    void tellsOutOfScopeFromNotDrivable() {
        evidence("facade").write(observation(361, new Outcome.OutOfScope("not implemented")), "");
        new AllureRunMetadata("facade", "run", Map.of()).write(directory);

        var result = results().get(0);
        assertThat(result.path("status").asString()).isEqualTo("skipped");
        var message = result.at("/statusDetails/message").asString();
        assertThat(message).isEqualTo("out of scope: not implemented");
        assertThat(category("skipped", message)).isEqualTo("Out of scope of the replacement");
        assertThat(category("skipped", "no control plane")).isEqualTo("Not drivable here");
        assertThat(StreamSupport.stream(
                                json(directory.resolve("categories.json")).spliterator(), false)
                        .filter(category ->
                                category.path("matchedStatuses").toString().contains("skipped"))
                        .filter(category -> message.matches(
                                "(?s)" + category.path("messageRegex").asString())))
                .hasSize(1);
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void givesAScriptInWhichNothingRunsButTheCalls() throws IOException, InterruptedException {
        var hostile = "first\n$(touch pwned)\r\ntouch pwned\n`touch pwned`\n'\"; touch pwned";
        evidence("local").write(observation(361, new Outcome.Observed(), hostile, List.of()), "");
        var bin = Files.createDirectories(directory.resolve("bin"));
        Files.writeString(bin.resolve("curl"), "#!/bin/sh\necho called >> calls\n");
        Files.setPosixFilePermissions(bin.resolve("curl"), PosixFilePermissions.fromString("rwx------"));
        var script = Files.writeString(
                directory.resolve("reproduce.sh"), attachment(results().get(0).at("/attachments/0")));

        var shell = new ProcessBuilder("sh", script.toString())
                .directory(directory.toFile())
                .redirectErrorStream(true);
        shell.environment().put("PATH", bin + ":" + System.getenv("PATH"));
        var ran = shell.start();
        var said = new String(ran.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

        assertThat(ran.waitFor()).as(said).isZero();
        assertThat(said).isEmpty();
        assertThat(directory.resolve("pwned")).doesNotExist();
        assertThat(directory.resolve("calls")).hasContent("called\ncalled\ncalled\n");
    }

    @Test
    void boundsWhatAServiceSends() throws IOException {
        evidence("local").write(observation(361, new Outcome.Observed(), "x".repeat(60_000), List.of()), "");

        assertThat(attachment(results().get(0).at("/attachments/0")))
                .contains("x… (60")
                .hasSizeLessThan(16_000);
    }

    @Test
    void sortsFailuresAsAllureDoes() {
        run(Map.of()).write(directory);

        assertThat(category("failed", FAILURE)).isEqualTo("Contradicted: another code, or another name of it");
        assertThat(category("failed", "[CONTRACT] token none\n  when\n    token.length  expected 16  actual 15"))
                .isEqualTo("Contradicted: the request token is not what was promised");
        assertThat(category("failed", "[CONTRACT] token none\n  when\n    twin.succeeds  expected a  actual b"))
                .isEqualTo("Contradicted: the condition cannot be undone");
        assertThat(category("failed", "[CONTRACT] token none\n  when\n    body.stat  expected a  actual b"))
                .isEqualTo("Contradicted: the shape of the answer");
        assertThat(category("broken", "no answer in time")).startsWith("Broken: ");
        assertThat(category("skipped", "no control plane")).isEqualTo("Not drivable here");
    }

    @Test
    void saysWhichBuildItWas() {
        run(Map.of(
                        "GITHUB_RUN_ID", "77",
                        "GITHUB_RUN_NUMBER", "5",
                        "GITHUB_SERVER_URL", "https://github.example",
                        "GITHUB_REPOSITORY", "a/b"))
                .write(directory);
        assertThat(json(directory.resolve("executor.json")).toString())
                .isEqualTo("{\"name\":\"GitHub Actions\",\"type\":\"github\",\"buildOrder\":5,"
                        + "\"buildUrl\":\"https://github.example/a/b/actions/runs/77\",\"buildName\":\"run-1\","
                        + "\"reportName\":\"Registration error contract, local\"}");

        run(Map.of("GITLAB_CI", "true", "CI_PIPELINE_IID", "no number", "CI_JOB_URL", "https://gitlab.example/1"))
                .write(directory);
        assertThat(json(directory.resolve("executor.json")).has("buildOrder")).isFalse();

        run(Map.of()).write(directory);
        assertThat(json(directory.resolve("executor.json")).path("name").asString())
                .isEqualTo("by hand");
        assertThat(directory.resolve("environment.properties"))
                .content()
                .startsWith("environment=local\nrun=run-1\njava=");
    }

    private static AllureRunMetadata run(Map<String, String> processEnvironment) {
        return new AllureRunMetadata("local", "run-1", processEnvironment);
    }

    @Test
    void countsEachFailureInOneCategory() {
        run(Map.of()).write(directory);
        for (var checks : List.of(
                List.of("body.code", "token.length", "twin.succeeds"),
                List.of("body.one-of", "token.unique"),
                List.of("token.length", "twin.succeeds", "body.schema"),
                List.of("twin.succeeds", "http.status"),
                List.of("http.status", "body.stat"),
                List.of("body.error"),
                List.of("token.present"))) {
            var message = "[CONTRACT] token none\n  when body.code or token.length is meant"
                    + checks.stream()
                            .map(check -> "\n    " + check + "  expected a  actual b")
                            .collect(Collectors.joining());

            assertThat(StreamSupport.stream(
                                    json(directory.resolve("categories.json")).spliterator(), false)
                            .filter(category ->
                                    category.path("matchedStatuses").toString().contains("failed"))
                            .filter(category -> message.matches(
                                    "(?s)" + category.path("messageRegex").asString())))
                    .as("%s", checks)
                    .hasSize(1);
        }
    }

    /** Allure takes every category whose expression matches the whole message. */
    private String category(String status, String message) {
        return StreamSupport.stream(json(directory.resolve("categories.json")).spliterator(), false)
                .filter(category -> category.path("matchedStatuses").toString().contains(status))
                .filter(category ->
                        message.matches("(?s)" + category.path("messageRegex").asString()))
                .findFirst()
                .map(category -> category.path("name").asString())
                .orElse("none");
    }

    private AllureRow evidence(String environment) {
        return new AllureRow(contract, environment, directory);
    }

    private static Observation observation(int code, Outcome outcome, Observation.ExaminedCheck... checks) {
        return observation(code, outcome, "{\"code\":" + code + "}", List.of(checks));
    }

    private static Observation observation(
            int code, Outcome outcome, String body, List<Observation.ExaminedCheck> checks) {
        var at = Instant.parse("2026-11-22T12:00:00Z");
        return new Observation(
                new Requirement(
                        ErrorCode.of(code).orElseThrow(),
                        "/entity.create",
                        "duplicate-value",
                        "another record holds it",
                        Optional.empty()),
                outcome,
                new Observation.AnswerSummary(Optional.of(code), Optional.empty(), Optional.of("jx3m9k2vq7hw4r8t")),
                checks,
                Stream.of(Exchange.Role.SET_UP, Exchange.Role.DRIVE, Exchange.Role.TWIN)
                        .map(role -> new Exchange(
                                role,
                                at,
                                12.3,
                                "POST",
                                "http://127.0.0.1:1/entity.create",
                                List.of(new Answer.Header("Accept", "application/json")),
                                "type_name=user&a=b",
                                Optional.of(new Exchange.Response(
                                        200, List.of(new Answer.Header("X-A", "b")), body, false, body.length())),
                                "curl -d a=b"))
                        .toList(),
                List.of(),
                at,
                40);
    }

    private List<JsonNode> results() {
        return files("-result.json").stream().map(AllureEvidenceTest::json).toList();
    }

    private List<Path> files(String part) {
        try (var files = Files.list(directory)) {
            return files.filter(file -> file.getFileName().toString().contains(part))
                    .sorted()
                    .collect(Collectors.toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String attachment(JsonNode described) {
        try {
            return Files.readString(directory.resolve(described.path("source").asString()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<String> names(JsonNode list) {
        return StreamSupport.stream(list.spliterator(), false)
                .map(item -> item.path("name").asString())
                .toList();
    }

    private static String label(JsonNode result, String name) {
        return StreamSupport.stream(result.path("labels").spliterator(), false)
                .filter(label -> label.path("name").asString().equals(name))
                .map(label -> label.path("value").asString())
                .collect(Collectors.joining(","));
    }

    private static JsonNode json(Path file) {
        try {
            return JsonMapper.shared().readTree(Files.readString(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
