package io.regcontract.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.regcontract.contract.model.AttributeConstraint;
import io.regcontract.contract.model.AttributeType;
import io.regcontract.contract.model.Attributes;
import io.regcontract.contract.model.ErrorCode;
import io.regcontract.contract.model.Operation;
import io.regcontract.contract.model.WrongValue;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** What the data says of attributes agrees with itself, with the page and with the operations. */
class AttributesTest {

    private final Contract contract = Contract.load();
    private final Attributes attributes = contract.attributes();

    @Test
    void theTypesAreThoseOfTheService() {
        assertThat(attributes.types())
                .extracting(AttributeType::name)
                .containsExactly(
                        "string",
                        "boolean",
                        "integer",
                        "decimal",
                        "date",
                        "dateTime",
                        "ipAddress",
                        "json",
                        "password",
                        "object",
                        "plural",
                        "id",
                        "uuid");
        assertThat(attributes.types().stream().filter(type -> !type.declared()))
                .extracting(AttributeType::name)
                .containsExactly("id", "uuid");
        assertThat(attributes.reserved()).containsExactly("id", "uuid", "created", "lastUpdated");
    }

    @Test
    void theConstraintsHaveTheCodesOfThePage() {
        assertThat(attributes.constraints())
                .extracting(
                        AttributeConstraint::name,
                        constraint -> constraint.code().code())
                .containsExactly(
                        tuple("required", 362),
                        tuple("unique", 361),
                        tuple("locally-unique", 361),
                        tuple("alphabetic", 360),
                        tuple("alphanumeric", 360),
                        tuple("unicode-letters", 360),
                        tuple("unicode-printable", 360),
                        tuple("email-address", 360));
        assertThat(attributes.length().code()).isEqualTo(ErrorCode.LENGTH_VIOLATION);
    }

    @Test
    void aHashedPasswordIsAPassword() {
        assertThat(attributes.type("password-bcrypt"))
                .isEqualTo(attributes.type("password"))
                .isPresent();
        assertThat(attributes.type("passwords")).isEmpty();
        assertThat(attributes.constraint("length")).isEmpty();
    }

    @Test
    void whatMayBeSetOnATypeIsAConstraint() {
        assertThat(attributes.types()).allSatisfy(type -> assertThat(type.constraints())
                .allSatisfy(
                        name -> assertThat(attributes.constraint(name)).as(name).isPresent()));
    }

    @Test
    void theConstraintsToChooseFromAreTheseConstraints() {
        assertThat(contract.operations()
                        .find("/entityType.setAttributeConstraints")
                        .flatMap(operation -> operation.parameter("constraints"))
                        .orElseThrow()
                        .choices())
                .containsExactlyElementsOf(attributes.constraints().stream()
                        .map(AttributeConstraint::name)
                        .toList());
    }

    @Test
    void everyTypeThatCanBeDeclaredHasAValueThatItTakes() {
        assertThat(attributes.types().stream().filter(AttributeType::declared))
                .allSatisfy(type -> assertThat(type.right()).as(type.name()).isNotEmpty());
    }

    @Test
    void aRightValueIsOfAJsonTypeOfItsTypeOrNull() {
        assertThat(attributes.types()).allSatisfy(type -> assertThat(type.right())
                .allSatisfy(value -> assertThat(value.equals("null") || isOfItsJsonType(type, value))
                        .as(type + " " + value)
                        .isTrue()));
    }

    @Test
    void aWrongValueIs341ExactlyWhenItsJsonTypeIsWrong() {
        assertThat(attributes.types())
                .allSatisfy(type -> assertThat(type.wrong()).allSatisfy(wrong -> assertThat(wrong.code() == 341)
                        .as(type + " " + wrong)
                        .isEqualTo(!isOfItsJsonType(type, wrong.value()))));
    }

    @Test
    void everyTypeButJsonRefusesSomething() {
        assertThat(attributes.types().stream().filter(AttributeType::declared).filter(type -> type.wrong()
                        .isEmpty()))
                .extracting(AttributeType::name)
                .containsExactly("json");
    }

    @Test
    void aCodeIsThatOfADocumentedErrorThatAWriteCanGive() {
        List<Integer> ofWrites =
                contract
                        .operations()
                        .errorsOf(contract.operations().find("/entity.create").orElseThrow())
                        .stream()
                        .map(Operation.KnownError::code)
                        .toList();
        assertThat(Stream.concat(
                        attributes.types().stream()
                                .flatMap(type -> type.wrong().stream())
                                .map(WrongValue::code),
                        Stream.concat(attributes.constraints().stream(), Stream.of(attributes.length()))
                                .map(constraint -> constraint.code().code())))
                .allSatisfy(code -> assertThat(contract.find(code)).isPresent())
                .isSubsetOf(ofWrites);
    }

    @Test
    void whatIsInferredOfAValueNamesTheReadingThatDecided() {
        assertThat(attributes.types().stream().flatMap(type -> type.wrong().stream()))
                .filteredOn(wrong -> wrong.evidence() == Operation.ErrorEvidence.INFERRED)
                .isNotEmpty()
                .allSatisfy(wrong -> assertThat(contract.reading(wrong.source().replaceFirst(";.*", "")))
                        .as(wrong.toString())
                        .isPresent());
    }

    @Test
    void theExamplesOfARuleAboutCharactersKeepAndBreakIt() {
        assertKeptAndBroken("alphabetic", "[A-Za-z]*");
        assertKeptAndBroken("alphanumeric", "[A-Za-z0-9]*");
        assertKeptAndBroken("unicode-letters", "\\p{L}*");
        assertKeptAndBroken("unicode-printable", "\\P{Cntrl}*");
        assertKeptAndBroken("email-address", "[^@\\s]+@[^@\\s]+");
    }

    private void assertKeptAndBroken(String name, String pattern) {
        AttributeConstraint constraint = attributes.constraint(name).orElseThrow();
        Pattern kept = Pattern.compile(pattern, Pattern.UNICODE_CHARACTER_CLASS);
        assertThat(constraint.right()).isNotEmpty().allSatisfy(value -> assertThat(text(value))
                .matches(kept));
        assertThat(constraint.wrong()).isNotEmpty().allSatisfy(value -> assertThat(text(value))
                .doesNotMatch(kept));
    }

    private static String text(String value) {
        return SampleBodies.JSON.readTree(value).stringValue();
    }

    private static boolean isOfItsJsonType(AttributeType type, String value) {
        JsonNode node = SampleBodies.JSON.readTree(value);
        return type.json().stream()
                .map(json -> json.name().toLowerCase(Locale.ROOT))
                .anyMatch(json -> json.equals(kind(node)));
    }

    private static String kind(JsonNode node) {
        return node.getNodeType().name().toLowerCase(Locale.ROOT);
    }
}
