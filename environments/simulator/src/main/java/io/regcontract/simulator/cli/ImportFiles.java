package io.regcontract.simulator.cli;

import io.regcontract.simulator.RegistrationSimulator;
import io.regcontract.simulator.imports.ImportReport;
import io.regcontract.simulator.json.Json;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;

/** The files that are written about an import. */
final class ImportFiles {

    private static final String FORMAT = "regcontract/import-report/1";

    private ImportFiles() {}

    /** What became of what was to be imported, in the format {@code import-report}. */
    static JsonNode report(ImportReport report) {
        var json = Json.object();
        json.put("format", FORMAT);
        for (var outcome : ImportReport.Outcome.values()) {
            var list = json.putArray(outcome.word());
            for (var line : report.lines(outcome)) {
                var one = list.addObject();
                one.put("file", line.file().toString());
                one.put("what", line.what());
                one.put("count", line.count());
                if (!line.why().isEmpty()) {
                    one.put("why", line.why());
                }
            }
        }
        return json;
    }

    /** The secrets that were made, by client id. */
    static JsonNode secrets(RegistrationSimulator simulator) {
        var json = Json.object();
        new TreeMap<>(simulator.madeClientSecrets()).forEach(json::put);
        return json;
    }

    /** @throws IllegalArgumentException when the file cannot be written */
    static void write(Path file, JsonNode json) {
        write(file, json, new FileAttribute<?>[0]);
    }

    /**
     * Writes a file that nobody but its owner can read, where the file system knows owners.
     *
     * @throws IllegalArgumentException when it cannot be written
     */
    static void writeForOwner(Path file, JsonNode json) {
        boolean knowsOwners = file.getFileSystem().supportedFileAttributeViews().contains("posix");
        write(
                file,
                json,
                knowsOwners
                        ? new FileAttribute<?>[] {
                            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
                        }
                        : new FileAttribute<?>[0]);
    }

    private static void write(Path file, JsonNode json, FileAttribute<?>[] attributes) {
        try {
            Files.deleteIfExists(file);
            Files.createFile(file, attributes);
            Files.writeString(file, Json.write(json) + "\n", StandardCharsets.UTF_8);
        } catch (IOException unwritable) {
            throw new IllegalArgumentException("cannot write " + file + ": " + unwritable.getMessage());
        }
    }
}
