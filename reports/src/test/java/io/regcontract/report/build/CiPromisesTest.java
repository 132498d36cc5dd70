package io.regcontract.report.build;

import static org.assertj.core.api.Assertions.assertThat;

import io.regcontract.contract.yaml.YamlDocument;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** What each template for continuous integration promises: that it decides, on a simulator and on a tenant, and keeps what it found. */
class CiPromisesTest {

    private static final Path CI = CiTemplatesTest.CI;
    private static final Path PROFILES = CI.resolveSibling("environments/profiles");

    /** A command of Maven, without what says where it may download from and to. */
    private static final Pattern VERIFY =
            Pattern.compile("\\./mvnw (-o )?-B( -Dmaven\\.repo\\.local=\\S+)? verify[^'\\n;]*");

    @ParameterizedTest
    @ValueSource(strings = {"github-actions.yml", "gitlab-ci.yml", "Jenkinsfile", "azure-pipelines.yml"})
    void runsAgainstTheSimulatorAndAgainstATenantThatItConfirms(String template) throws IOException {
        assertThat(verifies(template))
                .hasSize(2)
                .anyMatch(command -> command.endsWith(" verify"))
                .anyMatch(command -> command.endsWith(" verify -Denv=tenant -Dconfirm=tenant"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"github-actions.yml", "gitlab-ci.yml", "Jenkinsfile", "azure-pipelines.yml"})
    void keepsReportAllureHistoryAndFindingsOfBoth(String template) throws IOException {
        var text = read(template);
        for (var kept : List.of("reports/target/regcontract", "reports/target/allure", "reports/target/history")) {
            assertThat(text).as(kept).contains(kept);
        }
        // GitHub shows a summary and reads no JUnit; GitLab reads no SARIF, which is among its artifacts.
        assertThat(text).contains(template.equals("github-actions.yml") ? "summary.md" : "junit.xml");
        assertThat(text).contains(template.equals("gitlab-ci.yml") ? "reports/target/regcontract" : "sarif");
        assertThat(text).contains("janitor --env tenant --delete");
    }

    /** What is kept of green runs only shows a trend of green runs. */
    @Test
    void keepsWhatRunsThatFailHaveFound() throws IOException {
        var github = yaml("github-actions.yml").get("jobs");
        for (var job : List.of("simulator", "tenant")) {
            var behind = github.get(job)
                    .get("steps")
                    .valueStream()
                    .dropWhile(step -> !step.path("run").asString("").contains("verify"))
                    .skip(1)
                    .toList();
            assertThat(behind)
                    .hasSizeGreaterThanOrEqualTo(4)
                    .allSatisfy(step -> assertThat(step.path("if").asString("")).startsWith("always()"));
            assertThat(behind)
                    .anyMatch(step -> step.path("uses").asString("").startsWith("actions/cache/save@")
                            && step.at("/with/path").asString("").equals("reports/target/history"));
        }
        var gitlab = yaml("gitlab-ci.yml").get(".contract");
        assertThat(gitlab.at("/artifacts/when").asString("")).isEqualTo("always");
        assertThat(gitlab.at("/cache/1/when").asString("")).isEqualTo("always");
        assertThat(gitlab.at("/cache/1/paths/0").asString("")).isEqualTo("reports/target/history");
        for (var job : yaml("azure-pipelines.yml").get("jobs")) {
            var steps = job.has("steps") ? job.get("steps") : job.at("/strategy/runOnce/deploy/steps");
            assertThat(steps.valueStream()
                            .dropWhile(step -> !step.path("script").asString("").contains("verify"))
                            .skip(1))
                    .hasSizeGreaterThanOrEqualTo(4)
                    .allSatisfy(step ->
                            assertThat(step.path("condition").asString("")).isEqualTo("always()"));
        }
        assertThat(read("Jenkinsfile").split("\n {16}always \\{", -1)).hasSize(3);
    }

    /** A tenant's jobs have what its profile refers to, and nothing else by those names. */
    @ParameterizedTest
    @ValueSource(
            strings = {"github-actions.yml", "gitlab-ci.yml", "Jenkinsfile", "azure-pipelines.yml", "kubernetes.yaml"})
    void givesTheTenantTheSecretsThatItsProfileRefersTo(String template) throws IOException {
        var profile = Files.readString(PROFILES.resolve("tenant.example.yaml"));
        var referred = Pattern.compile("env:(TENANT_[A-Z_]+)")
                .matcher(profile)
                .results()
                .map(found -> found.group(1));
        // The example shows a secret in a file, too; its name in the environment is that of the file.
        var inFiles = Pattern.compile("file:/run/secrets/(tenant-[a-z-]+)")
                .matcher(profile)
                .results()
                .map(found -> found.group(1).toUpperCase(Locale.ROOT).replace('-', '_'));
        var needed = Stream.concat(referred, inFiles).collect(Collectors.toCollection(TreeSet::new));
        var named = Pattern.compile("TENANT_[A-Z_]+")
                .matcher(read(template))
                .results()
                .map(found -> found.group())
                .collect(Collectors.toSet());

        assertThat(needed).hasSizeGreaterThan(3);
        if (template.equals("kubernetes.yaml")) {
            // The whole Secret is given to the pod; the comment only begins the list.
            assertThat(needed).containsAll(named);
        } else {
            assertThat(named).containsExactlyInAnyOrderElementsOf(needed);
        }
    }

    @Test
    void kubernetesCountsShardsFromOneAndDrivesWhatItsPodsHave() throws Exception {
        var jobs = CiTemplatesTest.asKubernetesReads(read("kubernetes.yaml"));
        var shards = jobs.get(0).getSpec();
        assertThat(shards.getCompletionMode()).isEqualTo("Indexed");
        var container = shards.getTemplate().getSpec().getContainers().get(0);
        assertThat(container.getEnv())
                .extracting(variable -> variable.getName() + "=" + variable.getValue())
                .contains("SHARDS=" + shards.getCompletions(), "ENV=simulator");
        assertThat(container.getArgs().get(0)).startsWith("SHARD=$((JOB_COMPLETION_INDEX + 1)) ci/shard.sh;");
        assertThat(PROFILES.resolve("simulator.yaml")).exists();

        var tenant = jobs.get(2).getSpec().getTemplate().getSpec();
        assertThat(tenant.getContainers().get(0).getVolumeMounts())
                .extracting(mount -> mount.getMountPath())
                .contains(
                        "/regcontract/environments/profiles/tenant.yaml",
                        "/regcontract/reports/target/history",
                        "/regcontract/.regcontract");
        assertThat(verifies("kubernetes.yaml"))
                .singleElement()
                .asString()
                .endsWith(" verify -Denv=tenant -Dconfirm=tenant");
        for (var job : jobs) {
            var spec = job.getSpec().getTemplate().getSpec();
            var volumes =
                    spec.getVolumes().stream().map(volume -> volume.getName()).toList();
            for (var each : spec.getContainers()) {
                assertThat(each.getVolumeMounts())
                        .allSatisfy(mount -> assertThat(volumes).contains(mount.getName()));
                var syntax = new ProcessBuilder("sh", "-n", "-c", each.getArgs().get(0))
                        .redirectErrorStream(true)
                        .start();
                assertThat(new String(syntax.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
                        .isEmpty();
                assertThat(syntax.waitFor()).isZero();
            }
        }
    }

    /** What a newcomer is told to run is what is run for every change. */
    @Test
    void theProjectsOwnBuildRunsTheCommandsOfTheReadmeAsTheyStandThere() throws IOException {
        var readme = Files.readString(CI.resolveSibling("README.md"));
        var run = Files.readString(CI.resolveSibling(".ci/run"));
        var commands = Pattern.compile("(?m)^ {4}(\\./mvnw verify.*?) +#")
                .matcher(readme)
                .results()
                .map(found -> found.group(1))
                .limit(2)
                .toList();

        assertThat(commands).containsExactly("./mvnw verify", "./mvnw verify -Pself-test");
        assertThat(run.lines())
                .containsAll(commands)
                .contains(
                        "./mvnw test -Pproof",
                        "export REGCONTRACT_BROWSER=required",
                        "export REGCONTRACT_LANGUAGES=required",
                        "export REGCONTRACT_CONTAINERS=required");
    }

    private static List<String> verifies(String template) throws IOException {
        return VERIFY.matcher(read(template))
                .results()
                .map(found -> found.group().strip())
                .toList();
    }

    private static String read(String template) throws IOException {
        return Files.readString(CI.resolve(template));
    }

    private static JsonNode yaml(String name) throws IOException {
        return YamlDocument.parse(name, read(name)).json();
    }
}
