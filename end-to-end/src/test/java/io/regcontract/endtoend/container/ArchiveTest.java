package io.regcontract.endtoend.container;

import static org.assertj.core.api.Assertions.assertThat;

import io.regcontract.endtoend.container.Podman.Ended;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

/** {@code regcontract-VERSION.zip}, unpacked into an empty directory. */
@Tag("long")
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "the shell script is what is started here")
class ArchiveTest {

    /** A line of the list of parts: licences, group, and name with version. */
    private static final Pattern PART = Pattern.compile("(?m)^ +(\\(.+\\)) .*\\(([^:() ]+):([^:() ]+:[^: ]+) - .*\\)$");

    /** The beginning of a jar's name, and the text that this project keeps because the jar has none. */
    private static final Map<String, String> KEPT_TEXTS =
            Map.of("h2-mvstore-", "MPL-2.0.txt", "hamcrest-", "BSD-3-Clause-hamcrest.txt", "dec-", "MIT-brotli.txt");

    @TempDir
    private static Path directory;

    private static Path home = Path.of("");

    @BeforeAll
    static void unpack() throws IOException {
        try (var zip = new ZipInputStream(Files.newInputStream(Podman.built("regcontract-", ".zip")))) {
            for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                var file = directory.resolve(entry.getName()).normalize();
                assertThat(file).startsWithRaw(directory);
                if (entry.isDirectory()) {
                    Files.createDirectories(file);
                } else {
                    Files.createDirectories(file.getParent());
                    Files.copy(zip, file);
                }
            }
        }
        try (var unpacked = Files.list(directory)) {
            home = unpacked.filter(Files::isDirectory).findFirst().orElseThrow();
        }
    }

    @Test
    void tellsItsVersion() throws Exception {
        var ended = regcontract("version");

        assertThat(ended.exitCode()).as(ended.err()).isZero();
        assertThat(ended.out())
                .startsWith("regcontract " + home.getFileName().toString().replace("regcontract-", ""));
    }

    @Test
    void drivesACodeInADirectoryThatHasNothing(@TempDir Path project) throws Exception {
        var ended = regcontract("run", "--root=" + project, "--code=361", "--scope=codes", "--run=r1");

        assertThat(ended.exitCode()).as(ended.err()).isZero();
        assertThat(ended.out()).containsPattern("[1-9][0-9]* requirements: [1-9][0-9]* holds\n");
        assertThat(project.resolve("contract-tests/target/regcontract/runs/r1")).isDirectory();
    }

    @Test
    void hasALicenceForEachOfItsParts() throws Exception {
        var bill = JsonMapper.shared().readTree(Files.readString(home.resolve("regcontract-sbom.json")));
        var billed = bill.path("components")
                .valueStream()
                .filter(part -> !part.path("licenses").isEmpty())
                .map(part -> part.path("group").asString("") + ":"
                        + part.path("name").asString() + ":"
                        + part.path("version").asString())
                .toList();
        var parts = PART.matcher(Files.readString(home.resolve("licences/THIRD-PARTY.txt")))
                .results()
                .toList();

        assertThat(parts).hasSizeGreaterThan(30).allSatisfy(part -> {
            assertThat(billed).contains(part.group(2) + ":" + part.group(3));
            assertThat(part.group(1).contains("Apache") || hasText(part.group(3).replace(':', '-')))
                    .as("text of the licence of %s", part.group())
                    .isTrue();
        });
        assertThat(home.resolve("LICENSE")).content().contains("Apache License");
    }

    /** Whether there is a text of its jar, or one that this project keeps. */
    private static boolean hasText(String part) throws IOException {
        var kept = KEPT_TEXTS.entrySet().stream()
                .filter(text -> part.startsWith(text.getKey()))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse(part + "-jar");
        var texts = home.resolve("licences").resolve(kept);
        if (!Files.isDirectory(texts)) {
            return Files.exists(texts);
        }
        try (var files = Files.walk(texts)) {
            return files.anyMatch(file -> file.getFileName().toString().contains("LICENSE"));
        }
    }

    private static Ended regcontract(String... arguments) throws Exception {
        var line = new String[arguments.length + 2];
        line[0] = "sh";
        line[1] = home.resolve("bin/regcontract").toString();
        System.arraycopy(arguments, 0, line, 2, arguments.length);
        return Podman.command(line);
    }
}
