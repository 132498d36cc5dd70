package io.regcontract.suite.twin;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;

/**
 * The files of an export, which nobody but their owner can read where the file system knows owners. A file is there as
 * a whole or not at all, except those of records: of them, what {@link ExportState} speaks of is whole.
 */
final class ExportDirectory {

    private final Path root;

    ExportDirectory(Path root) {
        this.root = root;
    }

    Path root() {
        return root;
    }

    boolean has(String name) {
        return Files.exists(root.resolve(name));
    }

    String read(String name) {
        try {
            return Files.readString(root.resolve(name));
        } catch (IOException unreadable) {
            throw ExportException.refused("the file " + root.resolve(name) + " cannot be read: " + said(unreadable));
        }
    }

    void write(String name, String text) {
        var file = root.resolve(name);
        try {
            var beside = file.resolveSibling(file.getFileName() + ".part");
            makeDirectory(file);
            Files.deleteIfExists(beside);
            try (var channel = FileChannel.open(
                            Files.createFile(beside, forOwner("rw-------")), StandardOpenOption.WRITE);
                    var out = Channels.newOutputStream(channel)) {
                out.write(text.getBytes(StandardCharsets.UTF_8));
                channel.force(true);
            }
            Files.move(beside, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException unwritable) {
            throw ExportException.refused("the file " + file + " cannot be written: " + said(unwritable));
        }
    }

    /**
     * Writes behind the part of a file that is whole; what stands behind it is a half-written page.
     *
     * @param whole in bytes
     * @return how many bytes are whole now
     */
    long append(String name, long whole, String text) {
        var file = root.resolve(name);
        try {
            makeDirectory(file);
            if (!Files.exists(file)) {
                Files.createFile(file, forOwner("rw-------"));
            }
            try (var channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
                if (channel.size() < whole) {
                    throw ExportException.refused(
                            "the file " + file + " is shorter than it was: begin anew in another" + " directory");
                }
                channel.truncate(whole);
                channel.position(whole);
                var bytes = text.getBytes(StandardCharsets.UTF_8);
                OutputStream out = Channels.newOutputStream(channel);
                out.write(bytes);
                channel.force(true);
                return whole + bytes.length;
            }
        } catch (IOException unwritable) {
            throw ExportException.refused("the file " + file + " cannot be written: " + said(unwritable));
        }
    }

    private void makeDirectory(Path file) throws IOException {
        var directory = file.getParent();
        if (directory != null && !Files.isDirectory(directory)) {
            Files.createDirectories(directory, forOwner("rwx------"));
        }
    }

    private FileAttribute<?>[] forOwner(String permissions) {
        return root.getFileSystem().supportedFileAttributeViews().contains("posix")
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(permissions))
                }
                : new FileAttribute<?>[0];
    }

    private static String said(IOException failure) {
        return failure.getClass().getSimpleName() + " "
                + new UncheckedIOException(failure).getCause().getMessage();
    }
}
