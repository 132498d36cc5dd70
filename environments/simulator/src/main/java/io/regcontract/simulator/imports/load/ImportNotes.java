package io.regcontract.simulator.imports.load;

import io.regcontract.simulator.imports.ImportReport;
import io.regcontract.simulator.imports.ImportReport.Line;
import io.regcontract.simulator.imports.ImportReport.Outcome;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Map;

/** Counts what becomes of what is imported. */
final class ImportNotes {

    private final Map<Note, Long> counts = new LinkedHashMap<>();

    private record Note(Outcome outcome, Path file, String what, String why) {}

    void took(Path file, String what, long count) {
        add(new Note(Outcome.TAKEN, file, what, ""), count);
    }

    void changed(Path file, String what, String why) {
        changed(file, what, why, 1);
    }

    void changed(Path file, String what, String why, long count) {
        add(new Note(Outcome.CHANGED, file, what, why), count);
    }

    void left(Path file, String what, String why) {
        left(file, what, why, 1);
    }

    void left(Path file, String what, String why, long count) {
        add(new Note(Outcome.LEFT, file, what, why), count);
    }

    /** Takes back what was noted about a file. */
    void forget(Path file) {
        counts.keySet().removeIf(note -> note.file().equals(file));
    }

    private void add(Note note, long count) {
        counts.merge(note, count, Long::sum);
    }

    ImportReport report() {
        return new ImportReport(counts.entrySet().stream()
                .map(each -> new Line(
                        each.getKey().outcome(),
                        each.getKey().file(),
                        each.getKey().what(),
                        each.getKey().why(),
                        each.getValue()))
                .sorted(Comparator.comparing(Line::outcome))
                .toList());
    }
}
