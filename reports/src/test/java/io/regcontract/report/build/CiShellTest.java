package io.regcontract.report.build;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The shell that the templates for continuous integration share, run. */
class CiShellTest {

    private static final Path CI =
            Path.of(System.getProperty("regcontract.root", "..")).resolve("ci").toAbsolutePath();

    @TempDir
    private Path work;

    @Test
    void gateReturnsTheGatesOwnExitCodeAndAppendsTheSummary() throws Exception {
        fake(
                "java",
                "mkdir -p out && echo '{}' > out/verdict.json && echo '## CONTRACT' > out/summary.md && echo \"$@\" && exit 1");
        Files.writeString(work.resolve("page"), "before\n");

        var ended = shell("gate.sh", Map.of("RUN", "r1", "OUT", "out", "SUMMARY", "page", "JAR", "x.jar"));

        assertThat(ended.exit()).isEqualTo(1);
        assertThat(ended.said().strip()).isEqualTo("-jar x.jar gate --records records --run r1 --out out");
        assertThat(Files.readString(work.resolve("page"))).isEqualTo("before\n## CONTRACT\n");
    }

    @Test
    void gatePassesOnlyWithAVerdict() throws Exception {
        fake("java", "mkdir -p report && echo '{}' > report/verdict.json");
        assertThat(shell("gate.sh", Map.of("RUN", "r1")).exit()).isZero();

        Files.delete(work.resolve("report/verdict.json"));
        fake("java", "exit 0");
        assertThat(shell("gate.sh", Map.of("RUN", "r1")).exit()).isEqualTo(4);
    }

    /** A missing jar ends Java with 1, and a workspace may still have the verdict of an earlier job. */
    @Test
    void gateTakesNeitherJavasOwnExitNorAnEarlierVerdictForItsOwn() throws Exception {
        Files.createDirectories(work.resolve("report"));
        Files.writeString(work.resolve("report/verdict.json"), "{}");
        fake("java", "exit 1");

        var ended = shell("gate.sh", Map.of("RUN", "r1"));

        assertThat(ended.exit()).isEqualTo(4);
        assertThat(ended.said().strip())
                .isEqualTo("The gate returned 1 and left no verdict: that is neither a pass nor a contradiction.");
    }

    @Test
    void gateHandsOnWhatIsToBeAttested() throws Exception {
        fake("java", "mkdir -p report && echo '{}' > report/verdict.json && echo \"$@\"");

        var ended = shell(
                "gate.sh",
                Map.of(
                        "RUN",
                        "r1",
                        "ATTEST",
                        "a b.json",
                        "SUBJECT",
                        "app@sha256:00",
                        "SIGN",
                        "key.pem",
                        "JAR",
                        "x.jar"));

        assertThat(ended.said().strip())
                .isEqualTo("-jar x.jar gate --records records --run r1 --out report --attest a b.json"
                        + " --subject app@sha256:00 --sign key.pem");
    }

    /** Where Java cannot start, no gate takes the earlier attestation away. */
    @Test
    void gateTakesAnEarlierAttestationAwayAndNoOtherFile() throws Exception {
        fake("java", "exit 1");
        var attestation = Files.writeString(work.resolve("a.json"), "{\"_type\": \"https://in-toto.io/Statement/v1\"}");
        var other = Files.writeString(work.resolve("b.json"), "{\"name\": \"my-package\"}");

        assertThat(shell("gate.sh", Map.of("RUN", "r1", "ATTEST", "a.json")).exit())
                .isEqualTo(4);
        assertThat(shell("gate.sh", Map.of("RUN", "r1", "ATTEST", "b.json")).exit())
                .isEqualTo(4);

        assertThat(attestation).doesNotExist();
        assertThat(other).exists();
    }

    @Test
    void gateNeedsToKnowTheRun() throws Exception {
        var ended = shell("gate.sh", Map.of());

        assertThat(ended.exit()).isNotZero();
        assertThat(ended.said()).contains("name the run that the shards were given");
    }

    @Test
    void shardHandsItsPartToMavenAndLeavesTheVerdictToTheGate() throws Exception {
        fake("mvn", "echo \"$@\"; exit 1");

        var ended = shell("shard.sh", Map.of("MVN", "mvn", "RUN", "r1", "SHARD", "2", "SHARDS", "3", "ENV", "local"));

        assertThat(ended.exit()).isZero();
        assertThat(ended.said())
                .contains("-pl contract-tests verify -Denv=local -Dregcontract.run=r1 -Dshard=2/3")
                .contains("Shard 2 of 3 did not end well");
    }

    /** What a shard left before is gone before Maven is called, which may never come as far as to replace it. */
    @Test
    void aShardThatIsTriedAgainReplacesWhatItLeft() throws Exception {
        var run = Files.createDirectories(work.resolve("contract-tests/target/regcontract/runs/r1"));
        Files.writeString(run.resolve("observations-local-2of3.jsonl"), "old");
        Files.writeString(run.resolve("observations-local-1of3.jsonl"), "beside it");
        var variables = Map.of("MVN", "mvn", "RUN", "r1", "SHARD", "2", "SHARDS", "3", "ENV", "local");
        fake("mvn", "echo \"$@\"; exit 1");

        var first = shell("shard.sh", variables);
        var attempt = Files.readString(run.resolve("begun-local-2of3.txt")).strip();

        assertThat(run.resolve("observations-local-2of3.jsonl")).doesNotExist();
        assertThat(run.resolve("observations-local-1of3.jsonl")).exists();
        assertThat(attempt).matches("[0-9]{8}T[0-9]{6}Z-[0-9a-f]{16}");
        assertThat(first.said()).contains("-Dregcontract.attempt=" + attempt);

        shell("shard.sh", variables);
        assertThat(run.resolve("begun-local-2of3.txt")).content().isNotEqualTo(attempt + "\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "v1.2.3", "a b", "\u00e9", "x:y", "feature/x", "../../../x/evil", "-x", "_x"})
    void bothRefuseARunThatIsNoIdBeforeAnythingIsDone(String run) throws Exception {
        fake("mvn", "touch called");
        fake("java", "touch called");

        assertThat(shell("shard.sh", Map.of("MVN", "mvn", "RUN", run, "SHARD", "1", "SHARDS", "2"))
                        .exit())
                .isEqualTo(2);
        assertThat(shell("gate.sh", Map.of("RUN", run)).exit()).isEqualTo(2);
        assertThat(shell("gate.sh", Map.of("RUN", "x".repeat(65))).exit()).isEqualTo(2);

        try (var left = Files.list(work)) {
            assertThat(left).containsExactly(work.resolve("bin"));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"../evil", "a b", "x/y"})
    void shardRefusesAnEnvironmentThatIsNoName(String name) throws Exception {
        var variables = Map.of("MVN", "true", "RUN", "r1", "SHARD", "1", "SHARDS", "2", "ENV", name);

        assertThat(shell("shard.sh", variables).exit()).isEqualTo(2);
        assertThat(work.resolve("contract-tests")).doesNotExist();
    }

    @Test
    void gateHandsOnSinceWhenWhatBeganCounts() throws Exception {
        fake("java", "mkdir -p report && echo '{}' > report/verdict.json && echo \"$@\"");

        assertThat(shell("gate.sh", Map.of("RUN", "r1", "SINCE", "2026-11-22T13:45:00Z"))
                        .said()
                        .strip())
                .endsWith("--out report --since 2026-11-22T13:45:00Z");
    }

    @ParameterizedTest
    @ValueSource(strings = {"0 of 2", "3 of 2", "a of 2", "01 of 2", "1 of ../2", "1 of 10000", " of 2"})
    void shardRefusesANumberThatIsNone(String shard) throws Exception {
        var parts = shard.split(" of ", -1);

        assertThat(shell("shard.sh", Map.of("MVN", "false", "RUN", "r1", "SHARD", parts[0], "SHARDS", parts[1]))
                        .exit())
                .isEqualTo(2);
    }

    private void fake(String command, String script) throws IOException {
        var bin = Files.createDirectories(work.resolve("bin"));
        var file = Files.writeString(bin.resolve(command), "#!/bin/sh\n" + script + "\n");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    private Ended shell(String script, Map<String, String> variables) throws Exception {
        var builder = new ProcessBuilder("sh", CI.resolve(script).toString())
                .directory(work.toFile())
                .redirectErrorStream(true);
        var environment = builder.environment();
        environment
                .keySet()
                .removeAll(
                        List.of("RUN", "OUT", "RECORDS", "JAR", "SUMMARY", "SHARD", "SHARDS", "ENV", "MVN", "SINCE"));
        environment.put("PATH", work.resolve("bin") + ":" + environment.get("PATH"));
        environment.putAll(variables);
        var process = builder.start();
        var said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Ended(process.waitFor(), said);
    }

    private record Ended(int exit, String said) {}
}
