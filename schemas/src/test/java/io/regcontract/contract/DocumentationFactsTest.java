package io.regcontract.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.regcontract.contract.loading.ContractFiles;
import io.regcontract.contract.model.DocumentedError;
import io.regcontract.contract.model.ErrorCode;
import io.regcontract.contract.model.ResolvedCode;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

/** The enum, the files and the Java face say what the page says, no more codes and no fewer. */
class DocumentationFactsTest {

    private final Contract contract = Contract.load();

    @Test
    void noCodeOfTheFortyThreeIsLost() {
        assertThat(DocumentationFacts.ALL)
                .as("the table of the page's facts; it began with 43 codes, and none may go")
                .hasSizeGreaterThanOrEqualTo(43);
    }

    @Test
    void theEnumHoldsTheCodesOfThePage() {
        assertThat(Arrays.stream(ErrorCode.values()).map(ErrorCode::code)).containsExactlyElementsOf(codesOfThePage());
    }

    @Test
    void theFilesAreNamedForTheCodesAndNamesOfThePage() {
        assertThat(ContractFiles.in("errors"))
                .containsExactlyElementsOf(DocumentationFacts.all()
                        .map(fact -> "errors/" + fact.code() + "-" + fact.name() + ".schema.json")
                        .toList());
    }

    @Test
    void theJavaFaceHoldsTheCodesOfThePageInTheirOrder() {
        assertThat(contract.errors().stream().map(error -> error.code().code()))
                .containsExactlyElementsOf(codesOfThePage());
    }

    @ParameterizedTest
    @MethodSource("io.regcontract.contract.DocumentationFacts#all")
    void constantNameCategoryAndSectionAreThoseOfThePage(DocumentationFacts fact) {
        assertThat(ErrorCode.of(fact.code())).contains(fact.constant());
        DocumentedError error = contract.error(fact.constant());
        assertThat(error.code().code()).isEqualTo(fact.code());
        assertThat(error.name()).isEqualTo(fact.name());
        assertThat(error.title()).isEqualTo(fact.name());
        assertThat(error.category()).isEqualTo(fact.category());
        assertThat(error.section()).isEqualTo("registration-error-codes#" + fact.code());
        assertThat(contract.find(fact.code())).contains(error);
        assertThat(contract.resolve(fact.code())).isEqualTo(new ResolvedCode.Documented(error));
    }

    @ParameterizedTest
    @MethodSource("io.regcontract.contract.DocumentationFacts#all")
    void theFileHoldsTheRangesOfThePageAndTheParentInItsTable(DocumentationFacts fact) {
        JsonNode file = ContractFiles.json("errors/" + fact.code() + "-" + fact.name() + ".schema.json");
        JsonNode promise = file.path("x-contract");
        assertThat(file.path("$id").stringValue()).isEqualTo("https://regcontract.dev/contract/errors/" + fact.code());
        assertThat(texts(promise.path("ranges"))).isEqualTo(fact.ranges());
        assertThat(promise.path("catchAll").asInt(0))
                .as("catchAll of the file; write what the table has")
                .isEqualTo(fact.parent());
        assertThat(contract.catchAllOf(fact.constant())
                        .map(parent -> parent.code().code())
                        .orElse(0))
                .as(
                        "the catch-all of %s: the multiple of 10 below it, or of 100 where the page has no such code;"
                                + " write it in the table and in the file",
                        fact)
                .isEqualTo(fact.parent());
    }

    @Test
    void onlyTheNameOf221And352IsSharedAsOnThePage() {
        assertThat(contract.errors().stream()
                        .filter(error -> error.name().equals("unknown_application"))
                        .map(DocumentedError::code))
                .containsExactly(ErrorCode.UNKNOWN_APPLICATION, ErrorCode.PASSWORD_IN_HISTORY);
        assertThat(contract.errors().stream().map(DocumentedError::name).distinct())
                .hasSize(DocumentationFacts.ALL.size() - 1);
    }

    @Test
    void theTokenHasSixteenCharacters() {
        assertThat(contract.requestTokenLength()).isEqualTo(DocumentationFacts.REQUEST_TOKEN_LENGTH);
    }

    private static List<Integer> codesOfThePage() {
        return DocumentationFacts.all().map(DocumentationFacts::code).toList();
    }

    private static List<String> texts(JsonNode array) {
        return array.values().stream().map(JsonNode::stringValue).toList();
    }
}
