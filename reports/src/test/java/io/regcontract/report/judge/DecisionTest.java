package io.regcontract.report.judge;

import static io.regcontract.report.Codes.counted;
import static io.regcontract.report.RecordBuilder.RUN;
import static io.regcontract.report.RecordBuilder.check;
import static io.regcontract.report.RecordBuilder.ending;
import static io.regcontract.report.RecordBuilder.failing;
import static io.regcontract.report.RecordBuilder.id;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.tuple;

import io.regcontract.contract.Contract;
import io.regcontract.report.RecordBuilder;
import io.regcontract.report.ShippedPolicy;
import io.regcontract.report.policy.Glob;
import io.regcontract.report.policy.Policy;
import io.regcontract.report.policy.ToleratedValue;
import io.regcontract.report.record.RecordReader;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.node.ObjectNode;

/** What a decision says of itself. */
class DecisionTest {

    private static final Contract CONTRACT = Contract.load();

    @TempDir
    private Path records;

    @Test
    void isALeakOnceASecretWasFoundHoweverTheContractStands() {
        var leak = new Leak("a/file", "REGCONTRACT_OWNER_CLIENT_SECRET", "base64");

        var decision = decide(new RecordBuilder().of(361, failing("body.code", "361", "200")))
                .withLeaks(List.of(leak));

        assertThat(decision.outcome()).isEqualTo(GateOutcome.LEAK);
        assertThat(decision.sentence())
                .isEqualTo("a/file holds the secret REGCONTRACT_OWNER_CLIENT_SECRET, in its base64 form."
                        + counted(
                                " Delete the file wherever it went, and change the secret. Beside that: contract (exit 1): 1 of {all}")
                        + counted(" codes contradicted (361); {all-1} proven."));
        assertThat(decision.findings()).extracting(GateFinding::rule).containsExactly("leak", "contradicted");
    }

    @Test
    void saysNothingBesideALeakInARunThatIsGoodOtherwise() {
        var decision = decide(new RecordBuilder()).withLeaks(List.of(new Leak("a/file", "A_SECRET", "hex")));

        assertThat(decision.sentence())
                .isEqualTo(
                        "a/file holds the secret A_SECRET, in its hex form. Delete the file wherever it went, and change"
                                + " the secret.");
    }

    @Test
    void saysWhyInItsFindings() {
        var decision = decide(new RecordBuilder()
                .of(361, ending("broken", "no set-up"))
                .withoutObservation(363)
                .environment(
                        environment -> environment.withArray("/acceptedErrata").add("E-01"))
                .of(352, failing("body.error", "a", "b"))
                .of(352, observation -> check(observation, "body.error")
                        .putArray("relaxedBy")
                        .add("E-01")));

        assertThat(decision.findings())
                .extracting(GateFinding::message)
                .containsExactlyInAnyOrder(
                        id(361) + " is broken: no set-up",
                        id(363) + " is untested: not observed in this run",
                        "body.error holds by E-01 in " + id(352) + ".");
        assertThat(decision.judgements())
                .filteredOn(judgement -> judgement.code() == 352)
                .extracting(Judgement::why)
                .containsExactly("by E-01");
    }

    @Test
    void passesNothingOnWhenNobodyCouldLookForSecrets() {
        var decision = decide(new RecordBuilder()).withoutLeakScan("x.registered cannot be read.");

        assertThat(decision.outcome()).isEqualTo(GateOutcome.LEAK);
        assertThat(decision.findings())
                .extracting(GateFinding::rule, GateFinding::level)
                .containsExactly(tuple("leak-search-failed", GateFinding.Level.FAILS));
        assertThat(decision.sentence())
                .isEqualTo("Whether a secret was left behind is not known, the search for them failed:"
                        + " x.registered cannot be read. Hand nothing on before it has succeeded.");
    }

    @Test
    void warnsOnceOfWhatTheContractDoesNotKnowWithTheWordsInWhichItCould() {
        var decision = decide(new RecordBuilder()
                .of(361, observation -> unknownField(observation))
                .of(363, observation -> unknownField(observation)));

        assertThat(decision.outcome()).isEqualTo(GateOutcome.PASS);
        assertThat(decision.findings()).singleElement().satisfies(finding -> {
            assertThat(finding.rule()).isEqualTo("undocumented");
            assertThat(finding.level()).isEqualTo(GateFinding.Level.WARNS);
            assertThat(finding.message())
                    .isEqualTo("shoe_size is not in the contract: seen in " + id(361) + " and 1 other. Proposed for"
                            + " errors/361-unique_violation.schema.json at /properties: {\"shoe_size\":{}}");
            assertThat(finding.check().orElseThrow().proposal()).isPresent();
        });
    }

    private static void unknownField(ObjectNode observation) {
        observation
                .withArray("/checks")
                .addObject()
                .put("id", "body.undocumented")
                .put("weight", "note")
                .put("result", "fails")
                .put("expected", "fields the contract knows")
                .put("actual", "shoe_size")
                .putObject("proposal")
                .put("file", "errors/361-unique_violation.schema.json")
                .put("pointer", "/properties")
                .put("schema", "{\"shoe_size\":{}}");
    }

    @Test
    void countsWhatHeldOfACode() {
        var decision =
                decide(new RecordBuilder().withRequirement(361, "other").of(361, failing("body.code", "361", "200")));

        assertThat(decision.codes())
                .filteredOn(code -> code.error().code().code() == 361)
                .extracting(CodeVerdict::proven)
                .containsExactly(1L);
    }

    @Test
    void knowsWhoAnswersForAFinding() {
        var policy = new Policy(
                ShippedPolicy.terms().policy().kinds(),
                List.of(new Policy.Owner(Glob.of("REG-36*"), "schema team")),
                List.of());
        var record = new RecordBuilder().of(361, failing("body.code", "361", "200"));

        var decision = new Gate(CONTRACT, new GateCriteria(policy, ShippedPolicy.TODAY, Optional.empty()))
                .decide(new RecordReader(record.writeTo(records), CONTRACT, RecordBuilder.DEMANDS).read(RUN));

        assertThat(decision.ownerOf(decision.findings().get(0))).contains("schema team");
    }

    @ParameterizedTest
    @EnumSource(Verdict.class)
    void findsAVerdictByItsWord(Verdict verdict) {
        assertThat(Verdict.ofWord(verdict.word())).isEqualTo(verdict);
    }

    @Test
    void knowsNoOtherWords() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Verdict.ofWord("perhaps"))
                .withMessage("no verdict: perhaps");
        assertThat(GateOutcome.INCONCLUSIVE.word()).isEqualTo("inconclusive");
        assertThat(new ToleratedValue.Digest("0f")).hasToString("sha256 0f");
    }

    private Decision decide(RecordBuilder record) {
        return new Gate(CONTRACT, ShippedPolicy.terms())
                .decide(new RecordReader(record.writeTo(records), CONTRACT, RecordBuilder.DEMANDS).read(RUN));
    }
}
