package io.regcontract.simulator.cli;

import io.regcontract.simulator.RegistrationSimulator;
import io.regcontract.simulator.imports.ImportRequest;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
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
            description = "Takes records with their ids, uuids, times and hashes of passwords: answers of entity.find,"
                    + " records one in a line, or CSV when the file is called so; packed by gzip or not. Without TYPE="
                    + " they are of the only type that --type names, or else of user.")
    private List<String> records = List.of();

    @Option(
            names = "--settings",
            paramLabel = "FILE",
            description = "Takes settings from an answer of settings/get_all, settings/items or one of its siblings.")
    private List<Path> settings = List.of();

    @Option(
            names = "--clients",
            paramLabel = "FILE",
            description =
                    "Takes clients from an answer of clients/list. A secret that it does not know is made, and told"
                            + " once.")
    private List<Path> clients = List.of();

    @Option(
            names = "--client-secrets",
            paramLabel = "FILE",
            description = "Writes the secrets that --clients made into this file, for its owner alone, and not on the"
                    + " console.")
    private Optional<Path> clientSecrets = Optional.empty();

    @Option(
            names = "--flow",
            paramLabel = "FILE",
            description =
                    "Takes a flow: one that this simulator wrote, or the vendor's as far as its form is known; what"
                            + " is not understood is listed.")
    private List<Path> flows = List.of();

    @Option(
            names = "--import-report",
            paramLabel = "FILE",
            description = "Writes what was taken, changed and left into this file, as JSON.")
    private Optional<Path> report = Optional.empty();

    void applyTo(RegistrationSimulator.Builder builder) {
        var request = ImportRequest.NONE;
        for (var type : types) {
            request = request.withType(type);
        }
        for (var file : settings) {
            request = request.withSettings(file);
        }
        for (var file : clients) {
            request = request.withClients(file);
        }
        for (var file : flows) {
            request = request.withFlow(file);
        }
        for (var file : records) {
            request = request.withRecords(file);
        }
        builder.imports(request);
    }

    /**
     * Writes the files that were asked for.
     *
     * @throws IllegalArgumentException when one cannot be written
     */
    void write(RegistrationSimulator simulator) {
        report.ifPresent(file -> ImportFiles.write(file, ImportFiles.report(simulator.imported())));
        if (!simulator.madeClientSecrets().isEmpty()) {
            clientSecrets.ifPresent(file -> ImportFiles.writeForOwner(file, ImportFiles.secrets(simulator)));
        }
    }

    /** Says what became of what was to be imported, and the secrets that were made where no file was named for them. */
    List<String> lines(RegistrationSimulator simulator) {
        var lines = new ArrayList<String>();
        if (!simulator.imported().lines().isEmpty()) {
            lines.add("imported:");
            simulator.imported().lines().forEach(line -> lines.add("  " + line.sentence()));
        }
        var secrets = simulator.madeClientSecrets();
        if (clientSecrets.isPresent() && !secrets.isEmpty()) {
            lines.add("secrets of " + secrets.size() + " imported clients were made: " + clientSecrets.get());
        } else {
            new TreeMap<>(secrets).forEach((id, secret) -> lines.add("made for client " + id + ": secret " + secret));
        }
        return lines;
    }
}
