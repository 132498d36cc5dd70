package io.regcontract.simulator.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** References lead to secrets, and messages about them show none. */
class SecretReferenceTest {

    @TempDir
    private Path directory;

    @Test
    void readsAVariableOrAFile() throws IOException {
        var file = Files.writeString(directory.resolve("secret"), " s3cret \n");
        assertThat(read("env:TOKEN", Map.of("TOKEN", " s3cret "))).isEqualTo("s3cret");
        assertThat(read("file:" + file, Map.of())).isEqualTo("s3cret");
        assertThat(read("env:TOKEN", Map.of("TOKEN_FILE", file.toString()))).isEqualTo("s3cret");
        assertThat(read("env:TOKEN", Map.of("TOKEN", "", "TOKEN_FILE", file.toString())))
                .isEqualTo("s3cret");
    }

    @Test
    void refusesTheSecretItself() {
        refuses(
                "s3cret",
                Map.of(),
                "--secret takes no secret itself, because other users of this machine can read a"
                        + " command line; write env:NAME or file:PATH");
    }

    @Test
    void saysWhatIsMissing() throws IOException {
        refuses("env:TOKEN", Map.of(), "--secret: the environment variable TOKEN is not set, or set to nothing");
        refuses(
                "env:TOKEN",
                Map.of("TOKEN", " "),
                "--secret: the environment variable TOKEN is not set, or set to" + " nothing");
        refuses(
                "env:TO KEN",
                Map.of(),
                "--secret: what stands after env: is not the name of an environment variable;"
                        + " write letters, digits and underscores");
        refuses(
                "env:TOKEN",
                Map.of("TOKEN", "s3cret", "TOKEN_FILE", "x"),
                "--secret: both TOKEN and TOKEN_FILE are" + " set, and they could differ; unset one of them");
        for (var path : new Path[] {
            directory,
            directory.resolve("none"),
            Files.writeString(directory.resolve("empty"), "\n"),
            Files.write(directory.resolve("long"), new byte[64 * 1024 + 1]),
            Files.write(directory.resolve("binary"), new byte[] {'s', (byte) 0xFF})
        }) {
            refuses(
                    "file:" + path,
                    Map.of(),
                    "--secret: the file " + path + " cannot be read, is empty, or is longer"
                            + " than 64 KiB; put the secret into it, in UTF-8");
        }
        refuses(
                "file:a\0b",
                Map.of(),
                "--secret: the file a\0b cannot be read, is empty, or is longer than 64 KiB;"
                        + " put the secret into it, in UTF-8");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\uFEFFs3cret", "s3\ncret", "s3\u200Bcret", "s3\u0000cret"})
    void refusesWhatCannotBeSeen(String secret) {
        refuses(
                "env:TOKEN",
                Map.of("TOKEN", secret),
                "--secret: the environment variable TOKEN has a line break or a"
                        + " character that cannot be seen; save it as plain UTF-8, one line, without a byte order mark");
    }

    private static String read(String reference, Map<String, String> environment) {
        return new SecretReference(environment).read("--secret", reference);
    }

    private static void refuses(String reference, Map<String, String> environment, String sentence) {
        assertThatThrownBy(() -> read(reference, environment))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(sentence);
        assertThat(sentence).doesNotContain("s3cret");
    }
}
