package io.regcontract.simulator.drill.record;

import io.regcontract.simulator.drill.CalledRecord;
import io.regcontract.simulator.drill.Drill;
import io.regcontract.simulator.drill.DrillAim;
import io.regcontract.simulator.drill.DrillDescription;
import io.regcontract.simulator.drill.IncomingCall;
import io.regcontract.simulator.drill.Undo;
import io.regcontract.simulator.drill.change.RecordEdit;
import io.regcontract.simulator.record.StoredRecord;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/** The record was written behind the caller's back, who believes in an earlier time of change: 330. */
final class RecordChanged implements Drill {

    private final Set<String> operations;

    RecordChanged(Set<String> operations) {
        this.operations = operations;
    }

    @Override
    public DrillDescription description() {
        return new DrillDescription(
                "record-changed",
                330,
                "Somebody else writes the record after the caller has read it, with the values that it had: only"
                        + " lastUpdated is another one. It shows where the call sends lastUpdated.",
                "The record keeps its new time until the drill is undone; unless it has been written again, it has its"
                        + " old time then.",
                operations,
                EnumSet.allOf(DrillAim.Kind.class));
    }

    @Override
    public boolean concerns(IncomingCall call) {
        return call.argument("lastUpdated").isPresent();
    }

    @Override
    public Optional<Undo> change(IncomingCall call, DrillAim aim) {
        var application = call.application();
        return CalledRecord.of(call)
                .flatMap(
                        subject -> RecordEdit.edit(application, subject, record -> written(record, application.now())));
    }

    private static StoredRecord written(StoredRecord record, Instant now) {
        var time = now.truncatedTo(ChronoUnit.MICROS);
        return new StoredRecord(
                record.id(),
                record.uuid(),
                record.created(),
                time.isAfter(record.lastUpdated()) ? time : record.lastUpdated().plus(1, ChronoUnit.MICROS),
                record.values(),
                record.formerPasswords());
    }
}
