package io.regcontract.simulator.cli;

import io.regcontract.simulator.RegistrationSimulator;
import io.regcontract.simulator.imports.ImportReport.Line;
import io.regcontract.simulator.imports.ImportRequest;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import picocli.CommandLine.Option;

/** What of a tenant the default application begins with. */
final class ImportOptions {

    @Option(
            names = "--type",
            paramLabel = "FILE",
            description =
                    "Takes an entity type from an answer of /entityType, with attributes and constraints; once for"
                            + " each type.")
    private List<Path> types = List.of();

    @Option(
            names = "--records",
            paramLabel = "[TYPE=]FILE",
            arity = "1..*",
            description = "Takes records from answers of entity.find or from records one in a line, with ids, uuids,"
                    + " times and hashes of passwords; packed by gzip or not. Without TYPE= they are of the only type"
                    + " that --type names, or else of user.")
    private List<String> records = List.of();

    void applyTo(RegistrationSimulator.Builder builder) {
        var request = ImportRequest.NONE;
        for (var type : types) {
            request = request.withType(type);
        }
        for (var file : records) {
            int equals = file.indexOf('=');
            request = equals < 0 || Files.exists(Path.of(file))
                    ? request.withRecords(Optional.empty(), Path.of(file))
                    : request.withRecords(Optional.of(file.substring(0, equals)), Path.of(file.substring(equals + 1)));
        }
        builder.imports(request);
    }

    /** Says what became of what was to be imported. */
    List<String> lines(RegistrationSimulator simulator) {
        var lines = simulator.imported().lines();
        return lines.isEmpty()
                ? List.of()
                : Stream.concat(
                                Stream.of("imported:"),
                                lines.stream().map(Line::sentence).map(line -> "  " + line))
                        .toList();
    }
}
