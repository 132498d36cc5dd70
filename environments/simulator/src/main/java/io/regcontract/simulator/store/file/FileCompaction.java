package io.regcontract.simulator.store.file;

import io.regcontract.simulator.store.backend.LostStateException;
import io.regcontract.simulator.store.backend.TableKey;
import io.regcontract.simulator.store.backend.UnusableStateException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFileAttributeView;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import org.h2.mvstore.MVStoreException;

/**
 * A state file written anew because it has grown far beyond what is in it. Every commit takes whole blocks of the
 * file, and a process that is killed soon has had no time to use them again. The new file takes the place of the old
 * one in one step.
 */
final class FileCompaction {

    /** What a value needs in the file besides its text, roughly. */
    private static final int AROUND_A_VALUE = 64;

    private final Path fresh;
    private final Path place;

    private FileCompaction(Path fresh, Path place) {
        this.fresh = fresh;
        this.place = place;
    }

    /** The content in a file of its own; empty when it cannot be written: the file can be used as it is. */
    static Optional<FileCompaction> fresh(
            Path file, String layer, Map<String, SortedMap<String, String>> content, FileTables ordered) {
        try {
            // Behind a link stands the file that is to be replaced.
            var place = file.toRealPath();
            var fresh = place.resolveSibling(place.getFileName() + ".compacting");
            Files.deleteIfExists(fresh);
            try {
                write(fresh, layer, content, ordered);
                copyPermissions(place, fresh);
                return Optional.of(new FileCompaction(fresh, place));
            } catch (MVStoreException | LostStateException | UnusableStateException noRoom) {
                Files.deleteIfExists(fresh);
                return Optional.empty();
            }
        } catch (IOException impossible) {
            return Optional.empty();
        }
    }

    /** Puts the new file in the place of the old one, which must be closed. Leaves the old one where that fails. */
    void takePlace() {
        try {
            Files.move(fresh, place, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException impossible) {
            // The old file holds the same.
        }
    }

    /** What the content needs in a file, in bytes, roughly. */
    static long room(Map<String, SortedMap<String, String>> content) {
        long room = 0;
        for (var values : content.values()) {
            for (var value : values.entrySet()) {
                room += value.getKey().length() + value.getValue().length() + AROUND_A_VALUE;
            }
        }
        return room;
    }

    private static void write(
            Path fresh, String layer, Map<String, SortedMap<String, String>> content, FileTables ordered) {
        var target = StateFile.open(fresh, layer);
        try {
            var texts = new LinkedHashMap<TableKey, Optional<String>>();
            content.forEach((table, values) ->
                    values.forEach((key, text) -> texts.put(new TableKey(table, key), Optional.of(text))));
            ordered.copyTo(target);
            target.write(texts, Set.of());
            target.close();
        } finally {
            target.closeAtOnce();
        }
    }

    private static void copyPermissions(Path from, Path to) throws IOException {
        var source = Files.getFileAttributeView(from, PosixFileAttributeView.class);
        var target = Files.getFileAttributeView(to, PosixFileAttributeView.class);
        if (source != null && target != null) {
            target.setPermissions(source.readAttributes().permissions());
        }
    }
}
