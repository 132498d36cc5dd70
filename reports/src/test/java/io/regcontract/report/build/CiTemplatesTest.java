package io.regcontract.report.build;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import io.fabric8.kubernetes.api.model.batch.v1.Job;
import io.regcontract.contract.yaml.YamlDocument;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.DatabindException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.cfg.MapperConfig;
import tools.jackson.databind.introspect.Annotated;
import tools.jackson.databind.introspect.JacksonAnnotationIntrospector;
import tools.jackson.databind.json.JsonMapper;

/** The templates for continuous integration, read as their systems read them: each takes its template, and not a broken one. */
class CiTemplatesTest {

    static final Path CI =
            Path.of(System.getProperty("regcontract.root", "..")).resolve("ci").toAbsolutePath();

    @TempDir
    private Path work;

    /** Reads the GitHub template with actionlint, which also knows what its expressions may name. */
    @Test
    @Tag("long")
    void githubTakesItsTemplateAndNotABrokenOne() throws Exception {
        var actionlint = Actionlint.atHand(work);
        var text = Files.readString(CI.resolve("github-actions.yml"));

        assertThat(actionlint.wrongWith(text)).isEmpty();
        assertThat(actionlint.wrongWith(text.replace("github.run_attempt }}", "github.run_atempt }}")))
                .anyMatch(wrong -> wrong.contains("\"run_atempt\" is not defined"));
        assertThat(actionlint.wrongWith(text.replace("needs: simulator", "needs: simulators")))
                .anyMatch(wrong -> wrong.contains("\"simulators\" which does not exist"));
        assertThat(actionlint.wrongWith(text.replace("security-events: write", "security-events: yes")))
                .isNotEmpty();
        assertThat(actionlint.wrongWith(text.replace("timeout-minutes:", "timeout:")))
                .isNotEmpty();
    }

    @Test
    void gitlabTakesItsTemplateAndNotABrokenOne() throws IOException {
        var text = Files.readString(CI.resolve("gitlab-ci.yml"));

        assertThat(wrong("gitlab-ci-schema.json", text)).isEmpty();
        for (var broken : List.of(
                text.replace("when: always", "when: whenever"),
                text.replace("action: verify", "action: verified"),
                text.replace("interruptible: false", "interruptible: never"),
                text.replace("stage: pages", "stage: {name: pages}"))) {
            assertThat(broken).isNotEqualTo(text);
            assertThat(wrong("gitlab-ci-schema.json", broken)).isNotEmpty();
        }
    }

    /** By a schema of what the template uses, made from the documentation: none that is published can be had. */
    @Test
    void azureTakesItsTemplateAndNotABrokenOne() throws IOException {
        var text = Files.readString(CI.resolve("azure-pipelines.yml"));

        assertThat(wrong("azure-pipelines-used.schema.json", text)).isEmpty();
        for (var broken : List.of(
                text.replace("continueOnError:", "continueOnErrors:"),
                text.replace("deployment: tenant", "deploy: tenant"),
                text.replace("PublishTestResults@2", "PublishTestResult@2"),
                text.replace("testResultsFiles:", "testResultFiles:"),
                text.replace("artifactName: CodeAnalysisLogs", "artifact: CodeAnalysisLogs"),
                text.replace("runOnce:", "once:"),
                text.replace("timeoutInMinutes: 40", "timeoutInMinutes: forty"),
                text.replace("always: true", "always: maybe"))) {
            assertThat(broken).isNotEqualTo(text);
            assertThat(wrong("azure-pipelines-used.schema.json", broken)).isNotEmpty();
        }
    }

    private static List<String> wrong(String schema, String template) throws IOException {
        try (var published = CiTemplatesTest.class.getResourceAsStream("/published/" + schema)) {
            return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_7)
                    .getSchema(JsonMapper.shared().readTree(published))
                    .validate(YamlDocument.parse("template.yml", template).json())
                    .stream()
                    .map(Object::toString)
                    .toList();
        }
    }

    @Test
    void jenkinsTakesItsTemplateAndNotABrokenOne() throws IOException {
        var text = Files.readString(CI.resolve("Jenkinsfile"));

        assertThat(Jenkinsfile.wrongWith(text)).isEmpty();
        assertThat(Jenkinsfile.wrongWith(text.replace("            agent any\n            steps", "            step")))
                .contains(
                        "stage 'simulator' has no 'step'",
                        "stage 'simulator' has none of [steps, stages, parallel, matrix]");
        assertThat(Jenkinsfile.wrongWith(text.replace("agent none", "agents none")))
                .contains("pipeline has no 'agents'", "pipeline needs 'agent'");
        assertThat(Jenkinsfile.wrongWith(text.replace("always {", "allways {"))).contains("post has no 'allways'");
        assertThat(Jenkinsfile.wrongWith(text.replace("beforeAgent true", "before true")))
                .containsExactly("when has no 'before'");
        assertThat(Jenkinsfile.wrongWith(text.replace("timeout(time", "timeouts(time")))
                .containsExactly("options has no 'timeouts'");
        assertThat(Jenkinsfile.wrongWith(text.replaceFirst("steps \\{", "steps {{")))
                .singleElement()
                .asString()
                .startsWith("no Groovy: ");
    }

    /** Kubernetes' own model as its Java client has it, with an unknown key an error wherever it stands. */
    @Test
    void kubernetesTakesItsTemplateAndNotABrokenOne() throws IOException {
        var text = Files.readString(CI.resolve("kubernetes.yaml"));

        assertThat(asKubernetesReads(text))
                .extracting(job -> job.getMetadata().getName())
                .containsExactly("regcontract-shards", "regcontract-gate", "regcontract-tenant");
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

    static List<Job> asKubernetesReads(String manifests) {
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
}
