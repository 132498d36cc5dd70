package io.regcontract.simulator.drill.change;

import io.regcontract.simulator.application.Application;
import io.regcontract.simulator.drill.Undo;
import io.regcontract.simulator.operation.SelectedRecord;
import java.util.Set;

/** Somebody else deletes a record, with all that was issued for it. */
public final class RecordRemoval {

    private RecordRemoval() {}

    /**
     * Deletes a record.
     *
     * @return brings it back with its tokens and codes, unless another record has one of its unique values by then
     */
    public static Undo of(Application application, SelectedRecord subject) {
        var key = subject.key();
        var record = subject.record();
        var issued = application.tokens().issuedFor(Set.of(key));
        subject.book().outside().setAside(record);
        application.tokens().forget(Set.of(key));
        return () -> application
                .entityTypes()
                .outside()
                .records(key.typeName())
                .filter(book -> book.outside().bringBack(key.uuid()))
                .ifPresent(book -> application.tokens().bringBack(issued));
    }
}
