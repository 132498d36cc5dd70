package io.regcontract.suite.redaction;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.Channels;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Set;

/**
 * Passes the run's secrets to the process that searches the run's output for leaks. They are written to a temporary
 * file that only its owner may read and that the reader deletes. Each secret is written as soon as it is known, so that
 * a killed run has passed on what it knew.
 */
public final class SecretHandoff implements Redactor.Listener, AutoCloseable {

    private static final String PREFIX = "regcontract-";
    private static final String SUFFIX = ".registered";
    private static final Duration LONGEST_WAIT = Duration.ofDays(1);

    private final BufferedWriter lines;

    private SecretHandoff(BufferedWriter lines) {
        this.lines = lines;
    }

    /**
     * Begins a file, {@code regcontract-NAME.registered} with {@code VARIABLE BASE64} on each line, in place of one that is
     * there, and removes those of earlier runs that were not read within a day.
     *
     * @param directory for temporary files
     * @param name of the run, and of the part of it
     * @param now to find out which files are older than a day
     * @throws UncheckedIOException when it cannot be made
     */
    public static SecretHandoff begin(Path directory, String name, Instant now) {
        forget(directory, now.minus(LONGEST_WAIT));
        var file = directory.resolve(PREFIX + name + SUFFIX);
        try {
            Files.deleteIfExists(file);
            return new SecretHandoff(new BufferedWriter(Channels.newWriter(create(file), StandardCharsets.US_ASCII)));
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "The secrets of this run cannot be handed to the search for leaks: " + file
                            + " cannot be made. Delete it if it is there; else make its directory writable.",
                    e);
        }
    }

    private static SeekableByteChannel create(Path file) throws IOException {
        // Created with owner-only permissions in one step, so that no other user can open it in between.
        FileAttribute<?>[] ownersAlone =
                FileSystems.getDefault().supportedFileAttributeViews().contains("posix")
                        ? new FileAttribute<?>[] {
                            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
                        }
                        : new FileAttribute<?>[0];
        return Files.newByteChannel(file, Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE), ownersAlone);
    }

    private static void forget(Path directory, Instant before) {
        try (var files = Files.newDirectoryStream(directory, PREFIX + "*" + SUFFIX)) {
            for (var file : files) {
                if (Files.getLastModifiedTime(file).compareTo(FileTime.from(before)) < 0) {
                    Files.deleteIfExists(file);
                }
            }
        } catch (IOException notOurs) {
            // Ignored: the file belongs to another user or was deleted meanwhile; this run does not depend on it.
        }
    }

    @Override
    public synchronized void registered(String variable, String secret) {
        try {
            lines.write(variable + " " + Base64.getEncoder().encodeToString(secret.getBytes(StandardCharsets.UTF_8)));
            lines.write('\n');
            lines.flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public synchronized void close() {
        try {
            lines.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
