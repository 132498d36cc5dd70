package io.regcontract.simulator.imports.load;

import io.regcontract.simulator.imports.file.ImportException;
import io.regcontract.simulator.record.RecordLoad;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** Brings records in by pieces of work, each of which outlives the process as a whole, as far as anything does. */
final class RecordBatches {

    private static final int SIZE = 2_000;

    private final RecordLoad load;
    private final Path file;
    private final Consumer<Supplier<Boolean>> changing;
    private final List<Waiting> waiting = new ArrayList<>(SIZE);
    private long there;
    private long kept;

    private record Waiting(RecordLoad.Foreign record, String place) {}

    /** @param changing performs a piece of work */
    RecordBatches(RecordLoad load, Path file, Consumer<Supplier<Boolean>> changing) {
        this.load = load;
        this.file = file;
        this.changing = changing;
    }

    /** @throws ImportException when one of the records before cannot be taken in */
    void add(RecordLoad.Foreign record, String place) {
        waiting.add(new Waiting(record, place));
        if (waiting.size() == SIZE) {
            finish();
        }
    }

    /** @throws ImportException when one of the records before cannot be taken in */
    void finish() {
        long before = there;
        changing.accept(() -> {
            waiting.forEach(this::add);
            load.noteIds();
            return true;
        });
        kept += waiting.size() - (there - before);
        waiting.clear();
    }

    private void add(Waiting next) {
        try {
            if (!load.add(next.record())) {
                there++;
            }
        } catch (RecordLoad.RefusedException refused) {
            throw ImportException.at(file, next.place(), String.valueOf(refused.getMessage()));
        }
    }

    /** How many are in the application now and were not before. */
    long added() {
        return load.added();
    }

    /** How many were there already. */
    long there() {
        return there;
    }

    /** How many of those added stay when the next one fails. */
    long kept() {
        return kept;
    }
}
