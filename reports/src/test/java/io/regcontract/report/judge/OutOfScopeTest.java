package io.regcontract.report.judge;

import static io.regcontract.report.Codes.ALL_CODES;
import static io.regcontract.report.RecordBuilder.RUN;
import static io.regcontract.report.RecordBuilder.ending;
import static io.regcontract.report.RecordBuilder.failing;
import static io.regcontract.report.RecordBuilder.id;
import static org.assertj.core.api.Assertions.assertThat;

import io.regcontract.contract.Contract;
import io.regcontract.report.RecordBuilder;
import io.regcontract.report.ShippedPolicy;
import io.regcontract.report.policy.KindPolicy;
import io.regcontract.report.policy.Policy;
import io.regcontract.report.record.RecordReader;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a replacement does not implement: counted and told, neither passed nor failed, and nowhere taken for anything else. */
class OutOfScopeTest {

    private static final Contract CONTRACT = Contract.load();

    @TempDir
    private Path records;

    @Test
    void isCountedAndToldWithThePass() {
        var decision = decide(new RecordBuilder().replacement(361, 414));

        assertThat(decision.outcome()).isEqualTo(GateOutcome.PASS);
        assertThat(decision.sentence())
                .isEqualTo("The 2 of " + ALL_CODES + " codes in scope are proven, by 2 requirements. Out of scope: "
                        + (ALL_CODES - 2) + " of " + ALL_CODES + " codes, " + (ALL_CODES - 2) + " of " + ALL_CODES
                        + " requirements.");
        assertThat(decision.codeCounts().of(Verdict.OUT_OF_SCOPE)).isEqualTo(ALL_CODES - 2);
        assertThat(decision.requirementCounts().of(Verdict.NOT_DRIVABLE)).isZero();
        assertThat(decision.findings())
                .singleElement()
                .satisfies(finding -> assertThat(finding.rule()).isEqualTo("out-of-scope"))
                .satisfies(finding -> assertThat(finding.message())
                        .isEqualTo((ALL_CODES - 2) + " of " + ALL_CODES + " requirements and " + (ALL_CODES - 2)
                                + " of " + ALL_CODES + " codes are out of scope: the replacement implements /entity."));
    }

    @Test
    void saysNothingOfACodeOfWhichARequirementIsInScope() {
        var decision = decide(new RecordBuilder()
                .replacement(361)
                .withRequirement(361, "other-case")
                .last(ending("out-of-scope", "the replacement does not implement /some.operation")));

        assertThat(code(decision, 361).verdict()).isEqualTo(Verdict.PROVEN);
        assertThat(code(decision, 361).inScope()).hasSize(1);
        assertThat(code(decision, 414).verdict()).isEqualTo(Verdict.OUT_OF_SCOPE);
        assertThat(decision.sentence()).endsWith(ALL_CODES + " of " + (ALL_CODES + 1) + " requirements.");
    }

    @Test
    void doesNotHideWhatFailsInScope() {
        var decision = decide(new RecordBuilder()
                .replacement(361, 414)
                .of(414, failing("token.length", "16 characters", "17 characters")));

        assertThat(decision.outcome()).isEqualTo(GateOutcome.CONTRACT);
        assertThat(decision.sentence())
                .startsWith("1 of " + ALL_CODES + " codes contradicted (414); 1 proven. Out of scope: ")
                .endsWith(" requirements.");
    }

    @Test
    void isIncompleteWhereWhatIsInScopeWasNotTried() {
        var decision = decide(new RecordBuilder().replacement(361, 414).withoutObservation(414));

        assertThat(decision.outcome()).isEqualTo(GateOutcome.INCOMPLETE);
        assertThat(decision.sentence()).startsWith("1 of " + ALL_CODES + " codes not fully tested (414).");
    }

    @Test
    void isNoPassWhereNothingInScopeWasSeen() {
        var decision = decide(new RecordBuilder()
                .replacement(361)
                .of(
                        361,
                        ending("not-drivable", "no record")
                                .andThen(observation -> observation.put("missingCapability", "SET_UP")))
                .environment(here -> here.putArray("expectedLacking")
                        .addObject()
                        .put("capability", "SET_UP")
                        .put("reason", "nothing makes it")));

        assertThat(decision.outcome()).isEqualTo(GateOutcome.INCOMPLETE);
        assertThat(decision.findings().get(0).rule()).isEqualTo("nothing-tested");
    }

    @Test
    void mayBeBoundedByThePolicy() {
        var enough = policy(new KindPolicy.LeastScope(2, 0));
        var more = policy(new KindPolicy.LeastScope(3, 2));

        assertThat(decide(new RecordBuilder().replacement(361, 414), enough).outcome())
                .isEqualTo(GateOutcome.PASS);
        var refused = decide(new RecordBuilder().replacement(361, 414), more);
        assertThat(refused.outcome()).isEqualTo(GateOutcome.INCOMPLETE);
        assertThat(refused.sentence())
                .startsWith("Of the codes 2 are in scope, and the policy asks for 3 at least.")
                .contains("Out of scope: ");
    }

    @Test
    void isADropOfCoverageAgainstABaselineThatSawIt() {
        var before = new TreeMap<String, Verdict>(Map.of(id(414), Verdict.PROVEN));
        var baseline = new Baseline("earlier", "replacement", "replacement", "documented", before, new TreeMap<>());
        var terms = ShippedPolicy.terms();
        var decision = decide(
                new RecordBuilder().replacement(361),
                new GateCriteria(terms.policy(), terms.asOf(), Optional.of(baseline)));

        assertThat(decision.outcome()).isEqualTo(GateOutcome.INCOMPLETE);
        assertThat(decision.findings().get(0).rule()).isEqualTo("coverage-dropped");
    }

    @Test
    void isNotTakenFromARecordThatListsTheOperation() {
        var decision = decide(new RecordBuilder()
                .replacement(361, 414)
                .of(414, ending("out-of-scope", "the replacement does not implement /entity")));

        assertThat(decision.outcome()).isEqualTo(GateOutcome.INCOMPLETE);
        assertThat(decision.sentence())
                .contains("REG-414.entity.some-case is said to be out of scope, and its operation is");
    }

    @Test
    void isNotTakenFromAnEnvironmentThatImplementsAll() {
        var decision = decide(new RecordBuilder().of(414, ending("out-of-scope", "not ours")));

        assertThat(decision.outcome()).isEqualTo(GateOutcome.INCOMPLETE);
        assertThat(decision.sentence())
                .contains(id(414) + " is said to be out of scope, and its operation is implemented.");
    }

    @Test
    void isWhatARecordMustSayOfAnOperationThatItDoesNotList() {
        var decision = decide(new RecordBuilder()
                .replacement(361)
                .of(414, observation -> observation.put("outcome", "broken").put("reason", "no answer")));

        assertThat(decision.outcome()).isEqualTo(GateOutcome.INCOMPLETE);
        assertThat(decision.sentence()).contains(id(414) + " is not said to be out of scope, and its operation is not");
    }

    @Test
    void isClaimedByReplacementsAlone() {
        var decision = decide(new RecordBuilder().replacement(361).environment(here -> here.put("kind", "sandbox")));

        assertThat(decision.outcome()).isEqualTo(GateOutcome.INCOMPLETE);
        assertThat(decision.sentence())
                .contains("it lists operations, and an environment of kind sandbox implements all.");
    }

    private static GateCriteria policy(KindPolicy.LeastScope least) {
        var terms = ShippedPolicy.terms();
        var kinds = new HashMap<>(terms.policy().kinds());
        kinds.computeIfPresent("replacement", (kind, policy) -> policy.asking(least));
        return new GateCriteria(
                new Policy(kinds, terms.policy().owners(), terms.policy().waivers()), terms.asOf(), Optional.empty());
    }

    private Decision decide(RecordBuilder record) {
        return decide(record, ShippedPolicy.terms());
    }

    private Decision decide(RecordBuilder record, GateCriteria terms) {
        return new Gate(CONTRACT, terms)
                .decide(new RecordReader(record.writeTo(records), CONTRACT, RecordBuilder.DEMANDS).read(RUN));
    }

    private static CodeVerdict code(Decision decision, int code) {
        return decision.codes().stream()
                .filter(candidate -> candidate.error().code().code() == code)
                .findFirst()
                .orElseThrow();
    }
}
