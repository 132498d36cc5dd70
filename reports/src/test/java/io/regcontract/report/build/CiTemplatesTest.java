package io.regcontract.report.build;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import io.fabric8.kubernetes.api.model.batch.v1.Job;
import io.regcontract.contract.yaml.YamlDocument;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.DatabindException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.cfg.MapperConfig;
import tools.jackson.databind.introspect.Annotated;
import tools.jackson.databind.introspect.JacksonAnnotationIntrospector;
import tools.jackson.databind.json.JsonMapper;

/** The templates for continuous integration: their shell is run, and each has a gate that nothing can skip. */
class CiTemplatesTest {

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

    @ParameterizedTest
    @ValueSource(strings = {"0 of 2", "3 of 2", "a of 2"})
    void shardRefusesANumberThatIsNone(String shard) throws Exception {
        var parts = shard.split(" of ", -1);

        assertThat(shell("shard.sh", Map.of("MVN", "false", "RUN", "r1", "SHARD", parts[0], "SHARDS", parts[1]))
                        .exit())
                .isEqualTo(2);
    }

    @Test
    void gitlabTakesItsTemplateAndNotABrokenOne() throws IOException {
        var text = Files.readString(CI.resolve("gitlab-ci.yml"));

        assertThat(wrongToGitlab(text)).isEmpty();
        assertThat(wrongToGitlab(text.replace("parallel: 2", "parallel: two"))).isNotEmpty();
        assertThat(wrongToGitlab(text.replace("when: always", "when: whenever")))
                .isNotEmpty();
    }

    private static List<String> wrongToGitlab(String template) throws IOException {
        try (var published = CiTemplatesTest.class.getResourceAsStream("/published/gitlab-ci-schema.json")) {
            return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_7)
                    .getSchema(JsonMapper.shared().readTree(published))
                    .validate(YamlDocument.parse("gitlab-ci.yml", template).json())
                    .stream()
                    .map(Object::toString)
                    .toList();
        }
    }

    /** Kubernetes' own model as its Java client has it, with an unknown key an error wherever it stands. */
    @Test
    void kubernetesTakesItsTemplateAndNotABrokenOne() throws IOException {
        var text = Files.readString(CI.resolve("kubernetes.yaml"));

        assertThat(asKubernetesReads(text))
                .extracting(job -> job.getMetadata().getName())
                .containsExactly("regcontract-shards", "regcontract-gate");
        assertThat(asKubernetesReads(text)).allSatisfy(job -> {
            assertThat(job.getApiVersion()).isEqualTo("batch/v1");
            assertThat(job.getKind()).isEqualTo("Job");
            assertThat(job.getSpec().getTemplate().getSpec().getRestartPolicy()).isEqualTo("Never");
        });
        for (var broken : List.of(
                text.replace("backoffLimit:", "backOffLimit:"),
                text.replace("mountPath:", "path:"),
                text.replace("completions: 2", "completions: two"),
                text.replace("secretRef:", "secretReference:"),
                text.replace("args:\n", "arguments:\n"))) {
            assertThat(broken).isNotEqualTo(text);
            assertThatThrownBy(() -> asKubernetesReads(broken)).isInstanceOf(DatabindException.class);
        }
    }

    private static List<Job> asKubernetesReads(String manifests) {
        // The model keeps unknown keys for later versions of Kubernetes; a template is to have none.
        var strict = JsonMapper.builder()
                .annotationIntrospector(new JacksonAnnotationIntrospector() {
                    private static final long serialVersionUID = 1L;

                    @Override
                    public Boolean hasAnySetter(MapperConfig<?> config, Annotated annotated) {
                        return false;
                    }
                })
                .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .build();
        return Stream.of(manifests.split("\n---\n", -1))
                .map(manifest -> YamlDocument.parse("kubernetes.yaml", manifest).json())
                .map(manifest -> strict.treeToValue(manifest, Job.class))
                .toList();
    }

    /** Reads the GitHub template with actionlint, which also knows what its expressions may name. */
    @Test
    void githubTakesItsTemplateAndNotABrokenOne() throws Exception {
        var actionlint = Actionlint.atHand(work);
        var text = Files.readString(CI.resolve("github-actions.yml"));

        assertThat(actionlint.wrongWith(text)).isEmpty();
        assertThat(actionlint.wrongWith(text.replace("matrix.shard }}", "matrix.part }}")))
                .anyMatch(wrong -> wrong.contains("\"part\" is not defined"));
        assertThat(actionlint.wrongWith(text.replace("needs: shard", "needs: shards")))
                .anyMatch(wrong -> wrong.contains("\"shards\" which does not exist"));
        assertThat(actionlint.wrongWith(text.replace("timeout-minutes:", "timeout:")))
                .isNotEmpty();
    }

    @Test
    void everyTemplateHasAGateThatAlwaysRuns() throws IOException {
        var github = yaml("github-actions.yml").get("jobs").get("gate");
        assertThat(github.get("if").stringValue()).isEqualTo("always()");
        assertThat(github.get("needs").stringValue()).isEqualTo("shard");
        assertThat(github.toString()).contains("ci/gate.sh", "GITHUB_STEP_SUMMARY");
        assertThat(yaml("github-actions.yml")
                        .at("/jobs/shard/strategy/fail-fast")
                        .booleanValue())
                .isFalse();

        var gitlab = yaml("gitlab-ci.yml").get("gate");
        assertThat(gitlab.get("when").stringValue()).isEqualTo("always");
        assertThat(gitlab.at("/artifacts/reports/junit").stringValue()).isEqualTo("report/junit.xml");
        assertThat(gitlab.get("script").toString()).contains("ci/gate.sh");

        var azure = yaml("azure-pipelines.yml").get("jobs").get(1);
        assertThat(azure.get("condition").stringValue()).isEqualTo("always()");
        assertThat(azure.toString()).contains("ci/gate.sh", "uploadsummary");

        assertThat(Files.readString(CI.resolve("Jenkinsfile")))
                .contains("sh 'ci/gate.sh'", "catchError(buildResult: 'SUCCESS'");
    }

    @Test
    void kubernetesCountsShardsFromOne() throws Exception {
        var jobs = Files.readString(CI.resolve("kubernetes.yaml")).split("\n---\n", -1);
        var shards = YamlDocument.parse("shards", jobs[0]).json();
        assertThat(shards.at("/spec/completionMode").stringValue()).isEqualTo("Indexed");
        var container = shards.at("/spec/template/spec/containers/0");
        assertThat(container.at("/env/1/value").stringValue())
                .isEqualTo(shards.at("/spec/completions").toString());
        assertThat(container.at("/args/0").stringValue())
                .startsWith("SHARD=$((JOB_COMPLETION_INDEX + 1)) ci/shard.sh;");

        var gate = YamlDocument.parse("gate", jobs[1])
                .json()
                .at("/spec/template/spec/containers/0/args/0")
                .stringValue();
        var syntax = new ProcessBuilder("sh", "-n", "-c", gate)
                .redirectErrorStream(true)
                .start();
        assertThat(new String(syntax.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
                .isEmpty();
        assertThat(syntax.waitFor()).isZero();
    }

    private static JsonNode yaml(String name) throws IOException {
        return YamlDocument.parse(name, Files.readString(CI.resolve(name))).json();
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
                .removeAll(List.of("RUN", "OUT", "RECORDS", "JAR", "SUMMARY", "SHARD", "SHARDS", "ENV", "MVN"));
        environment.put("PATH", work.resolve("bin") + ":" + environment.get("PATH"));
        environment.putAll(variables);
        var process = builder.start();
        var said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Ended(process.waitFor(), said);
    }

    private record Ended(int exit, String said) {}
}
