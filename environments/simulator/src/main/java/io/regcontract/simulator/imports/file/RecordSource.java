package io.regcontract.simulator.imports.file;

import tools.jackson.databind.node.ObjectNode;

/** Records in a file, which is read once and never held in memory. */
public interface RecordSource {

    /**
     * Hands on every record, in the order of the file.
     *
     * @throws ImportException when the file is not what it should be
     */
    void forEach(Sink sink);

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
