package io.regcontract.simulator.imports.file;

import java.nio.file.Path;
import java.util.Locale;
import tools.jackson.databind.node.ObjectNode;

/** Records in a file, which is read once and never held in memory. */
public interface RecordSource {

    /**
     * Hands on every record, in the order of the file.
     *
     * @throws ImportException when the file is not what it should be
     */
    void forEach(Sink sink);

    /** The records in a file: CSV when it is called so, packed or not, and JSON otherwise. */
    static RecordSource of(Path file) {
        return isCsv(file) ? new CsvRecords(file) : new JsonRecords(file);
    }

    /** Whether a file is called so as CSV is. */
    static boolean isCsv(Path file) {
        return String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT).matches(".*[.](csv|tsv)([.]gz)?");
    }

    /** Takes records. */
    @FunctionalInterface
    interface Sink {

        /**
         * Takes a record.
         *
         * @param place where it stands, such as {@code line 3, record 2}
         */
        void take(ObjectNode record, String place);
    }
}
