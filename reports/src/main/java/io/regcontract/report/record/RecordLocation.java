package io.regcontract.report.record;

/**
 * A line of a record.
 *
 * @param file name of the file, without its directory
 * @param line counted from 1; 0 when the file as a whole is meant
 */
public record RecordLocation(String file, int line) {

    @Override
    public String toString() {
        return line == 0 ? file : file + ":" + line;
    }
}
