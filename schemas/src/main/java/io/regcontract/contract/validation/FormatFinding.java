package io.regcontract.contract.validation;

/**
 * One way in which a file that a user writes or reads breaks its format. The parts are those of {@link SchemaFinding}.
 *
 * @param pointer JSON pointer into the file: the value that is wrong, or the key that is missing
 * @param keyword the keyword of JSON Schema that failed
 * @param expected what the format asks for
 * @param actual what the file has
 * @param message all of it in one sentence
 */
public record FormatFinding(String pointer, String keyword, String expected, String actual, String message) {

    static FormatFinding of(SchemaFinding finding) {
        return new FormatFinding(
                finding.pointer(), finding.keyword(), finding.expected(), finding.actual(), finding.message());
    }
}
