package io.regcontract.report.record;

/**
 * One (code, operation, case) to be proven.
 *
 * @param id for life
 * @param code the documented code that is expected
 * @param condition the sentence that says what makes the error happen
 */
public record Requirement(String id, int code, String condition) {

    /** The code that an id of the catalogue is about. */
    public static int codeOf(String id) {
        return Integer.parseInt(id.substring("REG-".length(), "REG-".length() + 3));
    }
}
