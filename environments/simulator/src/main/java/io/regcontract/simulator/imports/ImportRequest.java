package io.regcontract.simulator.imports;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What is to be brought into the default application.
 *
 * @param types files with answers of entityType
 * @param records files with records, each with the type they are of
 */
public record ImportRequest(List<Path> types, List<Records> records) {

    /** Nothing. */
    public static final ImportRequest NONE = new ImportRequest(List.of(), List.of());

    /**
     * A file with records.
     *
     * @param type empty for the only type that is imported, or else {@code user}
     */
    public record Records(Optional<String> type, Path file) {}

    /** Copies the lists. */
    public ImportRequest {
        types = List.copyOf(types);
        records = List.copyOf(records);
    }

    /** As this one, with a type more. */
    public ImportRequest withType(Path file) {
        return new ImportRequest(and(types, file), records);
    }

    /** As this one, with a file of records more. */
    public ImportRequest withRecords(Optional<String> type, Path file) {
        return new ImportRequest(types, and(records, new Records(type, file)));
    }

    /** Whether nothing is to be imported. */
    public boolean isEmpty() {
        return equals(NONE);
    }

    private static <T> List<T> and(List<T> some, T another) {
        var more = new ArrayList<>(some);
        more.add(another);
        return more;
    }
}
