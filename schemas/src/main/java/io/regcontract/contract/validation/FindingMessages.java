package io.regcontract.contract.validation;

import com.networknt.schema.Error;
import io.regcontract.contract.text.SafeText;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import tools.jackson.databind.JsonNode;

/**
 * What the validator found, in words of our own: they stay the same when the validator or the locale changes. A schema can say in {@code x-expected}
 * what a pattern is for; without it the pattern itself is shown.
 */
final class FindingMessages {

    private FindingMessages() {}

    /** @param schema the schema object in which the keyword stands that failed */
    static SchemaFinding of(Error error, JsonNode schema) {
        String at = error.getInstanceLocation().toString();
        JsonNode wanted = error.getSchemaNode();
        JsonNode found = error.getInstanceNode();
        String keyword = error.getKeyword();
        return switch (keyword) {
            case "required", "dependentRequired" ->
                finding(at + "/" + escaped(missing(error)), keyword, "present", "missing");
            case "additionalProperties", "unevaluatedProperties" ->
                finding(at + "/" + escaped(error.getProperty()), keyword, "no such key", "present");
            case "propertyNames" ->
                finding(at + "/" + escaped(error.getProperty()), keyword, ownWords(schema, "another name"), "present");
            case "type" -> finding(at, keyword, types(wanted), kind(found) + SafeText.of(found));
            case "const" -> finding(at, keyword, SafeText.of(wanted), SafeText.of(found));
            case "enum" -> finding(at, keyword, "one of " + list(wanted, ", "), SafeText.of(found));
            case "pattern" ->
                finding(at, keyword, ownWords(schema, "a text that matches " + wanted.asString()), SafeText.of(found));
            case "minLength", "maxLength" -> length(at, keyword, schema, found);
            case "minItems" -> amount(at, keyword, "at least ", wanted, found, "element");
            case "maxItems" -> amount(at, keyword, "at most ", wanted, found, "element");
            case "minProperties" -> amount(at, keyword, "at least ", wanted, found, "key");
            case "maxProperties" -> amount(at, keyword, "at most ", wanted, found, "key");
            case "minimum" -> finding(at, keyword, "at least " + wanted, SafeText.of(found));
            case "maximum" -> finding(at, keyword, "at most " + wanted, SafeText.of(found));
            case "exclusiveMinimum" -> finding(at, keyword, "more than " + wanted, SafeText.of(found));
            case "exclusiveMaximum" -> finding(at, keyword, "less than " + wanted, SafeText.of(found));
            case "contains", "minContains" ->
                finding(at, keyword, SafeText.of(wanted.path("const")) + " among the elements", "none");
            case "uniqueItems" -> finding(at, keyword, "no element twice", "an element twice");
            case "format" -> finding(at, keyword, "a " + wanted.asString(), SafeText.of(found));
            case "oneOf" -> finding(at, keyword, "exactly one of the forms", "more than one fits");
            case "false" -> finding(at, keyword, "nothing here", SafeText.of(found));
            default ->
                new SchemaFinding(
                        at,
                        keyword,
                        ownWords(schema, SafeText.of(wanted)),
                        SafeText.of(found),
                        SafeText.text(error.getMessage()));
        };
    }

    static SchemaFinding finding(String pointer, String keyword, String expected, String actual) {
        String where = pointer.isEmpty() ? "the document" : SafeText.text(pointer);
        String message =
                switch (keyword) {
                    case "required", "dependentRequired" -> where + " is missing";
                    case "additionalProperties", "unevaluatedProperties" -> where + " is not a known key";
                    default -> where + ": expected " + expected + ", found " + actual;
                };
        return new SchemaFinding(pointer, keyword, expected, actual, message);
    }

    private static SchemaFinding length(String at, String keyword, JsonNode schema, JsonNode found) {
        JsonNode least = schema.path("minLength");
        JsonNode most = schema.path("maxLength");
        String text = found.asString();
        int length = text.codePointCount(0, text.length());
        String expected;
        if (least.equals(most)) {
            expected = SafeText.count(least.intValue(), "character");
        } else if (keyword.equals("minLength")) {
            expected = "at least " + SafeText.count(least.intValue(), "character");
        } else {
            expected = "at most " + SafeText.count(most.intValue(), "character");
        }
        return finding(at, keyword, expected, SafeText.count(length, "character") + ": " + SafeText.of(found));
    }

    private static SchemaFinding amount(
            String at, String keyword, String bound, JsonNode wanted, JsonNode found, String what) {
        return finding(
                at, keyword, bound + SafeText.count(wanted.intValue(), what), SafeText.count(found.size(), what));
    }

    /** For dependentRequired the property that is missing comes first among the arguments of the message; for required it is the property. */
    private static String missing(Error error) {
        return String.valueOf(error.getArguments()[0]);
    }

    private static String types(JsonNode wanted) {
        return wanted.isArray() ? list(wanted, " or ").replace("\"", "") : wanted.asString();
    }

    private static String kind(JsonNode found) {
        if (found.isString()) {
            return "string ";
        }
        return found.isNumber() ? "number " : "";
    }

    private static String ownWords(JsonNode schema, String otherwise) {
        return schema.path("x-expected").asString(otherwise);
    }

    private static String list(JsonNode values, String separator) {
        return StreamSupport.stream(values.spliterator(), false)
                .map(SafeText::of)
                .collect(Collectors.joining(separator));
    }

    private static String escaped(String key) {
        return key.replace("~", "~0").replace("/", "~1");
    }
}
