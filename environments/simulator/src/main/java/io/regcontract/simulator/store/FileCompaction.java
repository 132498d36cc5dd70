package io.regcontract.simulator.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFileAttributeView;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListMap;
import org.h2.mvstore.MVStoreException;

/**
 * Writes a state file anew when it has grown far beyond what is in it. Every commit takes whole blocks of the file,
 * and a process that is killed soon has had no time to use them again. The new file takes the place of the old one
 * in one step.
 */
final class FileCompaction {

    /** What a value needs in the file besides its text, roughly. */
    private static final int AROUND_A_VALUE = 64;

    private FileCompaction() {}

    /** The file, opened and as small as it should be. */
    static StateFile perform(
            StateFile grown, Path file, String layer, Map<String, ConcurrentSkipListMap<String, String>> content) {
        if (!grown.isSparse(room(content))) {
            return grown;
        }
        try {
            // Behind a link stands the file that is to be replaced.
            var place = file.toRealPath();
            var fresh = place.resolveSibling(place.getFileName() + ".compacting");
            Files.deleteIfExists(fresh);
            try {
                write(fresh, layer, content);
                copyPermissions(place, fresh);
            } catch (MVStoreException | LostStateException | StateFileException noRoom) {
                // The file can be used as it is.
                Files.deleteIfExists(fresh);
                return grown;
            }
            grown.closeAtOnce();
            Files.move(fresh, place, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException impossible) {
            grown.closeAtOnce();
        }
        return StateFile.open(file, layer);
    }

    private static void write(Path fresh, String layer, Map<String, ConcurrentSkipListMap<String, String>> content) {
        var target = StateFile.open(fresh, layer);
        try {
            var texts = new LinkedHashMap<TableKey, Optional<String>>();
            content.forEach((table, values) ->
                    values.forEach((key, text) -> texts.put(new TableKey(table, key), Optional.of(text))));
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

    private static long room(Map<String, ConcurrentSkipListMap<String, String>> content) {
        long room = 0;
        for (var values : content.values()) {
            for (var value : values.entrySet()) {
                room += value.getKey().length() + value.getValue().length() + AROUND_A_VALUE;
            }
        }
        return room;
    }
}
