package io.regcontract.simulator.operation;

import io.regcontract.simulator.error.SimulatedErrorCode;
import io.regcontract.simulator.filter.Filter;
import io.regcontract.simulator.record.RecordRepository;
import io.regcontract.simulator.record.RecordValues;
import io.regcontract.simulator.record.StoredRecord;
import io.regcontract.simulator.schema.AttributeDefinition;
import io.regcontract.simulator.schema.AttributePath;
import io.regcontract.simulator.schema.EntityType;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The records of a type as a caller may reach them. Whatever an operation shows, asks about or changes goes through
 * here, so that no operation can forget what an access schema hides.
 */
public final class PermittedRecords {

    private final RecordRepository book;
    private final Rights rights;

    private PermittedRecords(RecordRepository book, Rights rights) {
        this.book = book;
        this.rights = rights;
    }

    /**
     * The records of the type that the argument {@code type_name} names.
     *
     * @throws io.regcontract.simulator.error.ApiErrorException 222 when there is no such type
     */
    public static PermittedRecords named(OperationCall call) {
        return of(call, call.records());
    }

    /** The records as the caller may reach them. */
    public static PermittedRecords of(OperationCall call, RecordRepository book) {
        return new PermittedRecords(book, Rights.of(call, book.type().name()));
    }

    /** The records as a client may reach them for a person who has just signed in. */
    public static PermittedRecords ofPerson(OperationCall call, RecordRepository book) {
        return new PermittedRecords(
                book,
                Rights.ofPerson(call.application(), call.client(), book.type().name()));
    }

    /** The type, without what is hidden. */
    public EntityType shownType() {
        return rights.reading().reduced(book.type());
    }

    /** The type with all it has, to find out what a name means. */
    public EntityType type() {
        return book.type();
    }

    /** A record as answers show it, without what is hidden. */
    public ObjectNode shown(StoredRecord record) {
        return rights.reading().reduced(RecordValues.all(book.type(), record));
    }

    /** A search among the records as searches see them now. */
    public PermittedSearch searched(Optional<Filter> filter) {
        // Settled now: records are read when the type may have changed.
        var type = book.type();
        var reading = rights.reading();
        return new PermittedSearch(
                book.searched(
                        filter.map(Filter::conditions).orElse(List.of()),
                        filter.map(Filter::saysNothingElse).orElse(true)),
                record -> reading.reduced(RecordValues.all(type, record)));
    }

    /** A record as it was at a time, without what is hidden; empty when it was not there. */
    public Optional<ObjectNode> asOf(long id, Instant time) {
        return book.asOf(id, time).map(this::shown);
    }

    /**
     * The definition that a path leads to, for reading and for filters.
     *
     * @throws io.regcontract.simulator.error.ApiErrorException 223 when there is none, or it is hidden
     */
    public AttributeDefinition readable(AttributePath path) {
        var definition = book.type().definition(path);
        checkReadable(path);
        return definition;
    }

    /**
     * Refuses an attribute that is hidden.
     *
     * @throws io.regcontract.simulator.error.ApiErrorException 223, as if it did not exist
     */
    public void checkReadable(AttributePath path) {
        rights.reading().check(book.type(), path);
    }

    /**
     * The definition that a path leads to, for writing everything below it.
     *
     * @throws io.regcontract.simulator.error.ApiErrorException 234 for a reserved attribute, 223 when there is none
     *     or it may not be written
     */
    public AttributeDefinition writable(AttributePath path) {
        var definition = book.type().definition(path);
        if (EntityType.isReserved(path.steps().get(0).name())) {
            throw SimulatedErrorCode.RESERVED_ATTRIBUTE
                    .because("attribute is reserved and cannot be written: " + path.withoutIds())
                    .with("attribute_name", path.withoutIds());
        }
        rights.writing().checkWhole(path);
        return definition;
    }

    /** Creates a record; 223 for what may not be written. */
    public StoredRecord create(JsonNode attributes) {
        rights.writing().checkWritten(book.type(), "", attributes, false);
        return book.create(attributes);
    }

    /** Creates a record that may say when it was created; 223 for what may not be written. */
    public StoredRecord createDated(JsonNode attributes) {
        rights.writing().checkWritten(book.type(), "", attributes, false);
        return book.createDated(attributes);
    }

    /** Makes it as if a record that was only just created had never been. */
    public void takeBack(StoredRecord created) {
        book.takeBack(created);
    }

    /** Changes what a value names; 223 for what may not be written. */
    public StoredRecord update(StoredRecord record, Optional<AttributePath> at, JsonNode value) {
        rights.writing().checkWritten(book.type(), above(at), value, false);
        return at.map(path -> book.writeAt(record, path, value, false, SimulatedErrorCode.PASSWORD_REUSED))
                .orElseGet(() -> book.update(record, value, SimulatedErrorCode.PASSWORD_REUSED));
    }

    /**
     * Writes all anew that may be written, and leaves the rest as it is; 223 for what is named and may not be
     * written.
     */
    public StoredRecord replace(StoredRecord record, Optional<AttributePath> at, JsonNode value) {
        var writing = rights.writing();
        writing.checkWritten(book.type(), above(at), value, true);
        boolean whole =
                at.map(path -> writing.covers(path.withoutIds())).orElseGet(() -> writing.isWholeOf(book.type()));
        if (!whole) {
            return book.replaceWithin(writing, record, at, value, SimulatedErrorCode.PASSWORD_REUSED);
        }
        return at.map(path -> book.writeAt(record, path, value, true, SimulatedErrorCode.PASSWORD_REUSED))
                .orElseGet(() -> book.replace(record, value, SimulatedErrorCode.PASSWORD_REUSED));
    }

    /** Takes an element out of a plural; 223 when the plural may not be written as a whole. */
    public void removeElement(StoredRecord record, AttributePath element) {
        writable(element);
        book.removeElement(record, element);
    }

    /** The record that has an element of a plural, if one has it; 223 when the plural may not be written as a whole. */
    public Optional<StoredRecord> holder(AttributePath element) {
        writable(element);
        return book.stream()
                .filter(record -> RecordValues.at(RecordValues.all(book.type(), record), element)
                        .isPresent())
                .findFirst();
    }

    /** Moves an element of a plural to another record; 223 when the plural may not be written as a whole. */
    public void moveElement(StoredRecord from, AttributePath element, StoredRecord to, AttributePath plural) {
        writable(plural);
        book.moveElement(from, element, to, plural);
    }

    /**
     * Refuses to delete records whose attributes may not all be written: with a record, all of them go.
     *
     * @throws io.regcontract.simulator.error.ApiErrorException 403
     */
    public void checkDeletable() {
        if (!rights.writing().isWholeOf(book.type())) {
            throw SimulatedErrorCode.CLIENT_PERMISSION_ERROR.because(
                    "the access schema of the client does not let it delete whole records");
        }
    }

    private static String above(Optional<AttributePath> at) {
        return at.map(AttributePath::withoutIds).orElse("");
    }
}
