package io.regcontract.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.regcontract.contract.loading.ContractFiles;
import io.regcontract.contract.model.Operation;
import io.regcontract.contract.model.ParameterType;
import io.regcontract.contract.model.WrongValue;
import io.regcontract.contract.validation.FormatSchemas;
import io.regcontract.contract.validation.SchemaFinding;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** The closed set of the types of parameters, and what a generator of calls finds there. */
class ParameterTypesTest {

    private final Contract contract = Contract.load();

    @Test
    void areTheSameSetInSchemaDataAndJava() {
        List<String> java = Arrays.stream(ParameterType.Kind.values())
                .map(ParameterType.Kind::toString)
                .toList();
        assertThat(ContractFiles.yaml("parameter-types.yaml").path("types").values())
                .extracting(type -> type.path("kind").stringValue())
                .containsExactlyElementsOf(java);
        assertThat(ContractFiles.json("meta/parameter-types.schema.json")
                        .at("/$defs/kind/oneOf")
                        .values())
                .extracting(kind -> kind.path("const").stringValue())
                .containsExactlyElementsOf(java);
    }

    @Test
    void areAllInUse() {
        assertThat(parameters().map(parameter -> parameter.type().kind()).collect(Collectors.toSet()))
                .containsExactlyInAnyOrder(ParameterType.Kind.values());
    }

    @Test
    void aParameterOfATypeThatIsUnknownBreaksTheSchemaOfTheFile() {
        JsonNode operations = ContractFiles.yaml("operations.yaml");
        JsonNode first = operations.at("/operations/0/parameters/0");
        ((ObjectNode) first).put("type", "sting");
        assertThat(new FormatSchemas("meta").validate("operations", operations))
                .extracting(SchemaFinding::pointer)
                .containsExactly("/operations/0/parameters/0/type");
    }

    @Test
    void choicesAndRangesStandWhereTheyMeanSomething() {
        Set<ParameterType.Kind> chosen = Set.of(ParameterType.Kind.CHOICE, ParameterType.Kind.JSON_ARRAY_OF_CHOICE);
        assertThat(parameters())
                .allSatisfy(parameter -> assertThat(parameter.choices().isEmpty())
                        .as(parameter.name())
                        .isNotEqualTo(chosen.contains(parameter.type().kind())));
        assertThat(parameters()
                        .filter(parameter ->
                                parameter.range().least() > parameter.range().most()))
                .isEmpty();
    }

    @Test
    void whatIsWrongIsNotAmongTheChoices() {
        assertThat(parameters().filter(parameter -> !parameter.choices().isEmpty()))
                .isNotEmpty()
                .allSatisfy(parameter -> assertThat(parameter.wrongValues())
                        .extracting(WrongValue::value)
                        .doesNotContainAnyElementsOf(parameter.choices()));
    }

    @Test
    void anErrorThatIsForeseenIsDocumented() {
        assertThat(parameters()).allSatisfy(parameter -> {
            assertThat(contract.find(parameter.whenMissing().code())).isPresent();
            assertThat(parameter.wrongValues()).allSatisfy(wrong -> assertThat(contract.find(wrong.code()))
                    .as(parameter.name() + " = " + wrong.value())
                    .isPresent());
        });
    }

    @Test
    void whatIsInferredNamesTheReadingThatDecided() {
        assertThat(parameters().flatMap(parameter -> parameter.wrongValues().stream()))
                .filteredOn(wrong -> wrong.evidence() == Operation.ErrorEvidence.INFERRED)
                .isNotEmpty()
                .allSatisfy(wrong -> assertThat(contract.reading(wrong.source().replaceFirst(";.*", "")))
                        .as(wrong.toString())
                        .isPresent());
    }

    @Test
    void aValueThatIsCalledJsonOfAnotherTypeIsJson() {
        List<WrongValue> ofJson = parameters()
                .filter(parameter -> parameter.type().kind().name().startsWith("JSON"))
                .flatMap(parameter -> parameter.wrongValues().stream())
                .toList();
        assertThat(ofJson).isNotEmpty().allSatisfy(wrong -> assertThat(isJson(wrong.value()))
                .as(wrong.toString())
                .isEqualTo(!wrong.because().equals("it is not JSON")));
    }

    private static boolean isJson(String text) {
        try {
            SampleBodies.JSON.readTree(text);
            return true;
        } catch (JacksonException e) {
            return false;
        }
    }

    @Test
    void aNumberIsWrongJustOutsideOfItsRange() {
        assertThat(parameter("/clients/reset_secret", "hours_to_live").wrongValues())
                .extracting(WrongValue::value, WrongValue::code, WrongValue::because)
                .containsExactly(
                        tuple("seven", 200, "it is no number"),
                        tuple("-1", 200, "it is less than 0"),
                        tuple("169", 200, "it is more than 168"));
        assertThat(parameter("/entity.find", "first_result").wrongValues())
                .extracting(WrongValue::value)
                .containsExactly("seven", "-1");
        assertThat(parameter("/entity", "id").wrongValues())
                .extracting(WrongValue::value)
                .containsExactly("seven");
    }

    @Test
    void notEveryMissingParameterIsAMissingArgument() {
        assertThat(parameter("/entity.create", "attributes").whenMissing().code())
                .isEqualTo(100);
        assertThat(parameter("/oauth/register_native_traditional", "emailAddress")
                        .whenMissing()
                        .code())
                .isEqualTo(390);
        assertThat(parameter("/oauth/register_native_traditional", "client_id")
                        .whenMissing()
                        .code())
                .isEqualTo(205);
    }

    @Test
    void onlyTextMayBeEmpty() {
        assertThat(parameter("/settings/set", "value").type().emptyIsAbsent()).isFalse();
        assertThat(parameter("/settings/set", "key").type().emptyIsAbsent()).isTrue();
    }

    @Test
    void theErrorsOfAnOperationHoldThoseOfItsParameters() {
        assertThat(contract.operations()
                        .errorsOf(
                                contract.operations().find("/entityType.create").orElseThrow()))
                .extracting(Operation.KnownError::code)
                .contains(100, 200, 232, 341);
        assertThat(contract.operations())
                .allSatisfy(operation -> assertThat(contract.operations().errorsOf(operation))
                        .as(operation.path())
                        .extracting(Operation.KnownError::code)
                        .containsAll(operation.parameters().stream()
                                .flatMap(parameter -> parameter.wrongValues().stream())
                                .map(WrongValue::code)
                                .toList()));
    }

    private Stream<Operation.Parameter> parameters() {
        return contract.operations().all().stream().flatMap(operation -> operation.parameters().stream());
    }

    private Operation.Parameter parameter(String path, String name) {
        return contract.operations()
                .find(path)
                .flatMap(operation -> operation.parameter(name))
                .orElseThrow();
    }
}
