package io.regcontract.simulator.imports.load;

import io.regcontract.simulator.imports.file.ImportException;
import io.regcontract.simulator.store.Store;
import io.regcontract.simulator.store.Table;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Which files an application has taken, so that a restart takes none again. */
final class ImportedFiles {

    private final Table<Taken> table;

    /**
     * A file as it was.
     *
     * @param size in bytes
     * @param modified in milliseconds since 1970
     */
    record Taken(String application, String path, long size, long modified) {}

    ImportedFiles(Store store) {
        this.table = store.table("imports", Taken.class);
    }

    /** Whether an application has taken a file as it is now. */
    boolean hasTaken(String application, Path file) {
        var now = now(application, file);
        return table.get(key(now)).filter(now::equals).isPresent();
    }

    /** Whether a file is there. */
    static boolean isThere(Path file) {
        return Files.isReadable(file) && !Files.isDirectory(file);
    }

    boolean note(String application, Path file) {
        var now = now(application, file);
        table.put(key(now), now);
        return true;
    }

    /** Forgets all that an application has taken. */
    boolean forget(String application) {
        table.values().stream()
                .filter(taken -> taken.application().equals(application))
                .map(ImportedFiles::key)
                .toList()
                .forEach(table::remove);
        return true;
    }

    private static Taken now(String application, Path file) {
        try {
            return new Taken(
                    application,
                    file.toAbsolutePath().normalize().toString(),
                    Files.size(file),
                    Files.getLastModifiedTime(file).toMillis());
        } catch (IOException absent) {
            throw ImportException.in(file, "is not there");
        }
    }

    private static String key(Taken taken) {
        return taken.application() + " " + taken.path();
    }
}
