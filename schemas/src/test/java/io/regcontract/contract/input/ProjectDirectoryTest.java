package io.regcontract.contract.input;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProjectDirectoryTest {

    @TempDir
    private Path directory;

    @Test
    void isTheProjectsOwnWhereItHasOne() throws IOException {
        var own = Files.createDirectories(directory.resolve("project/profiles"));
        Files.createDirectories(directory.resolve("home/profiles"));

        assertThat(found(Map.of(ProjectDirectory.HOME, directory.resolve("home").toString())))
                .isEqualTo(own);
    }

    @Test
    void isThatOfTheArchiveWhereTheProjectHasNone() throws IOException {
        var shipped = Files.createDirectories(directory.resolve("home/profiles"));

        assertThat(found(Map.of(ProjectDirectory.HOME, directory.resolve("home").toString())))
                .isEqualTo(shipped);
    }

    @Test
    void isTheProjectsWhereNeitherIsThere() {
        var own = directory.resolve("project/profiles");

        assertThat(found(Map.of())).isEqualTo(own);
        assertThat(found(Map.of(ProjectDirectory.HOME, ""))).isEqualTo(own);
        assertThat(found(Map.of(ProjectDirectory.HOME, directory.resolve("home").toString())))
                .isEqualTo(own);
    }

    private Path found(Map<String, String> variables) {
        return ProjectDirectory.of(directory.resolve("project"), "profiles", variables);
    }
}
