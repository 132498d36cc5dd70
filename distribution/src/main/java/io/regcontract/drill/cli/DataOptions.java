package io.regcontract.drill.cli;

import io.regcontract.simulator.RegistrationSimulator;
import io.regcontract.simulator.imports.ImportRequest;
import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine.Option;

/** What of a tenant the simulator of a drill begins with, as {@code simulator} takes it. */
final class DataOptions {

    @Option(
            names = "--type",
            paramLabel = "FILE",
            description = "Takes an entity type from an answer of /entityType, as 'simulator --type' does. Repeatable.")
    private List<Path> types = List.of();

    @Option(
            names = "--records",
            paramLabel = "[TYPE=]FILE",
            description = "Takes records with their ids, uuids, times and hashes of passwords, as 'simulator --records'"
                    + " does. Repeatable.")
    private List<String> records = List.of();

    @Option(
            names = "--settings",
            paramLabel = "FILE",
            description = "Takes settings, as 'simulator --settings' does. Repeatable.")
    private List<Path> settings = List.of();

    @Option(
            names = "--flow",
            paramLabel = "FILE",
            description = "Takes a flow, as 'simulator --flow' does. Repeatable.")
    private List<Path> flows = List.of();

    void applyTo(RegistrationSimulator.Builder builder) {
        var request = ImportRequest.NONE;
        for (var type : types) {
            request = request.withType(type);
        }
        for (var file : settings) {
            request = request.withSettings(file);
        }
        for (var file : flows) {
            request = request.withFlow(file);
        }
        for (var file : records) {
            request = request.withRecords(file);
        }
        builder.imports(request);
    }
}
