package io.regcontract.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.regcontract.contract.model.Erratum;
import io.regcontract.contract.model.ErratumEffect;
import io.regcontract.contract.model.ErrorCode;
import io.regcontract.contract.model.Operation;
import io.regcontract.contract.model.Operations;
import io.regcontract.contract.model.Reading;
import io.regcontract.contract.model.ResolvedCode;
import io.regcontract.contract.validation.SchemaFinding;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ContractTest {

    private final Contract contract = Contract.load();

    @ParameterizedTest
    @CsvSource({"350, 300", "369, 360", "215, 210", "299, 200", "485, 480", "504, 500", "599, 500", "101, 100"})
    void resolvesAnUndocumentedCodeToTheNearestCatchAll(int code, int parent) {
        assertThat(contract.resolve(code))
                .isEqualTo(new ResolvedCode.CatchAll(code, contract.find(parent).orElseThrow()));
    }

    @ParameterizedTest
    @ValueSource(ints = {400, 404, 411, 431, 99, 1, 0, -1, -100, 600, 1000, Integer.MAX_VALUE, Integer.MIN_VALUE})
    void doesNotKnowACodeWithoutADocumentedCatchAll(int code) {
        assertThat(contract.resolve(code)).isEqualTo(new ResolvedCode.Unknown(code));
        assertThat(contract.find(code)).isEmpty();
        assertThat(ErrorCode.of(code)).isEmpty();
    }

    @Test
    void knowsTheFieldsOfTheEnvelopeTheStatAndTheExtras() {
        assertThat(contract.knownFields(ErrorCode.CONSTRAINT_VIOLATION))
                .containsExactlyInAnyOrder(
                        "code",
                        "error",
                        "error_description",
                        "request_token",
                        "stat",
                        "attribute_name",
                        "constraint_name");
    }

    @Test
    void findsErrataAndReadingsById() {
        assertThat(contract.erratum("E-01"))
                .hasValueSatisfying(erratum -> assertThat(erratum.codes()).containsExactly(352));
        assertThat(contract.erratum("E-99")).isEmpty();
        assertThat(contract.reading("R-order")).isPresent();
        assertThat(contract.reading("R-none")).isEmpty();
    }

    @Test
    void anErratumRelaxesTheChecksItNamesAndNoOthers() {
        Erratum name = contract.erratum("E-01").orElseThrow();
        assertThat(name.effectsOn("body.error", 352, "/entity.update"))
                .containsExactly(new ErratumEffect.OtherValue(
                        "body.error", List.of(352), List.of(), "/error", List.of("password_unacceptable")));
        assertThat(name.effectsOn("body.error", 221, "/entity.update")).isEmpty();
        assertThat(name.effectsOn("body.code", 352, "/entity.update")).isEmpty();

        Erratum token = contract.erratum("E-02").orElseThrow();
        assertThat(token.effectsOn("token.present", 100, "/entity"))
                .containsExactly(new ErratumEffect.OtherField(
                        "token.present", List.of(), List.of(), "/request_token", "request_id"));

        Erratum oauth = contract.erratum("E-10").orElseThrow();
        assertThat(oauth.effectsOn("http.status", 415, "/oauth/token")).hasSize(1);
        assertThat(oauth.effectsOn("http.status", 415, "/entity")).isEmpty();
    }

    @Test
    void aReadingAcceptsItsAlternativesOnlyWhereItSaysSo() {
        Reading reused = contract.reading("R-reused-password").orElseThrow();
        assertThat(reused.alternativesTo(214, "/oauth/update_profile_native")).containsExactly(352);
        assertThat(reused.alternativesTo(214, "/entity.update")).isEmpty();
        assertThat(reused.alternativesTo(352, "/entity.update")).containsExactly(214);
        Reading badValue = contract.reading("R-bad-value").orElseThrow();
        assertThat(badValue.alternativesTo(340, "/entity.update")).containsExactly(200);
        assertThat(badValue.alternativesTo(341, "/entity.update")).isEmpty();
    }

    @Test
    void whatItGivesAwayCannotBeChanged() {
        assertThatThrownBy(() -> contract.errors().clear()).isInstanceOf(UnsupportedOperationException.class);
        assertThatThrownBy(() -> contract.error(ErrorCode.INVALID_FORM_FIELDS)
                        .extraFields()
                        .clear())
                .isInstanceOf(UnsupportedOperationException.class);
        assertThatThrownBy(() -> contract.operations().all().clear()).isInstanceOf(UnsupportedOperationException.class);
    }

    @Test
    void isReadOnce() {
        assertThat(Contract.load()).isSameAs(contract);
    }

    @Test
    void manyThreadsGetTheSameFindings() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(8);
        try {
            Callable<List<List<SchemaFinding>>> work = () -> DocumentationFacts.all()
                    .map(fact -> contract.validate(
                            fact.constant(), SampleBodies.good(fact).put("code", "x")))
                    .toList();
            List<List<SchemaFinding>> alone = work.call();
            for (Future<List<List<SchemaFinding>>> one :
                    threads.invokeAll(IntStream.range(0, 32).mapToObj(i -> work).toList())) {
                assertThat(one.get()).isEqualTo(alone);
            }
        } finally {
            threads.shutdownNow();
        }
    }

    @Test
    void operationsTellWhatTheyRequire() {
        Operation update = contract.operations().find("/entity.update").orElseThrow();
        assertThat(update.parameter("type_name")).hasValueSatisfying(type -> assertThat(type.required())
                .isEqualTo(new Operation.Requirement.Unless(List.of("access_token"))));
        assertThat(update.parameter("uuid")).hasValueSatisfying(uuid -> {
            assertThat(uuid.required()).isEqualTo(new Operation.Requirement.OneOf("record"));
            assertThat(uuid.conflicts()).containsExactly("id");
        });
        assertThat(update.parameter("key_value")).hasValueSatisfying(value -> assertThat(value.required())
                .isEqualTo(new Operation.Requirement.With(List.of("key_attribute"))));
        assertThat(update.credentials()).contains(Operation.Credential.OAUTH_TOKEN);
        assertThat(contract.operations().find("/clients/add").orElseThrow().alwaysRequired())
                .extracting(Operation.Parameter::name)
                .containsExactly("description");
        assertThat(contract.operations().find("/entity.vanish")).isEmpty();
        assertThat(contract.operations().group("clients")).hasSize(8);
    }

    @Test
    void operationsTellWhichErrorsTheyCanGive() {
        Operations operations = contract.operations();
        assertThat(operations.errorsOf(
                        operations.find("/access/useVerificationCode").orElseThrow()))
                .extracting(Operation.KnownError::code)
                .containsExactly(100, 200, 221, 224, 416, 480, 500, 510);
        assertThat(operations.errorsOf(operations.find("/entityType.list").orElseThrow()))
                .extracting(Operation.KnownError::code)
                .doesNotContain(100, 200)
                .contains(205, 402, 403);
        assertThat(operations.errorsOf(operations.find("/clients/list").orElseThrow()))
                .extracting(Operation.KnownError::code, Operation.KnownError::condition)
                .contains(tuple(200, "has_features is not JSON"));
    }
}
