package io.regcontract.report.judge;

import static io.regcontract.report.RecordBuilder.RUN;
import static io.regcontract.report.RecordBuilder.answering;
import static io.regcontract.report.RecordBuilder.check;
import static io.regcontract.report.RecordBuilder.failing;
import static org.assertj.core.api.Assertions.assertThat;

import io.regcontract.contract.Contract;
import io.regcontract.contract.model.Promise;
import io.regcontract.report.RecordBuilder;
import io.regcontract.report.ShippedPolicy;
import io.regcontract.report.record.RecordReader;
import java.math.BigInteger;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.node.ObjectNode;

/** What one observation proves. */
class JudgeTest {

    private static final Contract CONTRACT = Contract.load();

    @TempDir
    private Path records;

    @Nested
    class AnotherCodeOfTheFamily {

        @ParameterizedTest(name = "{0} expected, {1} {2} answered: {3}")
        @CsvSource({
            "361, 360, constraint_violation,   COARSER",
            "212, 210, invalid_credentials,    COARSER",
            "201, 200, invalid_argument,       COARSER",
            "361, 360, unique_violation,       CONTRADICTED",
            "361, 365, some_new_violation,     CONTRADICTED",
            "361, 300, error_creating_record,  CONTRADICTED",
            "361, 363, length_violation,       CONTRADICTED",
            "361, 200, invalid_argument,       CONTRADICTED",
            "402, 400, bad_request,            CONTRADICTED",
            "360, 365, some_new_violation,     REFINED",
            "480, 485, feature_retired,        REFINED",
            "200, 206, some_new_argument,      REFINED",
            "360, 361, unique_violation,       CONTRADICTED",
            "500, 485, feature_retired,        CONTRADICTED",
            "500, 404, not_found,              CONTRADICTED"
        })
        void isJudgedByItsPlaceInTheFamily(int expected, int answered, String error, Verdict verdict) {
            assertThat(judged(expected, answering(answered, error)).verdict()).isEqualTo(verdict);
        }

        @Test
        void maySayMoreOfItsSchemaFailing() {
            assertThat(judged(361, answering(360, "constraint_violation").andThen(failing("body.schema", "361", "360")))
                            .verdict())
                    .isEqualTo(Verdict.COARSER);
            assertThat(judged(
                                    361,
                                    answering(360, "constraint_violation")
                                            .andThen(failing("body.schema.attribute-name", "a path", "none")))
                            .verdict())
                    .isEqualTo(Verdict.COARSER);
        }

        @ParameterizedTest
        @ValueSource(strings = {"token.length", "twin.succeeds", "body.schemata", "http.status"})
        void contradictsWhenAnythingElseFailsToo(String other) {
            assertThat(judged(361, answering(360, "constraint_violation").andThen(failing(other, "this", "that")))
                            .verdict())
                    .isEqualTo(Verdict.CONTRADICTED);
        }

        @Test
        void contradictsWhenTheAnswerHasNoCodeAtAll() {
            Consumer<ObjectNode> withoutCode = observation -> observation.remove("answeredCode");

            assertThat(judged(361, failing("body.code", "361", "none").andThen(withoutCode))
                            .verdict())
                    .isEqualTo(Verdict.CONTRADICTED);
        }

        @Test
        void contradictsWhenItsCodeIsBeyondAnyNumber() {
            Consumer<ObjectNode> hugeCode =
                    observation -> observation.put("answeredCode", new BigInteger("360").shiftLeft(64));

            assertThat(judged(361, failing("body.code", "361", "huge").andThen(hugeCode))
                            .verdict())
                    .isEqualTo(Verdict.CONTRADICTED);
        }
    }

    @Nested
    class AnObservationThatProvesNothing {

        @ParameterizedTest
        @MethodSource("io.regcontract.report.judge.JudgeTest#mustChecks")
        void lacksAnIndispensableCheck(String id) {
            var judgement = judged(361, observation -> {
                var checks = observation.withArray("/checks");
                for (int index = checks.size() - 1; index >= 0; index--) {
                    if (checks.get(index).get("id").stringValue().equals(id)) {
                        checks.remove(index);
                    }
                }
            });

            assertThat(judgement.verdict()).isEqualTo(Verdict.BROKEN);
            assertThat(judgement.why()).isEqualTo("the suite made no must-check " + id);
        }

        @ParameterizedTest
        @CsvSource({"body.code, body.one-of", "token.present, element.present"})
        void provesAsMuchByTheCheckThatSpeaksInstead(String silent, String speaking) {
            var element = speaking.equals("element.present");
            Consumer<ObjectNode> instead = observation -> {
                var requirement = (ObjectNode) observation.get("requirement");
                if (element) {
                    requirement.put("element", "/results/0");
                    List.of(
                                    "body.envelope",
                                    "answer.failure",
                                    "body.stat",
                                    "token.length",
                                    "token.blank-free",
                                    "token.unique")
                            .forEach(id -> check(observation, id).put("result", "not-applicable"));
                    ((ObjectNode) observation.at("/exchanges/0/response"))
                            .put("body", "{\"results\":[{\"code\":361}]}");
                } else {
                    requirement.putArray("alsoHolding").add(200);
                }
                check(observation, silent).put("result", "not-applicable");
                check(observation, speaking).put("result", "holds");
            };

            assertThat(judged(361, instead).verdict()).isEqualTo(Verdict.PROVEN);
            assertThat(judged(361, instead.andThen(observation -> check(observation, speaking)
                                    .put("result", "not-applicable")))
                            .verdict())
                    .isEqualTo(Verdict.BROKEN);
        }

        @Test
        void hasNoChecks() {
            var judgement = judged(361, observation -> observation.putArray("checks"));

            assertThat(judgement.verdict()).isEqualTo(Verdict.BROKEN);
            assertThat(judgement.why()).isEqualTo("the suite made no must-check " + String.join(", ", mustChecks()));
        }

        @Test
        void madeAnIndispensableCheckANote() {
            assertThat(judged(361, observation -> check(observation, "token.present")
                                    .put("weight", "note"))
                            .verdict())
                    .isEqualTo(Verdict.BROKEN);
        }

        @Test
        void foundAnIndispensableCheckNotApplicableThoughNothingFails() {
            var judgement = judged(
                    361, observation -> check(observation, "twin.succeeds").put("result", "not-applicable"));

            assertThat(judgement.verdict()).isEqualTo(Verdict.BROKEN);
            assertThat(judgement.why()).isEqualTo("the suite made no use of must-check twin.succeeds");
        }
    }

    @Test
    void contradictsWhenABodyWasNotEvenJson() {
        var judgement =
                judged(361, failing("body.json", "one JSON object", "<html>").andThen(observation -> check(
                                observation, "body.code")
                        .put("result", "not-applicable")));

        assertThat(judgement.verdict()).isEqualTo(Verdict.CONTRADICTED);
        assertThat(judgement.grounds()).extracting("id").containsExactly("body.json");
    }

    @ParameterizedTest
    @ValueSource(strings = {"should", "note"})
    void provesWhateverLesserChecksSay(String weight) {
        var judgement = judged(
                361, failing("content.type", "application/json", "text/json").andThen(observation -> check(
                                observation, "content.type")
                        .put("weight", weight)));

        assertThat(judgement.verdict()).isEqualTo(Verdict.PROVEN);
    }

    @Test
    void contradictsWhenTheTwinDoesNotSucceed() {
        assertThat(judged(361, failing("twin.succeeds", "ok", "error 361")).verdict())
                .isEqualTo(Verdict.CONTRADICTED);
    }

    /** All that the contract has, whatever a record has. */
    static List<String> mustChecks() {
        return CONTRACT.promises().stream()
                .filter(Promise::must)
                .map(Promise::id)
                .toList();
    }

    private Judgement judged(int code, Consumer<ObjectNode> change) {
        var run = new RecordReader(
                        new RecordBuilder().of(code, change).writeTo(records), CONTRACT, RecordBuilder.DEMANDS)
                .read(RUN);
        assertThat(run.flaws()).isEmpty();
        return new Gate(CONTRACT, ShippedPolicy.terms())
                .decide(run).judgements().stream()
                        .filter(judgement -> judgement.code() == code)
                        .findFirst()
                        .orElseThrow();
    }
}
