package io.regcontract.simulator.operation;

import io.regcontract.simulator.error.ApiErrorException;
import io.regcontract.simulator.error.SimulatedErrorCode;
import io.regcontract.simulator.record.DateTimes;
import io.regcontract.simulator.record.RecordRepository;
import io.regcontract.simulator.record.RecordValues;
import io.regcontract.simulator.record.StoredRecord;
import io.regcontract.simulator.token.AccessToken;
import io.regcontract.simulator.token.RecordKey;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import tools.jackson.databind.node.ObjectNode;

/** The record that a call is about, and the repository that holds it. */
public record SelectedRecord(RecordRepository book, StoredRecord record) {

    /**
     * The record that the caller's token, or else the arguments of the call name.
     *
     * @throws ApiErrorException 222 for an unknown type, 310 when there is no such record, 223 and 200 for a
     *     selector that cannot name one, 403 for one that names another record than the token
     */
    public static SelectedRecord of(OperationCall call) {
        return call.caller().token().map(token -> own(call, token)).orElseGet(() -> named(call));
    }

    /**
     * The record of a user.
     *
     * @throws ApiErrorException 310 when it is gone
     */
    public static SelectedRecord of(OperationCall call, AccessToken token) {
        return of(call, token.record());
    }

    /**
     * The record of that name.
     *
     * @throws ApiErrorException 310 when it is gone
     */
    public static SelectedRecord of(OperationCall call, RecordKey key) {
        return call.application()
                .entityTypes()
                .find(key.typeName())
                .flatMap(book -> book.byUuid(key.uuid()).map(record -> new SelectedRecord(book, record)))
                .orElseThrow(SelectedRecord::notFound);
    }

    /** The name of the record, as tokens and codes know it. */
    public RecordKey key() {
        return new RecordKey(book.type().name(), record.uuid());
    }

    /**
     * Holds the arguments {@code created} and {@code lastUpdated} against the record.
     *
     * @throws ApiErrorException 330 when one differs
     */
    public SelectedRecord checkTimestamps(OperationCall call) {
        check(call, "created", record.created());
        check(call, "lastUpdated", record.lastUpdated());
        return this;
    }

    private static SelectedRecord own(OperationCall call, AccessToken token) {
        var selection = of(call, token);
        new RecordSelectors(call, selection.book).checkSame(selection.record);
        return selection;
    }

    private static SelectedRecord named(OperationCall call) {
        var book = call.records();
        return new SelectedRecord(book, new RecordSelectors(call, book).named().orElseThrow(SelectedRecord::notFound));
    }

    private static void check(OperationCall call, String argument, Instant actual) {
        var supplied = call.arguments().time(argument, call.now());
        if (supplied.isPresent() && !supplied.get().equals(actual.truncatedTo(ChronoUnit.MICROS))) {
            throw SimulatedErrorCode.TIMESTAMP_MISMATCH
                    .because("the record has another value for " + argument)
                    .with("attribute_name", "/" + argument)
                    .with("actual_value", DateTimes.micros(actual))
                    .with("supplied_value", call.arguments().text(argument));
        }
    }

    private static ApiErrorException notFound() {
        return SimulatedErrorCode.RECORD_NOT_FOUND.because("record not found");
    }

    /**
     * The record with all that it holds, to judge by and not to show: what is shown goes through {@link
     * PermittedRecords}.
     */
    public ObjectNode whole() {
        return RecordValues.all(book.type(), record);
    }
}
