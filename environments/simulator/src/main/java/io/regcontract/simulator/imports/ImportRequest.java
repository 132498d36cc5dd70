package io.regcontract.simulator.imports;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What is to be brought into the default application.
 *
 * @param types files with answers of entityType
 * @param settings files with answers of settings/get_all or settings/items
 * @param clients files with answers of clients/list
 * @param flows files with a flow each
 * @param records files with records, each with the type they are of
 */
public record ImportRequest(
        List<Path> types, List<Path> settings, List<Path> clients, List<Path> flows, List<Records> records) {

    /** Nothing. */
    public static final ImportRequest NONE = new ImportRequest(List.of(), List.of(), List.of(), List.of(), List.of());

    /**
     * A file with records.
     *
     * @param type empty for the only type that is imported, or else {@code user}
     */
    public record Records(Optional<String> type, Path file) {}

    /** Copies the lists. */
    public ImportRequest {
        types = List.copyOf(types);
        settings = List.copyOf(settings);
        clients = List.copyOf(clients);
        flows = List.copyOf(flows);
        records = List.copyOf(records);
    }

    /** As this one, with a type more. */
    public ImportRequest withType(Path file) {
        return new ImportRequest(and(types, file), settings, clients, flows, records);
    }

    /** As this one, with settings more. */
    public ImportRequest withSettings(Path file) {
        return new ImportRequest(types, and(settings, file), clients, flows, records);
    }

    /** As this one, with clients more. */
    public ImportRequest withClients(Path file) {
        return new ImportRequest(types, settings, and(clients, file), flows, records);
    }

    /** As this one, with a flow more. */
    public ImportRequest withFlow(Path file) {
        return new ImportRequest(types, settings, clients, and(flows, file), records);
    }

    /** As this one, with a file of records more. */
    public ImportRequest withRecords(Optional<String> type, Path file) {
        return new ImportRequest(types, settings, clients, flows, and(records, new Records(type, file)));
    }

    /**
     * As this one, with a file of records more.
     *
     * @param named the file, or the type and the file: {@code user=people.ndjson}. A file whose name has an equals sign is
     *     taken for what it is where it exists
     */
    public ImportRequest withRecords(String named) {
        int equals = named.indexOf('=');
        return equals < 0 || Files.exists(Path.of(named))
                ? withRecords(Optional.empty(), Path.of(named))
                : withRecords(Optional.of(named.substring(0, equals)), Path.of(named.substring(equals + 1)));
    }

    /** All files but those of records. */
    public List<Path> filesBesideRecords() {
        return Stream.of(types, settings, clients, flows).flatMap(List::stream).toList();
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
