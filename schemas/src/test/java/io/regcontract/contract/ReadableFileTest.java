package io.regcontract.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.regcontract.contract.input.DiskFull;
import io.regcontract.contract.input.ReadableFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** What cannot be read to an end, and what cannot be written for want of room. */
class ReadableFileTest {

    @TempDir
    private Path directory;

    @Test
    @EnabledOnOs(OS.LINUX)
    void isNoPipeAndNoDevice() throws IOException, InterruptedException {
        var pipe = directory.resolve("pipe");
        assertThat(new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor())
                .isZero();

        assertThatThrownBy(() -> ReadableFile.of(pipe))
                .isInstanceOf(ReadableFile.NotRegularException.class)
                .hasMessage(pipe + " is a pipe or a device, and no file");
        assertThatThrownBy(() -> ReadableFile.of(Path.of("/dev/zero"))).isInstanceOf(IOException.class);
    }

    @Test
    void isAFileOrALinkToOneAndLeavesToOthersWhatIsNotThere() throws IOException {
        var file = Files.createFile(directory.resolve("file"));
        var link = Files.createSymbolicLink(directory.resolve("link"), file);
        var nothing = directory.resolve("nothing");

        assertThat(ReadableFile.of(file)).isEqualTo(file);
        assertThat(ReadableFile.of(link)).isEqualTo(link);
        assertThat(ReadableFile.of(nothing)).isEqualTo(nothing);
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void knowsAFullDiskByWhatTheSystemSays() {
        var full = catchThrowable(() -> Files.writeString(Path.of("/dev/full"), "a"));

        assertThat(DiskFull.isCauseOf(full)).isTrue();
        assertThat(DiskFull.isCauseOf(new IllegalStateException(new UncheckedIOException((IOException) full))))
                .isTrue();
        assertThat(DiskFull.isCauseOf(new IOException("Permission denied"))).isFalse();
        assertThat(DiskFull.isCauseOf(null)).isFalse();
    }
}
