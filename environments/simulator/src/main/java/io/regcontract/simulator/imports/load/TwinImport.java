package io.regcontract.simulator.imports.load;

import io.regcontract.simulator.application.Application;
import io.regcontract.simulator.application.ApplicationChange;
import io.regcontract.simulator.imports.ImportReport;
import io.regcontract.simulator.imports.ImportRequest;
import io.regcontract.simulator.imports.file.ImportException;
import io.regcontract.simulator.imports.file.JsonRecords;
import io.regcontract.simulator.record.RecordLoad;
import io.regcontract.simulator.schema.AttributeDefinition;
import io.regcontract.simulator.schema.EntityType;
import io.regcontract.simulator.store.Store;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Brings all of a request into an application. */
public final class TwinImport {

    private static final String USUAL = "user";

    private final ImportRequest request;
    private final Store store;

    /** @param store that of the application */
    public TwinImport(ImportRequest request, Store store) {
        this.request = request;
        this.store = store;
    }

    /**
     * Brings everything in, as a piece of work of its own.
     *
     * @return what became of it
     * @throws ImportException when a file cannot be used; in memory, nothing has been taken then
     */
    public ImportReport into(Application application) {
        var notes = new ImportNotes();
        if (!request.isEmpty()) {
            new ApplicationChange(store).perform(application, () -> perform(application, notes));
        }
        return notes.report();
    }

    /** As {@link #into}, within a piece of work that is under way. */
    public void within(Application application) {
        new ApplicationChange(store).within(application, () -> perform(application, new ImportNotes()));
    }

    private boolean perform(Application application, ImportNotes notes) {
        var types = new ArrayList<EntityType>();
        for (var file : request.types()) {
            types.add(addType(application, file, notes));
        }
        for (var records : request.records()) {
            load(application, typeOf(records, types), records.file(), notes);
        }
        return true;
    }

    private EntityType addType(Application application, Path file, ImportNotes notes) {
        var type = TypeImport.read(file, notes);
        var types = application.entityTypes();
        var there = types.find(type.name());
        if (there.isPresent()) {
            long records = there.get().count();
            if (records > 0) {
                throw ImportException.in(
                        file,
                        "has the type " + type.name() + ", of which the application has " + records
                                + " records already; begin with another state file, and without other people");
            }
            types.delete(there.get().type());
        }
        types.addIfAbsent(type);
        notes.took(file, "attributes of type " + type.name(), attributes(type));
        return type;
    }

    private void load(Application application, String typeName, Path file, ImportNotes notes) {
        var type = application
                .entityTypes()
                .find(typeName)
                .orElseThrow(() -> ImportException.in(
                        file, "has records of the type " + typeName + ", which the application does not have"))
                .type();
        var conversion = new RecordConversion(type, file, application.passwords(), application.now(), notes);
        var load = application.entityTypes().load(typeName, store::commit);
        var there = new long[1];
        new JsonRecords(file).forEach((record, place) -> {
            try {
                if (!load.add(conversion.convert(record, place))) {
                    there[0]++;
                }
            } catch (RecordLoad.RefusedException refused) {
                throw ImportException.at(file, place, String.valueOf(refused.getMessage()));
            }
        });
        load.finish();
        notes.took(file, "records of type " + typeName, load.added());
        if (there[0] > 0) {
            notes.left(file, "records of type " + typeName, "there already", there[0]);
        }
    }

    private static String typeOf(ImportRequest.Records records, List<EntityType> types) {
        return records.type().orElseGet(() -> types.size() == 1 ? types.get(0).name() : USUAL);
    }

    private static long attributes(EntityType type) {
        return type.own().stream().mapToLong(TwinImport::attributes).sum();
    }

    private static long attributes(AttributeDefinition definition) {
        return 1
                + definition.children().stream()
                        .mapToLong(TwinImport::attributes)
                        .sum();
    }
}
