package io.regcontract.simulator.operation.entity;

import io.regcontract.simulator.operation.OperationCall;
import io.regcontract.simulator.record.RecordRepository;
import io.regcontract.simulator.token.RecordKey;
import java.util.Collection;
import java.util.HashSet;

/** The end of records: their tokens and codes end with them. */
final class RecordDeletion {

    private RecordDeletion() {}

    static void perform(OperationCall call, RecordRepository book, Collection<String> uuids) {
        var gone = new HashSet<RecordKey>();
        for (var uuid : uuids) {
            book.byUuid(uuid).ifPresent(record -> {
                book.delete(record);
                gone.add(new RecordKey(book.type().name(), uuid));
            });
        }
        call.application().tokens().forget(gone);
    }
}
