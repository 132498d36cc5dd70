package io.regcontract.simulator.change;

import io.regcontract.simulator.application.Application;
import io.regcontract.simulator.json.Json;
import io.regcontract.simulator.record.RecordRepository;
import io.regcontract.simulator.record.StoredRecord;
import io.regcontract.simulator.schema.AttributePath;
import io.regcontract.simulator.token.RecordKey;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Changes the records of one type behind the back of those who use the API. */
public final class RecordChanges {

    private static final AttributePath ADDRESS = AttributePath.parse("/email").orElseThrow();

    private final Application application;
    private final RecordRepository records;

    /**
     * The changes of the records of a type.
     *
     * @throws RefusedChangeException when there is no such type
     */
    public RecordChanges(Application application, String typeName) {
        this.application = application;
        this.records = application
                .entityTypes()
                .find(typeName)
                .orElseThrow(() -> RefusedChangeException.notThere(
                        "The application " + application.name() + " has no type \"" + typeName + "\"."));
    }

    /** The records themselves. */
    public RecordRepository records() {
        return records;
    }

    /** The record with that uuid or e-mail address. */
    public Optional<StoredRecord> find(String uuidOrAddress) {
        return records.byUuid(uuidOrAddress)
                .or(() -> records.type().find(ADDRESS).isPresent() && records.isUnique(ADDRESS)
                        ? records.byValue(ADDRESS, Json.text(uuidOrAddress))
                        : Optional.empty());
    }

    /**
     * The record with that uuid or e-mail address.
     *
     * @throws RefusedChangeException when there is none
     */
    public StoredRecord record(String uuidOrAddress) {
        return find(uuidOrAddress)
                .orElseThrow(() -> RefusedChangeException.notThere("No record of type "
                        + records.type().name() + " has the uuid or e-mail address \"" + uuidOrAddress + "\"."));
    }

    /** What names a record for tokens. */
    public RecordKey key(StoredRecord record) {
        return new RecordKey(records.type().name(), record.uuid());
    }

    /**
     * Adds a record, as entity.create would.
     *
     * @throws RefusedChangeException when it cannot be
     */
    public StoredRecord create(ObjectNode attributes) {
        return RefusedChangeException.refusing(() -> records.create(attributes));
    }

    /**
     * Adds a record that holds a value, so that nobody else can take it.
     *
     * @throws RefusedChangeException when a record holds it already, or the attribute is not unique
     */
    public StoredRecord take(String attribute, JsonNode value) {
        var path = AttributePath.parse(attribute)
                .filter(each -> records.type().find(each).isPresent())
                .orElseThrow(() -> unknown(attribute));
        if (!records.isUnique(path) || path.steps().size() > 1) {
            throw new RefusedChangeException(path + " is no unique attribute at the top of the type, so that taking a"
                    + " value of it would keep nobody from writing it.");
        }
        return create(Json.object().set(path.last().name(), value));
    }

    /**
     * Changes some attributes of a record, as entity.update would; a password of the past is taken, too.
     *
     * @throws RefusedChangeException when they cannot be
     */
    public StoredRecord change(StoredRecord record, ObjectNode attributes) {
        return RefusedChangeException.refusing(() -> records.update(record, attributes));
    }

    /** Deletes a record with all that was issued for it. */
    public void delete(StoredRecord record) {
        records.delete(record);
        application.tokens().forget(Set.of(key(record)));
    }

    /** Deletes the grants of all clients on a record with their tokens. */
    public void deleteGrants(StoredRecord record) {
        application.tokens().deleteGrants(key(record));
    }

    private RefusedChangeException unknown(String attribute) {
        return new RefusedChangeException(
                "The type " + records.type().name() + " has no attribute \"" + attribute + "\".");
    }
}
