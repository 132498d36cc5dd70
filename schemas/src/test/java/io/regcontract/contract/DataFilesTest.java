package io.regcontract.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.regcontract.contract.loading.ContractFiles;
import io.regcontract.contract.model.Erratum;
import io.regcontract.contract.model.Operation;
import io.regcontract.contract.model.Reading;
import io.regcontract.contract.validation.FormatSchemas;
import io.regcontract.contract.validation.SchemaFinding;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Errata, readings and operations keep their schemas, and name nothing that does not exist. */
class DataFilesTest {

    private final Contract contract = Contract.load();

    @ParameterizedTest
    @ValueSource(strings = {"errata", "readings", "operations", "parameter-types", "attributes", "checks"})
    void keepTheirSchema(String name) {
        assertThat(new FormatSchemas("meta").validate(name, ContractFiles.yaml(name + ".yaml")))
                .isEmpty();
    }

    @Test
    void aSlipInAKeyWouldBeSeen() {
        JsonNode errata = ContractFiles.yaml("errata.yaml");
        ObjectNode first = (ObjectNode) errata.path("errata").path(0);
        first.set("effect", first.remove("effects"));
        ((ArrayNode) first.path("codes")).add("352");
        assertThat(new FormatSchemas("meta").validate("errata", errata))
                .extracting(SchemaFinding::pointer)
                .containsExactly("/errata/0/codes/1", "/errata/0/effect");
    }

    @Test
    void errataAreNumberedWithoutGap() {
        assertThat(contract.errata().stream().map(Erratum::id))
                .containsExactlyElementsOf(
                        IntStream.rangeClosed(1, contract.errata().size())
                                .mapToObj("E-%02d"::formatted)
                                .toList());
    }

    @Test
    void readingsHaveAnIdEach() {
        assertThat(contract.readings().stream().map(Reading::id)).doesNotHaveDuplicates();
    }

    @Test
    void operationsHaveAPathEachInTheirGroup() {
        assertThat(contract.operations().all().stream().map(Operation::path)).doesNotHaveDuplicates();
        assertThat(contract.operations())
                .allSatisfy(operation -> assertThat(operation.path()).matches("/" + operation.group() + "([./].*)?"));
    }

    @Test
    void anErrorNamesExactlyTheErrataThatNameIt() {
        for (var error : contract.errors()) {
            assertThat(error.errata())
                    .as(
                            "errata of %d %s, beside those whose codes in errata.yaml name it",
                            error.code().code(), error.name())
                    .containsExactlyElementsOf(contract.errata().stream()
                            .filter(erratum ->
                                    erratum.codes().contains(error.code().code()))
                            .map(Erratum::id)
                            .toList());
        }
    }

    @Test
    void anUndocumentedCodeIsAlwaysAnErratum() {
        Set<Integer> undocumented =
                Set.copyOf(contract.erratum("E-11").orElseThrow().codes());
        assertThat(undocumented)
                .allSatisfy(code -> assertThat(contract.find(code)).isEmpty());
        Stream<Integer> named = Stream.of(
                        contract.errata().stream().flatMap(erratum -> erratum.codes().stream()),
                        contract.readings().stream().flatMap(reading -> reading.codes().stream()),
                        contract.readings().stream()
                                .flatMap(reading -> reading.alternatives().stream())
                                .flatMap(alternative -> alternative.accepted().stream()),
                        contract.operations().all().stream()
                                .flatMap(operation -> contract.operations().errorsOf(operation).stream())
                                .map(Operation.KnownError::code))
                .flatMap(codes -> codes);
        assertThat(named.filter(code -> contract.find(code).isEmpty()).collect(Collectors.toSet()))
                .isSubsetOf(undocumented)
                .isNotEmpty();
    }

    @Test
    void everyErratumAndReadingThatIsNamedExists() {
        Pattern id = Pattern.compile("\\b(E-\\d+|R-[a-z0-9-]+)");
        Set<String> named = new HashSet<>();
        Stream.concat(
                        Stream.of(
                                "envelope.schema.json",
                                "element.schema.json",
                                "errata.yaml",
                                "readings.yaml",
                                "operations.yaml",
                                "parameter-types.yaml",
                                "attributes.yaml"),
                        Stream.of("errors", "meta").flatMap(folder -> ContractFiles.in(folder).stream()))
                .forEach(file ->
                        id.matcher(ContractFiles.text(file)).results().forEach(found -> named.add(found.group())));
        assertThat(named).contains("E-01", "R-order").allSatisfy(each -> assertThat(
                        contract.erratum(each).isPresent()
                                || contract.reading(each).isPresent())
                .as(each)
                .isTrue());
    }

    @Test
    void everyOperationThatIsNamedExists() {
        Stream<String> named = Stream.of(
                        contract.errata().stream().flatMap(erratum -> erratum.operations().stream()),
                        contract.errata().stream()
                                .flatMap(erratum -> erratum.effects().stream())
                                .flatMap(effect -> effect.operations().stream()),
                        contract.readings().stream()
                                .flatMap(reading -> reading.alternatives().stream())
                                .flatMap(alternative -> alternative.operations().stream()))
                .flatMap(paths -> paths);
        assertThat(named)
                .isNotEmpty()
                .allSatisfy(path ->
                        assertThat(contract.operations().find(path)).as(path).isPresent());
    }

    @Test
    void anAlternativeStandsInForACodeOfItsReading() {
        assertThat(contract.readings())
                .allSatisfy(reading -> assertThat(reading.alternatives()).allSatisfy(alternative -> {
                    assertThat(reading.codes()).contains(alternative.expected());
                    assertThat(alternative.accepted()).doesNotContain(alternative.expected());
                }));
    }

    @Test
    void anEffectConcernsACodeOfItsErratum() {
        assertThat(contract.errata()).allSatisfy(erratum -> assertThat(erratum.effects())
                .allSatisfy(effect -> assertThat(erratum.codes()).containsAll(effect.codes())));
    }

    @Test
    void aParameterRefersToParametersOfItsOperation() {
        assertThat(contract.operations()).allSatisfy(operation -> {
            List<String> names = operation.parameters().stream()
                    .map(Operation.Parameter::name)
                    .toList();
            assertThat(names).as(operation.path()).doesNotHaveDuplicates();
            assertThat(operation.parameters()).allSatisfy(parameter -> assertThat(names)
                    .as(operation.path() + " " + parameter.name())
                    .containsAll(parameter.conflicts())
                    .containsAll(parametersNamedBy(parameter.required())));
        });
    }

    private static List<String> parametersNamedBy(Operation.Requirement requirement) {
        if (requirement instanceof Operation.Requirement.Unless unless) {
            return unless.others().stream()
                    .filter(other -> !other.startsWith("setting:"))
                    .toList();
        }
        return requirement instanceof Operation.Requirement.With with ? with.others() : List.of();
    }

    @Test
    void aConflictIsMutual() {
        assertThat(contract.operations()).allSatisfy(operation -> assertThat(operation.parameters())
                .allSatisfy(parameter -> assertThat(parameter.conflicts()).allSatisfy(other -> assertThat(
                                operation.parameter(other).orElseThrow().conflicts())
                        .as(operation.path() + " " + other)
                        .contains(parameter.name()))));
    }

    @Test
    void anOperationThatAsksForAClientSaysWithWhichFeature() {
        assertThat(contract.operations())
                .allSatisfy(operation -> assertThat(operation.features().isEmpty())
                        .as(operation.path())
                        .isEqualTo(operation.credentials().contains(Operation.Credential.NONE)));
    }

    @Test
    void theErrorsOfAnOperationAreListedOnceAndInOrder() {
        assertThat(contract.operations()).allSatisfy(operation -> assertThat(operation.errors())
                .extracting(Operation.KnownError::code)
                .as(operation.path())
                .doesNotHaveDuplicates()
                .isSorted());
    }

    @Test
    void everyDocumentedCodeCanBeHadFromAnOperation() {
        Set<Integer> had = contract.operations().all().stream()
                .flatMap(operation -> contract.operations().errorsOf(operation).stream())
                .map(Operation.KnownError::code)
                .collect(Collectors.toSet());
        assertThat(had)
                .as("codes that operations.yaml has among the errors of an operation")
                .containsAll(
                        DocumentationFacts.all().map(DocumentationFacts::code).toList());
    }
}
