package io.regcontract.simulator.imports;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/**
 * What an import took, what it changed and what it left, in this order.
 *
 * <pre>{@code
 * assertThat(simulator.imported().lines(ImportReport.Outcome.LEFT)).isEmpty();
 * }</pre>
 */
public record ImportReport(List<Line> lines) {

    /** What became of something. */
    public enum Outcome {
        /** It is in the application, as the file has it. */
        TAKEN,
        /** It is in the application, and differs from the file. */
        CHANGED,
        /** It is not in the application. */
        LEFT;

        /** The name in reports. */
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * What became of things of one kind.
     *
     * @param what such as {@code records of type user}, or the path of an attribute
     * @param why empty for what was taken
     * @param count of how many things it holds
     */
    public record Line(Outcome outcome, Path file, String what, String why, long count) {

        /** The line as a person reads it. */
        public String sentence() {
            return outcome.word() + ": " + count + " " + what + (why.isEmpty() ? "" : ": " + why) + " (" + file + ")";
        }
    }

    public ImportReport {
        lines = List.copyOf(lines);
    }

    /** The lines of one outcome. */
    public List<Line> lines(Outcome outcome) {
        return lines.stream().filter(line -> line.outcome() == outcome).toList();
    }
}
