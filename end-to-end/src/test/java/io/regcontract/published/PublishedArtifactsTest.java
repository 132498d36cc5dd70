package io.regcontract.published;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.jar.JarFile;
import java.util.zip.ZipEntry;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

/** What stands in a repository after a release, and that it is the same from every machine. */
@Tag("long")
class PublishedArtifactsTest {

    @TempDir
    private static Path directory;

    private static Release release;

    @BeforeAll
    static void make() throws IOException {
        release = Release.in(directory.resolve("one"), Map.of("TZ", "UTC", "LC_ALL", "C.UTF-8"));
    }

    @Test
    void isTheSameFromEveryDirectoryAndTimeZone() throws IOException {
        var again = Release.in(directory.resolve("elsewhere/two"), Map.of("TZ", "Asia/Tokyo", "LC_ALL", "C"));

        var files = release.files();
        assertThat(files).hasSizeGreaterThan(20);
        assertThat(again.files().keySet()).isEqualTo(files.keySet());
        for (var file : files.entrySet()) {
            assertThat(again.files().get(file.getKey()))
                    .as("two builds of one state differ in %s", file.getKey())
                    .hasSameBinaryContentAs(file.getValue());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"regcontract-simulator", "regcontract-checks"})
    void hasNoClassOutsideThePackagesOfTheProject(String artifact) {
        assertThat(entries(artifact, ".jar"))
                .hasSizeGreaterThan(500)
                .filteredOn(entry -> entry.endsWith(".class"))
                .allMatch(entry -> entry.startsWith("io/regcontract/"))
                .noneMatch(entry -> entry.contains("/cli/"))
                .noneMatch(entry -> entry.contains("picocli"));
    }

    /** What is left at the top are the meta-schemas of JSON Schema, whose paths are their ids. */
    @ParameterizedTest
    @ValueSource(strings = {"regcontract-simulator", "regcontract-checks"})
    void hasNoFileThatCouldMeetOneOfAnApplication(String artifact) {
        assertThat(entries(artifact, ".jar"))
                .filteredOn(entry -> !entry.endsWith("/"))
                .allMatch(entry -> entry.startsWith("io/regcontract/")
                        || entry.startsWith("META-INF/")
                        || entry.startsWith("draft"))
                .noneMatch(entry -> entry.startsWith("META-INF/versions/"))
                .filteredOn(entry -> entry.startsWith("META-INF/services/"))
                .isNotEmpty()
                .allMatch(entry -> entry.startsWith("META-INF/services/io.regcontract."));
    }

    @ParameterizedTest
    @ValueSource(strings = {"regcontract-simulator", "regcontract-checks"})
    void findsWhatItsServiceFilesName(String artifact) {
        var entries = entries(artifact, ".jar");

        assertThat(entries)
                .filteredOn(entry -> entry.startsWith("META-INF/services/") && !entry.endsWith("/"))
                .flatMap(entry -> text(artifact, ".jar", entry).lines().toList())
                .filteredOn(line -> !line.isBlank() && !line.startsWith("#"))
                .isNotEmpty()
                .allSatisfy(name -> assertThat(entries).contains(name.strip().replace('.', '/') + ".class"));
    }

    @ParameterizedTest
    @CsvSource({"regcontract-simulator,io.regcontract.simulator", "regcontract-checks,io.regcontract.checks"})
    void tellsItsModuleAndItsVersion(String artifact, String module) {
        assertThat(text(artifact, ".jar", "META-INF/MANIFEST.MF"))
                .contains("Automatic-Module-Name: " + module, "Implementation-Version: " + Release.VERSION);
    }

    @ParameterizedTest
    @ValueSource(strings = {"regcontract-simulator", "regcontract-checks", "regcontract-bom"})
    void hasAPomThatNeedsNoOther(String artifact) throws IOException {
        var pom = Files.readString(release.file(artifact, ".pom"));

        assertThat(pom)
                .contains("<artifactId>" + artifact + "</artifactId>", "<name>Apache-2.0</name>")
                .doesNotContain("<parent>", "<properties>", "<build>", "<profile", "<repositor", directory.toString());
        if (artifact.equals("regcontract-bom")) {
            assertThat(pom).contains("<artifactId>regcontract-simulator</artifactId>");
        } else {
            assertThat(pom).doesNotContain("<dependenc");
        }
    }

    /** Each part of another that the bill of materials names is in the list that lies in the jar, with its licence. */
    @ParameterizedTest
    @ValueSource(strings = {"regcontract-simulator", "regcontract-checks"})
    void namesTheLicencesOfAllThatIsInside(String artifact) throws IOException {
        var named = text(artifact, ".jar", "META-INF/THIRD-PARTY.txt");
        var bill = new JsonMapper().readTree(Files.readString(release.file(artifact, "-cyclonedx.json")));

        var parts = bill.path("components")
                .valueStream()
                .filter(part -> !part.path("group").asString().equals("io.regcontract"))
                .map(part ->
                        part.path("group").asString() + ":" + part.path("name").asString())
                .toList();
        assertThat(parts).hasSizeGreaterThan(5).allSatisfy(part -> assertThat(named)
                .contains("  " + part));
        assertThat(named.lines().filter(line -> line.startsWith("  "))).hasSameSizeAs(parts);
        assertThat(entries(artifact, ".jar"))
                .contains("META-INF/LICENSE", "META-INF/NOTICE")
                .anyMatch(entry -> entry.startsWith("META-INF/licences/"));
    }

    @ParameterizedTest
    @CsvSource({
        "regcontract-simulator,io/regcontract/simulator/RegistrationSimulator",
        "regcontract-checks,io/regcontract/assertion/RegistrationAssertions"
    })
    void comesWithSourcesAndJavadoc(String artifact, String type) {
        assertThat(entries(artifact, "-sources.jar"))
                .contains(type + ".java")
                .noneMatch(entry -> entry.contains("/cli/"));
        assertThat(entries(artifact, "-javadoc.jar"))
                .contains(type + ".html", "index.html")
                .noneMatch(entry -> entry.contains("/store/") || entry.contains("/loading/"));
    }

    private static List<String> entries(String artifact, String ending) {
        try (var jar = new JarFile(release.file(artifact, ending).toFile())) {
            return jar.stream().map(ZipEntry::getName).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String text(String artifact, String ending, String entry) {
        try (var jar = new JarFile(release.file(artifact, ending).toFile());
                var in = jar.getInputStream(jar.getEntry(entry))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
