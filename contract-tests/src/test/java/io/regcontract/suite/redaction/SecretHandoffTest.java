package io.regcontract.suite.redaction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

final class SecretHandoffTest {

    private static final Instant NOW = Instant.parse("2026-11-22T12:00:00Z");

    @TempDir
    private Path directory;

    private final Redactor redactor = new Redactor();

    @Test
    void holdsWhatIsKnownAndWhatIsLearntThoughTheRunIsNeverClosed() throws IOException {
        redactor.register("OWNER_SECRET", "known before");
        redactor.addListener(SecretHandoff.begin(directory, "run", NOW));

        redactor.learn(Map.of("password", "lärnt later"));

        assertThat(Files.readString(file("run")))
                .isEqualTo("OWNER_SECRET a25vd24gYmVmb3Jl\nPASSWORD_1 bMOkcm50IGxhdGVy\n");
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void isForItsOwnerAloneFromTheStart() throws IOException {
        SecretHandoff.begin(directory, "run", NOW).close();

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file("run"))))
                .isEqualTo("rw-------");
    }

    @Test
    void standsInThePlaceOfOneThatIsThereAndFollowsNoLink() throws IOException {
        var elsewhere = Files.writeString(directory.resolve("elsewhere"), "untouched");
        Files.createSymbolicLink(file("run"), elsewhere);

        try (var handOver = SecretHandoff.begin(directory, "run", NOW)) {
            handOver.registered("A", "secret");
        }

        assertThat(elsewhere).hasContent("untouched");
        assertThat(Files.isSymbolicLink(file("run"))).isFalse();
        assertThat(file("run")).content().isEqualTo("A c2VjcmV0\n");
    }

    @Test
    void removesWhatNobodyCameForWithinADay() throws IOException {
        var old = Files.writeString(file("old"), "A c2VjcmV0\n");
        var recent = Files.writeString(file("recent"), "A c2VjcmV0\n");
        Files.setLastModifiedTime(old, FileTime.from(NOW.minus(Duration.ofHours(25))));
        Files.setLastModifiedTime(recent, FileTime.from(NOW.minus(Duration.ofHours(23))));

        SecretHandoff.begin(directory, "run", NOW).close();

        assertThat(old).doesNotExist();
        assertThat(recent).exists();
    }

    @Test
    void saysWhatToDoWhenItCannotBeMade() {
        assertThatThrownBy(() -> SecretHandoff.begin(directory.resolve("nowhere"), "run", NOW))
                .isInstanceOf(UncheckedIOException.class)
                .hasMessageContaining(directory.resolve("nowhere").toString())
                .hasMessageContaining("make its directory writable");
    }

    private Path file(String name) {
        return directory.resolve("regcontract-" + name + ".registered");
    }
}
