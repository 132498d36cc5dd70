package io.regcontract.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.regcontract.contract.model.ErrorCode;
import io.regcontract.contract.validation.SchemaFinding;
import java.math.BigDecimal;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Each code's schema takes a good answer and finds each damage, at its place and through the keyword that is meant for it. */
class ErrorSchemasTest {

    private final Contract contract = Contract.load();

    @ParameterizedTest
    @MethodSource("io.regcontract.contract.DocumentationFacts#all")
    void takesAGoodAnswer(DocumentationFacts fact) {
        assertThat(contract.validate(fact.constant(), SampleBodies.good(fact))).isEmpty();
        assertThat(contract.validateEnvelope(SampleBodies.good(fact))).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("io.regcontract.contract.DocumentationFacts#all")
    void takesFieldsItDoesNotKnow(DocumentationFacts fact) {
        ObjectNode body = SampleBodies.good(fact).put("stat", "error").put("weather", "fine");
        assertThat(contract.validate(fact.constant(), body)).isEmpty();
        assertThat(contract.knownFields(fact.constant())).doesNotContain("weather");
    }

    @ParameterizedTest
    @MethodSource("damages")
    void findsADamage(Damage damage, DocumentationFacts fact) {
        ObjectNode body = SampleBodies.good(fact);
        damage.inflict().accept(body);
        assertThat(contract.validate(fact.constant(), body))
                .extracting(SchemaFinding::pointer, SchemaFinding::keyword)
                .containsExactly(tuple(damage.pointer(), damage.keyword()));
    }

    static Stream<Arguments> damages() {
        return Stream.of(
                        new Damage("a wrong code", "/code", "const", body -> body.put("code", 299)),
                        new Damage("no integer", "/code", "type", body -> body.put("code", new BigDecimal("415.5"))),
                        new Damage(
                                "a code as text",
                                "/code",
                                "type",
                                body -> body.put("code", body.path("code").asString())),
                        new Damage("no code", "/code", "required", body -> body.remove("code")),
                        new Damage("a null code", "/code", "type", body -> body.putNull("code")),
                        new Damage("another name", "/error", "const", body -> body.put("error", "other_error")),
                        new Damage(
                                "a name in capitals", "/error", "const", body -> body.put("error", "UNIQUE_VIOLATION")),
                        new Damage("a name that is none", "/error", "type", body -> body.put("error", 7)),
                        new Damage("no name", "/error", "required", body -> body.remove("error")),
                        new Damage(
                                "no description",
                                "/error_description",
                                "required",
                                body -> body.remove("error_description")),
                        new Damage(
                                "a blank description",
                                "/error_description",
                                "pattern",
                                body -> body.put("error_description", " \t\n")),
                        new Damage(
                                "a description that is none",
                                "/error_description",
                                "type",
                                body -> body.putObject("error_description")),
                        new Damage("no token", "/request_token", "required", body -> body.remove("request_token")),
                        new Damage(
                                "a short token",
                                "/request_token",
                                "minLength",
                                body -> body.put("request_token", "ze7eyupk6qf5ume")),
                        new Damage(
                                "a long token",
                                "/request_token",
                                "maxLength",
                                body -> body.put("request_token", "ze7eyupk6qf5umek2")),
                        new Damage(
                                "a token with a blank",
                                "/request_token",
                                "pattern",
                                body -> body.put("request_token", "ze7eyupk qf5umek")),
                        new Damage(
                                "a token that ends its line",
                                "/request_token",
                                "pattern",
                                body -> body.put("request_token", "ze7eyupk6qf5ume\n")),
                        new Damage(
                                "a token that is a number",
                                "/request_token",
                                "type",
                                body -> body.put("request_token", 1234567890123456L)),
                        new Damage(
                                "a token under another name",
                                "/request_token",
                                "required",
                                body -> body.set("request_id", body.remove("request_token"))),
                        new Damage("a stat that is none", "/stat", "const", body -> body.put("stat", "fail")))
                .flatMap(damage -> DocumentationFacts.all().map(fact -> arguments(damage, fact)));
    }

    record Damage(String name, String pointer, String keyword, Consumer<ObjectNode> inflict) {
        @Override
        public String toString() {
            return name;
        }
    }

    @Test
    void findsEveryDamageOfOneAnswerAtOnce() {
        ObjectNode body =
                SampleBodies.JSON.createObjectNode().put("code", "361").put("request_token", "short");
        assertThat(contract.validate(ErrorCode.UNIQUE_VIOLATION, body))
                .extracting(SchemaFinding::pointer)
                .containsExactly("/code", "/error", "/error_description", "/request_token");
    }

    @ParameterizedTest
    @ValueSource(strings = {"[]", "null", "7", "\"361\"", "true"})
    void findsThatAnAnswerIsNoObject(String json) {
        assertThat(contract.validate(ErrorCode.UNIQUE_VIOLATION, SampleBodies.JSON.readTree(json)))
                .extracting(SchemaFinding::pointer, SchemaFinding::keyword)
                .containsExactly(tuple("", "type"));
    }

    /** JSON Schema knows one kind of number: whoever needs to tell 415 from 415.0 must look at the wire. */
    @ParameterizedTest
    @ValueSource(strings = {"415.0", "4.15e2"})
    void cannotTellAnIntegerFromADecimalOfTheSameValue(String number) {
        JsonNode body = SampleBodies.JSON.readTree("{\"code\":" + number
                + ",\"error\":\"authorization_code_expired\",\"error_description\":\"x\",\"request_token\":\""
                + SampleBodies.TOKEN + "\"}");
        assertThat(contract.validate(ErrorCode.AUTHORIZATION_CODE_EXPIRED, body))
                .isEmpty();
    }

    @Test
    void countsCharactersOfATokenAndNotTheUnitsOfItsEncoding() {
        ObjectNode body =
                SampleBodies.good(DocumentationFacts.ALL.get(0)).put("request_token", "\uD83D\uDE00".repeat(8));
        assertThat(contract.validateEnvelope(body))
                .extracting(SchemaFinding::actual)
                .singleElement()
                .asString()
                .startsWith("8 characters");
    }

    @ParameterizedTest
    @MethodSource("io.regcontract.contract.DocumentationFacts#all")
    void takesTheFieldsThatACodeIsKnownToCarryInTheFormTheyAreKnownIn(DocumentationFacts fact) {
        for (String field : contract.error(fact.constant()).extraFields().keySet()) {
            ObjectNode body = SampleBodies.good(fact);
            body.set(field, sample(field));
            assertThat(contract.validate(fact.constant(), body)).as(field).isEmpty();
            assertThat(contract.knownFields(fact.constant())).contains(field);
        }
    }

    @Test
    void findsAKnownFieldOfAnotherForm() {
        ObjectNode body = SampleBodies.good(fact(390)).put("message", 1);
        body.putObject("invalid_fields").put("emailAddress", "is taken");
        assertThat(contract.validate(ErrorCode.INVALID_FORM_FIELDS, body))
                .extracting(SchemaFinding::pointer, SchemaFinding::expected, SchemaFinding::actual)
                .containsExactly(
                        tuple("/invalid_fields/emailAddress", "array", "string \"is taken\""),
                        tuple("/message", "string", "number 1"));
    }

    @ParameterizedTest
    @MethodSource("io.regcontract.contract.DocumentationFacts#all")
    void anElementNeedsNoTokenAndNothingElseLess(DocumentationFacts fact) {
        assertThat(contract.validateElement(fact.constant(), SampleBodies.element(fact)))
                .isEmpty();
        assertThat(contract.validateElement(
                        fact.constant(), SampleBodies.element(fact).put("code", 299)))
                .extracting(SchemaFinding::pointer)
                .containsExactly("/code");
        assertThat(contract.validateElement(
                        fact.constant(), SampleBodies.element(fact).put("error", "other_error")))
                .extracting(SchemaFinding::pointer)
                .containsExactly("/error");
        assertThat(contract.validateElement(fact.constant(), SampleBodies.JSON.createObjectNode()))
                .extracting(SchemaFinding::pointer)
                .containsExactly("/code", "/error", "/error_description");
    }

    private static DocumentationFacts fact(int code) {
        return DocumentationFacts.all()
                .filter(fact -> fact.code() == code)
                .findFirst()
                .orElseThrow();
    }

    private static JsonNode sample(String field) {
        return switch (field) {
            case "attribute_name" -> SampleBodies.JSON.readTree("\"/profiles/domain\"");
            case "invalid_fields" -> SampleBodies.JSON.readTree("{\"signInForm\":[\"is not right\",\"nor is this\"]}");
            case "prereg_fields", "prereg_attributes" ->
                SampleBodies.JSON.readTree("{\"emailAddress\":\"ada@example.com\"}");
            default -> SampleBodies.JSON.readTree("\"some text\"");
        };
    }

    @Test
    void carriesTheFieldsThatTheVendorsClientsRead() {
        assertThat(carried(100)).containsExactly("argument_name");
        assertThat(carried(221)).containsExactly("application_id");
        assertThat(carried(222)).containsExactly("type_name");
        assertThat(carried(223)).containsExactly("attribute_name");
        assertThat(carried(330)).containsExactly("attribute_name", "actual_value", "supplied_value");
        assertThat(carried(360)).containsExactly("attribute_name", "constraint_name");
        assertThat(carried(380)).contains("existing_provider");
        assertThat(carried(390)).contains("invalid_fields");
        assertThat(carried(420)).containsExactly("expected_value", "supplied_value");
        assertThat(carried(540)).containsExactly("message");
        assertThat(carried(403)).isEmpty();
    }

    private List<String> carried(int code) {
        return List.copyOf(contract.error(fact(code).constant()).extraFields().keySet());
    }
}
