package io.regcontract.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * A file that an option names, for a command to write.
 *
 * @param option that names it
 * @param file as it was typed
 */
record OutputFile(String option, Path file) {

    /**
     * Why it can be no file; empty when it can.
     *
     * @param what the file is of: {@code the collection}
     */
    Optional<String> noFile(String what) {
        return file.toString().isBlank() || Files.isDirectory(file)
                ? Optional.of(option + " '" + file + "' is a directory: name the file of " + what + ".")
                : Optional.empty();
    }

    /** What is said when it cannot be written. */
    String unwritable(IOException refused) {
        return option + " '" + file + "' cannot be written: " + refused.getMessage() + ". Name another file.";
    }
}
