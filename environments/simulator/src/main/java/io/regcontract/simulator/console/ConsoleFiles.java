package io.regcontract.simulator.console;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.Set;

/** The files of the page, in the jar. Only those that are named here can be read. */
final class ConsoleFiles {

    private static final Set<String> NAMES =
            Set.of("console.css", "console.js", "api.js", "dom.js", "drills.js", "journal.js", "lists.js", "log.js");

    /** A file that anyone may read; empty when there is none of that name. */
    Optional<byte[]> bytes(String name) {
        return NAMES.contains(name) ? Optional.of(read(name)) : Optional.empty();
    }

    /** A file as text. */
    String text(String name) {
        return new String(read(name), StandardCharsets.UTF_8);
    }

    private static byte[] read(String name) {
        try (var file = ConsoleFiles.class.getResourceAsStream(name)) {
            if (file == null) {
                throw new IllegalStateException("the jar lacks the console's file " + name);
            }
            return file.readAllBytes();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
