package io.regcontract.simulator.operation.entity;

import io.regcontract.simulator.application.AccessType;
import io.regcontract.simulator.operation.Call;
import io.regcontract.simulator.record.RecordBook;
import io.regcontract.simulator.record.Visibility;

/** What the caller may see and write of a type. */
final class Access {

    private Access() {}

    static Visibility reading(Call call, RecordBook book) {
        return of(call, book, call.caller().token().isPresent() ? AccessType.READ_WITH_TOKEN : AccessType.READ);
    }

    static Visibility writing(Call call, RecordBook book) {
        // A creation token stands for the client that issued it, at the one thing it is for.
        return call.caller().creation().isPresent()
                ? Visibility.EVERYTHING
                : of(call, book, call.caller().token().isPresent() ? AccessType.WRITE_WITH_TOKEN : AccessType.WRITE);
    }

    private static Visibility of(Call call, RecordBook book, AccessType type) {
        return call.application().accessSchemas().of(book.type().name(), call.client(), type);
    }
}
