package io.regcontract.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.regcontract.contract.model.ErrorCode;
import io.regcontract.contract.validation.SchemaFinding;
import io.regcontract.contract.validation.SchemaSet;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.util.DefaultLocale;
import tools.jackson.databind.node.ObjectNode;

/** The words of a finding, to the letter, on a machine that speaks another language. */
@DefaultLocale("de-DE")
class FindingMessagesTest {

    private final Contract contract = Contract.load();

    @Test
    void saysWhatIsWrongWithAnAnswer() {
        ObjectNode body = SampleBodies.JSON
                .createObjectNode()
                .put("code", "361")
                .put("error", "constraint_violation")
                .put("error_description", " ")
                .put("attribute_name", "badge")
                .put("stat", "ok");
        assertThat(contract.validate(ErrorCode.UNIQUE_VIOLATION, body))
                .containsExactly(
                        new SchemaFinding(
                                "/attribute_name",
                                "pattern",
                                "a path with a leading slash",
                                "\"badge\"",
                                "/attribute_name: expected a path with a leading slash, found \"badge\""),
                        new SchemaFinding(
                                "/code",
                                "type",
                                "integer",
                                "string \"361\"",
                                "/code: expected integer, found string \"361\""),
                        new SchemaFinding(
                                "/error",
                                "const",
                                "\"unique_violation\"",
                                "\"constraint_violation\"",
                                "/error: expected \"unique_violation\", found \"constraint_violation\""),
                        new SchemaFinding(
                                "/error_description",
                                "pattern",
                                "a text that is not blank",
                                "\" \"",
                                "/error_description: expected a text that is not blank, found \" \""),
                        new SchemaFinding(
                                "/request_token", "required", "present", "missing", "/request_token is missing"),
                        new SchemaFinding(
                                "/stat", "const", "\"error\"", "\"ok\"", "/stat: expected \"error\", found \"ok\""));
    }

    @Test
    void countsTheCharactersOfAToken() {
        assertThat(tokenFindings("ze7eyupk6qf5ume"))
                .containsExactly("/request_token: expected 16 characters, found 15 characters: \"ze7eyupk6qf5ume\"");
        assertThat(tokenFindings("ze7eyupk6qf5umek2"))
                .containsExactly("/request_token: expected 16 characters, found 17 characters: \"ze7eyupk6qf5umek2\"");
        assertThat(tokenFindings("ze7eyupk qf5umek"))
                .containsExactly("/request_token: expected no blanks, found \"ze7eyupk qf5umek\"");
    }

    private List<String> tokenFindings(String token) {
        ObjectNode body = SampleBodies.good(DocumentationFacts.ALL.get(0)).put("request_token", token);
        return contract.validateEnvelope(body).stream()
                .map(SchemaFinding::message)
                .toList();
    }

    @Test
    void showsAHostileValueShortAndHarmless() {
        ObjectNode body = SampleBodies.good(DocumentationFacts.ALL.get(0))
                .put("error", "\u001b[2J\u202e\"\\\r\n\u0000" + "x".repeat(1_000_000));
        SchemaFinding finding =
                contract.validate(ErrorCode.MISSING_ARGUMENT, body).get(0);
        assertThat(finding.actual())
                .isEqualTo(
                        "\"\\u001b[2J\\u202e\\\"\\\\\\r\\n\\u0000" + "x".repeat(70) + "\" and 999930 more characters");
    }

    @Test
    void showsAHostileKeyShortAndHarmlessInTheMessage() {
        ObjectNode body = SampleBodies.good(DocumentationFacts.ALL.get(0));
        body.putObject("invalid_fields").put("\u001b[2J/" + "k".repeat(1_000_000), "no list");
        SchemaFinding finding =
                contract.validate(ErrorCode.INVALID_FORM_FIELDS, body).get(2);
        assertThat(finding.pointer()).hasSizeGreaterThan(1_000_000);
        assertThat(finding.message())
                .isEqualTo("/invalid_fields/\\u001b[2J~1" + "k".repeat(58)
                        + "...: expected array, found string \"no list\"");
    }

    @Test
    void reportsTheFirstHundredOfVeryMany() {
        ObjectNode body = SampleBodies.good(DocumentationFacts.ALL.get(0));
        ObjectNode fields = body.putObject("invalid_fields");
        for (int i = 0; i < 10_000; i++) {
            fields.put("field" + i, i);
        }
        assertThat(contract.validate(ErrorCode.INVALID_FORM_FIELDS, body)).hasSize(100);
    }

    @Test
    void saysWhatIsWrongWithOtherKindsOfValues() {
        assertThat(
                        messages(
                                """
                        {"properties": {
                          "few": {"type": "array", "minItems": 2}, "many": {"maxItems": 1}, "same": {"uniqueItems": true},
                          "low": {"minimum": 1}, "high": {"maximum": 2}, "kind": {"enum": ["a", 1, null]},
                          "or": {"type": ["string", "null"]}, "free": {"pattern": "^a"}, "bare": {"type": "object", "minProperties": 1},
                          "closed": {"properties": {"a": {}}, "additionalProperties": false}, "never": false,
                          "short": {"minLength": 2}, "long": {"maxLength": 1},
                          "pair": {"dependentRequired": {"a": ["b/c"]}}}}
                        """,
                                """
                        {"few": [1], "many": [1, 2], "same": [1, 1], "low": 0, "high": 3, "kind": "b", "or": {"a": 1}, "free": "b", "bare": {},
                         "closed": {"a": 1, "x~y": 2}, "never": 1, "short": "a", "long": "ab", "pair": {"a": 1}}
                        """))
                .containsExactly(
                        "/bare: expected at least 1 key, found 0 keys",
                        "/closed/x~0y is not a known key",
                        "/few: expected at least 2 elements, found 1 element",
                        "/free: expected a text that matches ^a, found \"b\"",
                        "/high: expected at most 2, found 3",
                        "/kind: expected one of \"a\", 1, null, found \"b\"",
                        "/long: expected at most 1 character, found 2 characters: \"ab\"",
                        "/low: expected at least 1, found 0",
                        "/many: expected at most 1 element, found 2 elements",
                        "/never: expected nothing here, found 1",
                        "/or: expected string or null, found an object with 1 key",
                        "/pair/b~1c is missing",
                        "/same: expected no element twice, found an element twice",
                        "/short: expected at least 2 characters, found 1 character: \"a\"");
    }

    @Test
    void keepsWhatTheValidatorSaysOfAKeywordItHasNoWordsForInOneLanguage() {
        assertThat(messages("{\"properties\": {\"a\": {\"multipleOf\": 3}}}", "{\"a\": 4}"))
                .containsExactly("must be multiple of 3");
    }

    @Test
    void leavesOutTheGoodPropertiesThatAFailureElsewhereMakesUnevaluated() {
        assertThat(messages(
                        """
                        {"$ref": "#/$defs/base", "unevaluatedProperties": false,
                         "$defs": {"base": {"properties": {"good": {}, "bad": {"type": "integer"}}}}}
                        """,
                        "{\"good\": 1, \"bad\": \"x\", \"unknown\": 2}"))
                .containsExactly("/bad: expected integer, found string \"x\"", "/unknown is not a known key");
    }

    @Test
    void reportsAnUnevaluatedPropertyThatIsTheOnlyThingWrong() {
        assertThat(messages("{\"properties\": {\"a\": {}}, \"unevaluatedProperties\": false}", "{\"a\": 1, \"b\": 2}"))
                .containsExactly("/b is not a known key");
    }

    @Test
    void ofAlternativesItReportsTheOneThatWasMeant() {
        String schema =
                """
                {"items": {"oneOf": [
                  {"properties": {"type": {"const": "cat"}, "lives": {"type": "integer"}}, "required": ["type", "lives"]},
                  {"properties": {"type": {"const": "dog"}, "bark": {"type": "string"}, "tail": {"type": "string"}}, "required": ["type", "bark", "tail"]}]}}
                """;
        assertThat(messages(
                        schema,
                        "[{\"type\": \"cat\", \"lives\": \"nine\"}, {\"type\": \"dog\", \"bark\": 1, \"tail\": 2}]"))
                .containsExactly(
                        "/0/lives: expected integer, found string \"nine\"",
                        "/1/bark: expected string, found number 1",
                        "/1/tail: expected string, found number 2");
    }

    @Test
    void ofAlternativesThatAreEquallyFarItNamesThemAll() {
        assertThat(messages(
                        "{\"properties\": {\"a\": {\"anyOf\": [{\"type\": \"string\"}, {\"type\": \"integer\"}]}}}",
                        "{\"a\": true}"))
                .containsExactly("/a: expected string or integer, found true");
        assertThat(messages(
                        "{\"properties\": {\"a\": {\"oneOf\": [{\"required\": [\"x\"]}, {\"required\": [\"y\"]}]}}}",
                        "{\"a\": {}}"))
                .containsExactly("/a: expected one of 2 forms, and it fits none, found {}");
        assertThat(messages(
                        "{\"properties\": {\"oneOf\": {\"oneOf\": [{\"minimum\": 1}, {\"maximum\": 5}]}}}",
                        "{\"oneOf\": 3}"))
                .containsExactly("/oneOf: expected exactly one of the forms, found more than one fits");
    }

    private static List<String> messages(String schema, String document) {
        ObjectNode node = (ObjectNode) SampleBodies.JSON.readTree(schema);
        SchemaSet schemas = new SchemaSet(Map.of("https://example.org/s", node.put("$id", "https://example.org/s")));
        return schemas.validate("https://example.org/s", SampleBodies.JSON.readTree(document)).stream()
                .map(SchemaFinding::message)
                .toList();
    }
}
