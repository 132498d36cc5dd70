package io.regcontract.simulator.drill.change;

import io.regcontract.simulator.application.Application;
import io.regcontract.simulator.drill.Undo;
import io.regcontract.simulator.operation.SelectedRecord;
import io.regcontract.simulator.record.RecordRepository;
import io.regcontract.simulator.record.StoredRecord;
import io.regcontract.simulator.token.RecordKey;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Somebody else changes a record. What is taken back is each attribute that nobody has changed since. */
public final class RecordEdit implements Undo {

    private final Application application;
    private final RecordKey key;
    private final StoredRecord before;
    private final StoredRecord after;

    private RecordEdit(Application application, RecordKey key, StoredRecord before, StoredRecord after) {
        this.application = application;
        this.key = key;
        this.before = before;
        this.after = after;
    }

    /**
     * Changes the values of a record, which has a new {@code lastUpdated} then.
     *
     * @param change changes the values that it is given, which are a copy
     * @return empty when nothing changed, or another record has a unique value of it
     */
    public static Optional<Undo> values(
            Application application, SelectedRecord subject, UnaryOperator<ObjectNode> change) {
        return edit(application, subject, record -> {
            var values = change.apply(record.values().deepCopy());
            return values.equals(record.values())
                    ? record
                    : new StoredRecord(
                            record.id(),
                            record.uuid(),
                            record.created(),
                            application.now().truncatedTo(ChronoUnit.MICROS),
                            values,
                            record.formerPasswords());
        });
    }

    /**
     * Changes a record as a whole, with its times and former passwords.
     *
     * @return empty when nothing changed, or another record has a unique value of it
     */
    public static Optional<Undo> edit(
            Application application, SelectedRecord subject, UnaryOperator<StoredRecord> change) {
        var before = subject.record();
        var after = change.apply(before);
        return after.equals(before) || !subject.book().outside().put(after)
                ? Optional.empty()
                : Optional.of(new RecordEdit(application, subject.key(), before, after));
    }

    @Override
    public void undo() {
        application
                .entityTypes()
                .outside()
                .records(key.typeName())
                .map(RecordRepository::outside)
                .ifPresent(outside -> outside.find(key.uuid())
                        .ifPresent(present -> outside.put(present.equals(after) ? before : mixed(present))));
    }

    /** The record as it is now, but for what only this edit has changed. */
    private StoredRecord mixed(StoredRecord present) {
        var values = present.values().deepCopy();
        var names = new TreeSet<>(before.values().propertyNames());
        names.addAll(after.values().propertyNames());
        for (var name : names) {
            var former = before.values().path(name);
            var edited = after.values().path(name);
            if (!former.equals(edited) && present.values().path(name).equals(edited)) {
                putBack(values, name, former);
            }
        }
        return new StoredRecord(
                present.id(),
                present.uuid(),
                present.created().equals(after.created()) ? before.created() : present.created(),
                present.lastUpdated(),
                values,
                present.formerPasswords().equals(after.formerPasswords())
                        ? before.formerPasswords()
                        : present.formerPasswords());
    }

    private static void putBack(ObjectNode values, String name, JsonNode former) {
        if (former.isMissingNode()) {
            values.remove(name);
        } else {
            values.set(name, former);
        }
    }
}
