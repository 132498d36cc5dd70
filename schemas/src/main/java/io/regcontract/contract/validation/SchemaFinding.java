package io.regcontract.contract.validation;

/**
 * One way in which a document breaks its schema, in words for a person. Texts do not depend on the locale of the machine; what is shown of the
 * document is cut to a length that fits a line, and its control characters are escaped.
 *
 * @param pointer JSON pointer into the document: the value that is wrong, or the property that is missing
 * @param keyword the keyword of JSON Schema that failed, such as {@code const} or {@code required}
 * @param expected what the schema asks for
 * @param actual what the document has
 * @param message all of it in one sentence
 */
public record SchemaFinding(String pointer, String keyword, String expected, String actual, String message) {}
