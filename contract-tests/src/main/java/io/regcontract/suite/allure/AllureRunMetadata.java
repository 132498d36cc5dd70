package io.regcontract.suite.allure;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.json.JsonMapper;

/**
 * What Allure shows of a run as a whole.
 *
 * @param environment name of the environment
 * @param runId id of the run
 * @param processEnvironment where a build server says who it is
 */
public record AllureRunMetadata(String environment, String runId, Map<String, String> processEnvironment) {

    private static final JsonMapper JSON = new JsonMapper();

    private static final String ANOTHER_CODE = ".*\\n {4}body\\.(code|one-of|error).*";
    private static final String ANOTHER_TOKEN = ".*\\n {4}token\\..*";
    private static final String NOT_UNDONE = ".*\\n {4}twin\\..*";

    private static final String OUT_OF_SCOPE = AllureEvidence.OUT_OF_SCOPE;

    /**
     * Allure counts a result in every category that matches, so that they exclude each other: a failure is counted once, by
     * what tells most of it. An expression must match a message from end to end.
     */
    private static final List<Category> CATEGORIES = List.of(
            new Category("Contradicted: another code, or another name of it", "failed", ANOTHER_CODE),
            new Category(
                    "Contradicted: the request token is not what was promised",
                    "failed",
                    without(ANOTHER_CODE) + ANOTHER_TOKEN),
            new Category(
                    "Contradicted: the condition cannot be undone",
                    "failed",
                    without(ANOTHER_CODE) + without(ANOTHER_TOKEN) + NOT_UNDONE),
            new Category(
                    "Contradicted: the shape of the answer",
                    "failed",
                    without(ANOTHER_CODE) + without(ANOTHER_TOKEN) + without(NOT_UNDONE) + ".*"),
            new Category("Broken: set-up or environment, says nothing about the contract", "broken", ".*"),
            new Category("Out of scope of the replacement", "skipped", OUT_OF_SCOPE + ".*"),
            new Category("Not drivable here", "skipped", without(OUT_OF_SCOPE) + ".*"));

    private static String without(String other) {
        return "(?!" + other + ")";
    }

    private record Category(String name, String status, String message) {}

    /**
     * Writes it beside the results.
     *
     * @throws UncheckedIOException when it cannot be written
     */
    public void write(Path directory) {
        try {
            Files.createDirectories(directory);
            Files.writeString(
                    directory.resolve("environment.properties"),
                    "environment=" + environment + "\nrun=" + runId + "\njava=" + Runtime.version() + "\n",
                    StandardCharsets.ISO_8859_1);
            Files.writeString(directory.resolve("executor.json"), JSON.writeValueAsString(executor()));
            Files.writeString(directory.resolve("categories.json"), JSON.writeValueAsString(categories()));
            removeContainers(directory);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Allure's listener writes a container for each row. It would hold the row's fixtures, and rows have none. */
    private static void removeContainers(Path directory) throws IOException {
        try (var containers = Files.newDirectoryStream(directory, "*-container.json")) {
            for (var container : containers) {
                Files.delete(container);
            }
        }
    }

    private static List<Map<String, Object>> categories() {
        return CATEGORIES.stream()
                .map(category -> Map.<String, Object>of(
                        "name",
                        category.name(),
                        "matchedStatuses",
                        List.of(category.status()),
                        "messageRegex",
                        category.message()))
                .toList();
    }

    private Map<String, Object> executor() {
        var executor = new LinkedHashMap<String, Object>();
        if (processEnvironment.containsKey("GITHUB_RUN_ID")) {
            executor.put("name", "GitHub Actions");
            executor.put("type", "github");
            number("GITHUB_RUN_NUMBER").ifPresent(number -> executor.put("buildOrder", number));
            executor.put(
                    "buildUrl",
                    said("GITHUB_SERVER_URL") + "/" + said("GITHUB_REPOSITORY") + "/actions/runs/"
                            + said("GITHUB_RUN_ID"));
        } else if (processEnvironment.containsKey("GITLAB_CI")) {
            executor.put("name", "GitLab CI");
            executor.put("type", "gitlab");
            number("CI_PIPELINE_IID").ifPresent(number -> executor.put("buildOrder", number));
            executor.put("buildUrl", said("CI_JOB_URL"));
        } else if (processEnvironment.containsKey("JENKINS_URL")) {
            executor.put("name", "Jenkins");
            executor.put("type", "jenkins");
            number("BUILD_NUMBER").ifPresent(number -> executor.put("buildOrder", number));
            executor.put("buildUrl", said("BUILD_URL"));
        } else if (processEnvironment.containsKey("BUILD_BUILDID")) {
            executor.put("name", "Azure Pipelines");
            executor.put("type", "azure");
            number("BUILD_BUILDID").ifPresent(number -> executor.put("buildOrder", number));
            executor.put(
                    "buildUrl",
                    said("SYSTEM_COLLECTIONURI") + said("SYSTEM_TEAMPROJECT") + "/_build/results?buildId="
                            + said("BUILD_BUILDID"));
        } else {
            executor.put("name", "by hand");
            executor.put("type", "regcontract");
        }
        executor.put("buildName", runId);
        executor.put("reportName", "Registration error contract, " + environment);
        return executor;
    }

    private String said(String variable) {
        return processEnvironment.getOrDefault(variable, "");
    }

    private Optional<Long> number(String variable) {
        return Optional.of(said(variable))
                .filter(text -> text.matches("[0-9]{1,18}"))
                .map(Long::valueOf);
    }
}
