package io.regcontract.suite;

import static org.assertj.core.api.Assertions.assertThat;

import io.regcontract.suite.scenario.Scenario;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.platform.engine.discovery.DiscoverySelectors;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A single row, started as an IDE starts it: JUnit alone, in a process of its own, without Maven. */
class OneRowTest {

    private static final Path PROFILES = Path.of("../environments/profiles");

    @TempDir
    private Path root;

    @Test
    void writesTheResultOfItsRequirementIntoTheDirectoryOfTheRun() throws Exception {
        Files.createDirectories(root.resolve("environments/profiles"));
        Files.copy(PROFILES.resolve("simulator.yaml"), root.resolve("environments/profiles/simulator.yaml"));

        run("-Dregcontract.code=361");

        var results = results();
        assertThat(results).hasSize(1);
        var result = results.get(0);
        assertThat(result.path("fullName").asString()).startsWith("REG-361.");
        assertThat(result.path("testCaseId")).isEqualTo(result.path("fullName"));
        assertThat(result.path("status").asString()).isEqualTo("passed");
        assertThat(result.at("/labels/1/value").asString()).isEqualTo("361 unique_violation");
        assertThat(result.path("steps").values())
                .extracting(step -> step.path("name").asString())
                .contains("set-up", "drive", "twin", "body.code");
    }

    @Test
    void writesNothingOutsideWhereTheRunIsRefused() throws Exception {
        run("-Dregcontract.run=../../../elsewhere");

        try (var all = Files.walk(root)) {
            assertThat(all.filter(Files::isRegularFile)).allSatisfy(file -> assertThat(file)
                    .hasParent(root.resolve("contract-tests/target/regcontract/allure-results")));
        }
    }

    /** The first of the rows that are chosen. */
    public static void main(String[] none) throws ReflectiveOperationException {
        LauncherFactory.create()
                .execute(LauncherDiscoveryRequestBuilder.request()
                        .selectors(DiscoverySelectors.selectIteration(
                                DiscoverySelectors.selectMethod(
                                        RegistrationErrorContract.class,
                                        RegistrationErrorContract.class.getDeclaredMethod("holds", Scenario.class)),
                                0))
                        .build());
    }

    private void run(String option) throws IOException, InterruptedException {
        var directory = Files.createDirectories(root.resolve("contract-tests"));
        var command = new ArrayList<>(List.of(
                ProcessHandle.current().info().command().orElse("java"),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                // The file of the project's own tests turns Allure's listener off.
                "-Djunit.platform.execution.listeners.deactivate=none",
                "-Dregcontract.root=" + root,
                option,
                "-cp",
                absolute(System.getProperty("java.class.path")),
                OneRowTest.class.getName()));
        var process = new ProcessBuilder(command)
                .directory(directory.toFile())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        assertThat(process.waitFor(120, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue()).isZero();
    }

    private static String absolute(String classPath) {
        var parts = new ArrayList<String>();
        for (var part : classPath.split(java.io.File.pathSeparator, -1)) {
            parts.add(Path.of(part).toAbsolutePath().toString());
        }
        return String.join(java.io.File.pathSeparator, parts);
    }

    private List<JsonNode> results() throws IOException {
        var results = new ArrayList<JsonNode>();
        try (var files = Files.walk(root.resolve("contract-tests/target/regcontract/runs"))) {
            for (var file : files.filter(each -> each.toString().endsWith("-result.json"))
                    .toList()) {
                results.add(new JsonMapper().readTree(Files.readString(file)));
            }
        }
        return results;
    }
}
