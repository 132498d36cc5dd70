package io.regcontract.contract.input;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A file that can be read to an end: whoever opens a pipe waits for somebody to write into it, perhaps for ever. */
public final class ReadableFile {

    private ReadableFile() {}

    /**
     * The same path, unless a pipe, a socket or a device is there.
     *
     * @throws NotRegularException when one is
     */
    public static Path of(Path file) throws IOException {
        if (Files.exists(file) && !Files.isRegularFile(file) && !Files.isDirectory(file)) {
            throw new NotRegularException(file + " is a pipe or a device, and no file");
        }
        return file;
    }

    /** It is there, and nothing that could be read to an end. */
    public static final class NotRegularException extends IOException {
        private static final long serialVersionUID = 1L;

        NotRegularException(String message) {
            super(message);
        }
    }
}
