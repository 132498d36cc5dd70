package io.regcontract.report.file;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;

/** A file that is written whole or not at all, so that no reader ever sees half of it. */
public final class AtomicFile {

    private AtomicFile() {}

    /** Writes what a file is to have. */
    @FunctionalInterface
    public interface Content {

        /** Writes it; may close the writer. */
        void to(Writer out) throws IOException;
    }

    /**
     * Writes a text as UTF-8, and makes the directories above the file.
     *
     * @throws IOException when it cannot be written; then the file is as it was before
     */
    public static void write(Path file, String text) throws IOException {
        write(file, out -> out.write(text));
    }

    /**
     * Writes as UTF-8 what may be too much for the memory, and makes the directories above the file.
     *
     * @throws IOException when it cannot be written; then the file is as it was before
     */
    public static void write(Path file, Content content) throws IOException {
        var parent = Optional.ofNullable(file.getParent());
        if (parent.isPresent()) {
            Files.createDirectories(parent.get());
        }
        // Not Files.createTempFile: that file would be readable by its owner only, and others have to read this one.
        var draft = file.resolveSibling(file.getFileName() + ".tmp");
        try {
            // Not Files.newBufferedWriter: half a character, which an escape can smuggle into a text, becomes a
            // question
            // mark and no failure.
            try (var out = new BufferedWriter(
                    new OutputStreamWriter(Files.newOutputStream(draft), StandardCharsets.UTF_8), 1 << 16)) {
                content.to(out);
            }
            try {
                Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            } catch (AtomicMoveNotSupportedException unusual) {
                Files.move(draft, file, StandardCopyOption.REPLACE_EXISTING);
            }
        } finally {
            Files.deleteIfExists(draft);
        }
    }
}
