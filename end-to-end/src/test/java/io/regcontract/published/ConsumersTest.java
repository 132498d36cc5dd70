package io.regcontract.published;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Applications that know nothing of this project but what is published, each built from a repository that a release was
 * deployed to, with a local repository that began empty.
 */
@Tag("long")
class ConsumersTest {

    @TempDir
    private static Path directory;

    @BeforeAll
    static void make() throws IOException {
        var release = Release.in(directory.resolve("release"), Map.of());
        Files.writeString(
                directory.resolve("settings.xml"),
                """
                <settings>
                  <profiles>
                    <profile>
                      <id>released</id>
                      <repositories>
                        <repository>
                          <id>released</id>
                          <url>%s</url>
                        </repository>
                      </repositories>
                    </profile>
                  </profiles>
                  <activeProfiles>
                    <activeProfile>released</activeProfile>
                  </activeProfiles>
                </settings>
                """
                        .formatted(release.repository().toUri()));
        var consumers = MavenBuild.ROOT.resolve("ci/consumers");
        try (var files = Files.walk(consumers)) {
            for (var file : files.filter(Files::isRegularFile).toList()) {
                if (!file.toString().contains("/target/")) {
                    var copy = directory.resolve("consumers").resolve(consumers.relativize(file));
                    Files.createDirectories(copy.getParent());
                    Files.copy(file, copy);
                }
            }
        }
    }

    static List<String> consumers() throws IOException {
        try (var folders = Files.list(MavenBuild.ROOT.resolve("ci/consumers"))) {
            return folders.filter(folder -> Files.exists(folder.resolve("pom.xml")))
                    .map(folder -> folder.getFileName().toString())
                    .sorted()
                    .toList();
        }
    }

    @Test
    void areFoundAll() throws IOException {
        assertThat(consumers())
                .contains(
                        "openapi-client",
                        "plain-maven",
                        "quarkus",
                        "spring-boot-3.2",
                        "spring-boot-3.4",
                        "spring-boot-3.5",
                        "spring-boot-4.0");
    }

    @ParameterizedTest
    @MethodSource("consumers")
    void provokeAndJudgeErrorsInTheirTests(String consumer) {
        green(consumer);
    }

    /** The plain one has the oldest of both; these are the newest, and one of each between. */
    @ParameterizedTest
    @CsvSource({"5.11.4,3.26.3", "5.14.4,3.25.3", "6.1.3,3.27.7"})
    void takeAnyJUnitAndAssertJ(String junit, String assertj) {
        green("plain-maven", "-Djunit.version=" + junit, "-Dassertj.version=" + assertj);
    }

    private static void green(String consumer, String... more) {
        var arguments = new ArrayList<>(List.of(
                "-s",
                directory.resolve("settings.xml").toString(),
                "-Dmaven.repo.local=" + directory.resolve("local"),
                "-Dregcontract.version=" + Release.VERSION));
        arguments.addAll(List.of(more));
        arguments.addAll(List.of("clean", "test"));

        var ended = MavenBuild.run(
                MavenBuild.ROOT.resolve("mvnw"), directory.resolve("consumers").resolve(consumer), Map.of(), arguments);

        assumeFalse(
                ended.isCutOff() && !"required".equals(System.getenv("REGCONTRACT_CONSUMERS")),
                "what " + consumer + " depends on cannot be downloaded here");
        assertThat(ended.exit()).as(ended.output()).isZero();
        assertThat(Stream.of(
                        "Tests run: 5, Failures: 0, Errors: 0, Skipped: 0",
                        "Tests run: 6, Failures: 0, Errors: 0, Skipped: 0"))
                .as(ended.output())
                .anyMatch(ended.output()::contains);
    }
}
