package io.regcontract.simulator.imports.file;

import java.nio.file.Path;

/**
 * A file cannot be imported. The message is a sentence without its full stop: which file, where in it, what is wrong.
 */
public final class ImportException extends IllegalArgumentException {

    private static final long serialVersionUID = 1;

    /** @param message a sentence without its full stop */
    public ImportException(String message) {
        super(message, null);
    }

    /**
     * What is wrong with a file as a whole.
     *
     * @param reason the rest of a sentence that begins with the file
     */
    public static ImportException in(Path file, String reason) {
        return new ImportException("the file " + file + " " + reason);
    }

    /**
     * What is wrong at a place of a file.
     *
     * @param place such as {@code line 3, record 2}
     */
    public static ImportException at(Path file, String place, String reason) {
        return new ImportException("the file " + file + ", " + place + ": " + reason);
    }
}
