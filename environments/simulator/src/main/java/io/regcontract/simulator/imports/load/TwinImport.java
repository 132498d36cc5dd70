package io.regcontract.simulator.imports.load;

import io.regcontract.simulator.application.Application;
import io.regcontract.simulator.application.ApplicationChange;
import io.regcontract.simulator.client.AllowList;
import io.regcontract.simulator.client.Client;
import io.regcontract.simulator.client.Feature;
import io.regcontract.simulator.imports.ImportReport;
import io.regcontract.simulator.imports.ImportRequest;
import io.regcontract.simulator.imports.file.ImportException;
import io.regcontract.simulator.imports.file.RecordSource;
import io.regcontract.simulator.schema.EntityType;
import io.regcontract.simulator.store.MemoryStore;
import io.regcontract.simulator.store.Store;
import java.net.InetAddress;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * Makes the default application a twin of what was read elsewhere. Every new application begins with its types,
 * settings and flows; clients and records are those of the default one. It happens once for a state file: what a
 * restart finds there is left as it has become.
 */
public final class TwinImport {

    private static final String USUAL = "user";

    private final ImportRequest request;
    private final Store store;
    private final ImportedFiles files;
    private final ImportNotes notes = new ImportNotes();
    private final TwinTemplate template;
    private final Set<String> furnished = ConcurrentHashMap.newKeySet();
    private final Map<String, String> madeSecrets = new LinkedHashMap<>();

    /**
     * Reads all but the records.
     *
     * @param store that of the application
     * @throws ImportException when a file cannot be used
     */
    public TwinImport(ImportRequest request, Store store) {
        this.request = request;
        this.store = store;
        this.files = new ImportedFiles(store);
        this.template = new TwinTemplate(request, notes);
    }

    /** Gives a new application types, settings and flows. */
    public void furnish(Application application) {
        // What is said of the default application holds for all.
        template.furnish(application, furnished.isEmpty() ? notes : new ImportNotes(), file -> true);
        furnished.add(application.name());
    }

    /**
     * Brings everything into the default application, in pieces of work of its own.
     *
     * @return what became of it
     * @throws ImportException when a file cannot be used; in memory, nothing has been taken then
     */
    public ImportReport into(Application application) {
        if (!request.isEmpty()) {
            ExportLook.note(allFiles(), notes);
            var changes = new ApplicationChange(store);
            perform(application, work -> changes.perform(application, work), notes);
        }
        return notes.report();
    }

    /**
     * Why everything could not be brought in again, as a sentence without its full stop: a file has gone, or is broken
     * since.
     */
    public Optional<String> faultBeforeAgain(String application) {
        try {
            for (var file : allFiles()) {
                if (!ImportedFiles.isThere(file)) {
                    throw ImportException.in(file, "is not there, or cannot be read");
                }
            }
            for (var records : request.records()) {
                if (!files.hasTaken(application, records.file())) {
                    RecordSource.of(records.file()).forEach((record, place) -> {});
                }
            }
            return Optional.empty();
        } catch (ImportException fault) {
            return Optional.of(String.valueOf(fault.getMessage()));
        }
    }

    /** As {@link #into}, within a piece of work that is under way. */
    public void again(Application application) {
        var changes = new ApplicationChange(store);
        Consumer<Supplier<Boolean>> within = work -> changes.within(application, work);
        within.accept(() -> files.forget(application.name()));
        perform(application, within, new ImportNotes());
    }

    /** The secrets that were made for clients whose file does not know them, by client id. */
    public Map<String, String> madeSecrets() {
        return Map.copyOf(madeSecrets);
    }

    private void perform(Application application, Consumer<Supplier<Boolean>> changing, ImportNotes to) {
        changing.accept(() -> addAllButRecords(application, to));
        for (var records : request.records()) {
            var file = records.file();
            if (files.hasTaken(application.name(), file)) {
                to.left(file, "file of records", "taken at an earlier start");
            } else {
                load(application, typeOf(records, template.types()), file, changing, to);
                changing.accept(() -> files.note(application.name(), file));
            }
        }
    }

    private boolean addAllButRecords(Application application, ImportNotes to) {
        var name = application.name();
        var earlier = request.filesBesideRecords().stream()
                .filter(file -> files.hasTaken(name, file))
                .toList();
        if (!furnished.contains(name)) {
            template.furnish(application, to, file -> !earlier.contains(file));
        }
        addClients(application, file -> !earlier.contains(file), to);
        for (var file : request.filesBesideRecords()) {
            if (earlier.contains(file)) {
                to.forget(file);
                to.left(file, "file", "taken at an earlier start");
            }
            files.note(name, file);
        }
        return true;
    }

    private void addClients(Application application, Predicate<Path> wanted, ImportNotes to) {
        template.clients().stream()
                .filter(client -> wanted.test(client.file()))
                .forEach(client -> add(application, client, to));
        template.accessSchemas().stream()
                .filter(schemas -> wanted.test(schemas.file()))
                .forEach(schemas -> schemas.into(application, to));
        for (var settings : template.settings()) {
            if (!wanted.test(settings.file())) {
                continue;
            }
            settings.ofClients().forEach((client, values) -> {
                if (application.clients().find(client).isEmpty()) {
                    to.left(settings.file(), "settings of client " + client, "there is no such client", values.size());
                } else {
                    values.forEach((key, value) -> application.settings().set(client, key, value));
                    to.took(settings.file(), "settings of client " + client, values.size());
                }
            });
        }
    }

    private void add(Application application, ClientsImport.Foreign foreign, ImportNotes to) {
        var clients = application.clients();
        var there = clients.find(foreign.id());
        Client client;
        if (there.isPresent()) {
            var features = new LinkedHashSet<>(foreign.features());
            if (there.get().features().contains(Feature.OWNER)) {
                features.add(Feature.OWNER);
            }
            client = there.get().withFeatures(List.copyOf(features)).withDescription(foreign.description());
            to.changed(foreign.file(), "client " + foreign.id(), "it keeps the secret that it was given at the start");
        } else {
            var secret = foreign.secret().orElseGet(clients::newSecret);
            try {
                client = clients.add(foreign.id(), secret, foreign.description(), foreign.features());
            } catch (IllegalArgumentException taken) {
                throw ImportException.in(foreign.file(), "has a client of another application: " + taken.getMessage());
            }
            if (foreign.secret().isEmpty()) {
                madeSecrets.put(foreign.id(), secret);
                to.changed(foreign.file(), "client " + foreign.id(), "a secret was made, as the file has none");
            }
        }
        clients.change(client.withAllowList(foreign.allowList()));
        to.took(foreign.file(), "clients", 1);
        if (!AllowList.holds(foreign.allowList(), InetAddress.getLoopbackAddress())) {
            to.left(
                    foreign.file(),
                    "client " + foreign.id(),
                    "calls of it from this machine fail with 403: its allow list does not hold this machine");
        }
    }

    private void load(
            Application application, String typeName, Path file, Consumer<Supplier<Boolean>> changing, ImportNotes to) {
        var type = application
                .entityTypes()
                .find(typeName)
                .orElseThrow(() -> ImportException.in(
                        file, "has records of the type " + typeName + ", which the application does not have"))
                .type();
        var conversion = new RecordConversion(
                type, file, RecordSource.isCsv(file), application.passwords(), application.now(), to);
        var load = application.entityTypes().load(typeName);
        var batches = new RecordBatches(load, file, changing);
        try (load) {
            RecordSource.of(file).forEach((record, place) -> batches.add(conversion.convert(record, place), place));
            batches.finish();
            load.finish();
        } catch (ImportException failed) {
            throw batches.kept() == 0 || store instanceof MemoryStore
                    ? failed
                    : new ImportException(failed.getMessage() + "; " + batches.kept()
                            + " records before it are in the state, and the next start goes on behind them");
        }
        to.took(file, "records of type " + typeName, batches.added());
        if (batches.there() > 0) {
            to.left(file, "records of type " + typeName, "there already", batches.there());
        }
    }

    private List<Path> allFiles() {
        return Stream.concat(
                        request.filesBesideRecords().stream(),
                        request.records().stream().map(ImportRequest.Records::file))
                .toList();
    }

    private static String typeOf(ImportRequest.Records records, List<EntityType> types) {
        return records.type().orElseGet(() -> types.size() == 1 ? types.get(0).name() : USUAL);
    }
}
