package io.regcontract.simulator.operation.entity;

import io.regcontract.simulator.operation.Call;
import io.regcontract.simulator.record.RecordBook;
import io.regcontract.simulator.token.RecordKey;

/** The end of a record: its tokens end with it. */
final class Deletion {

    private Deletion() {}

    static void perform(Call call, RecordBook book, String uuid) {
        book.byUuid(uuid).ifPresent(record -> {
            // The record first: a storage that refuses to let it go leaves its tokens as they were.
            book.delete(record);
            call.application().tokens().deleteGrants(new RecordKey(book.type().name(), uuid));
        });
    }
}
