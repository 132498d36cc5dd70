package io.regcontract.drill.judge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.regcontract.contract.Contract;
import io.regcontract.drill.judge.DrillFinding.Level;
import io.regcontract.drill.judge.ToldResult.Agreement;
import io.regcontract.drill.policy.DrillPolicy;
import io.regcontract.drill.policy.DrillPolicyReader;
import io.regcontract.drill.trial.ProgramEnd;
import io.regcontract.simulator.control.journal.Cause;
import io.regcontract.simulator.control.journal.Reaction;
import io.regcontract.simulator.control.journal.Verdict;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DrillJudgeTest {

    private static final Contract CONTRACT = Contract.load();

    private static final List<String> OPERATIONS =
            List.of("/entity", "/entity.find", "/entity.create", "/entity.count", "/oauth/auth_native_traditional");

    @TempDir
    private Path directory;

    private final TrialBuilder trial = new TrialBuilder();

    @Test
    void saysOfEachErrorThatCanComeWhatBecameOfIt() {
        trial.offering("maintenance", 480, "/entity.find", "/entity.create")
                .offering("quota", 510, "/entity.find")
                .offering("value-taken", 361, "/entity.create")
                .offering("elsewhere", 414, "/entity")
                .call("/entity.create")
                .call("/entity.find", 480, Cause.DRILL)
                .call("/entity.find", 510, Cause.DRILL)
                .reaction("retry-storm", Verdict.FAILS, 510)
                .call("/entity.find", 100, Cause.CALLER)
                .ends("armed", 0);

        assertThat(judged(DrillPolicy.DEFAULT).codes())
                .extracting(CodeCoverage::code, CodeCoverage::standing, CodeCoverage::name)
                .containsExactly(
                        tuple(100, Standing.CAUSED_BY_THE_CALLER, "missing_argument"),
                        tuple(361, Standing.NEVER_MET, "unique_violation"),
                        tuple(480, Standing.MET, "api_feature_disabled"),
                        tuple(510, Standing.ANSWERED_BY_A_STORM, "api_limit_error"));
    }

    @Test
    void namesTheOperationsFirstAtWhichAnErrorCame() {
        trial.offering("maintenance", 480, "/clients/list", "/entity.find")
                .call("/clients/list")
                .call("/entity.find", 480, Cause.DRILL)
                .ends("armed", 0);

        assertThat(judged(DrillPolicy.DEFAULT).codes().get(0).operations())
                .containsExactly("/entity.find", "/clients/list");
    }

    @Test
    void passesWhereNothingForbiddenWasSeen() {
        trial.call("/entity.find", 480, Cause.DRILL)
                .armed("maintenance", 480, true)
                .ends("armed", 75);

        var decision = judged(DrillPolicy.DEFAULT);

        assertThat(decision.outcome()).isEqualTo(DrillOutcome.PASS);
        assertThat(decision.sentence())
                .isEqualTo("Nothing forbidden was seen; 1 of 1 errors met that can come from what was called.");
    }

    @Test
    void failsForAForbiddenReactionAndWarnsForOneToLookAt() {
        trial.call("/entity.find", 510, Cause.DRILL)
                .reaction("retry-storm", Verdict.FAILS, 510)
                .reaction("unrepeated-write", Verdict.WARNS, 510)
                .ends("armed", 0);

        var decision = judged(DrillPolicy.DEFAULT);

        assertThat(decision.outcome()).isEqualTo(DrillOutcome.FAILED);
        assertThat(decision.findings())
                .extracting(DrillFinding::name, DrillFinding::level)
                .containsExactly(tuple("retry-storm", Level.FAILS), tuple("unrepeated-write", Level.WARNS));
        assertThat(decision.findings().get(0).evidence())
                .singleElement()
                .asString()
                .contains("/entity.find 510");
    }

    @Test
    void heedsTheFirstRuleOfThePolicyThatFitsAReaction() throws IOException {
        trial.call("/entity.find", 510, Cause.DRILL)
                .reaction("retry-storm", Verdict.FAILS, 510)
                .reaction("unrepeated-write", Verdict.WARNS, 510)
                .reaction("nothing-more-came", Verdict.NOT_JUDGED, 510)
                .ends("armed", 0);

        var decision = judged(
                """
                reactions:
                  - { reaction: retry-storm, code: "480", then: fails }
                  - { reaction: retry-storm, at: "/entity.*", then: warns }
                  - { reaction: unrepeated-write, then: ignored }
                  - { reaction: "*", then: warns }
                """);

        assertThat(decision.outcome()).isEqualTo(DrillOutcome.PASS);
        assertThat(decision.findings())
                .extracting(DrillFinding::name, DrillFinding::level)
                .containsExactly(tuple("retry-storm", Level.WARNS), tuple("nothing-more-came", Level.NOT_JUDGED));
    }

    @Test
    void failsWhereARequiredErrorWasNotMet() throws IOException {
        trial.offering("maintenance", 480, "/entity.find")
                .offering("quota", 510, "/entity.find")
                .call("/entity.find", 480, Cause.WORLD)
                .call("/entity.find", 510, Cause.CALLER)
                .ends("armed", 0);

        var decision = judged(
                """
                codes:
                  - { code: "480" }
                  - { code: "510" }
                  - { code: "414" }
                  - { code: "480", at: /entity.create }
                """);

        assertThat(decision.outcome()).isEqualTo(DrillOutcome.FAILED);
        assertThat(decision.findings())
                .extracting(DrillFinding::sentence)
                .containsExactly(
                        "Required at " + file() + ":4 and never met but by the caller's own fault: 510 api_limit_error,"
                                + " which can come from /entity.find.",
                        "Required at " + file() + ":5 and never met: code 414. No operation that was called can answer"
                                + " with it.",
                        "Required at " + file() + ":6 and never met: code 480 at /entity.create. No operation that was"
                                + " called can answer with it.");
    }

    @Test
    void demandsByAPatternEveryErrorThatADrillCanBringAndNoneThatOnlyTheCallerCan() throws IOException {
        trial.offering("maintenance", 480, "/entity.find")
                .offering("secret", 402, "/entity.find")
                .call("/entity.find", 480, Cause.DRILL)
                .call("/entity.find", 200, Cause.CALLER)
                .ends("armed", 0);

        assertThat(judged("codes: [{ code: \"*\" }]").findings())
                .extracting(DrillFinding::code)
                .containsExactly(OptionalInt.of(402));
    }

    @Test
    void takesSilenceForNoSuccessWhereSuccessIsRequired() throws IOException {
        trial.call("/entity.find", 480, Cause.DRILL).call("/entity.count").ends("armed", 0);

        var policy = "codes: [{ code: \"480\", succeeds-later: true }]";

        assertThat(judged(policy).findings())
                .singleElement()
                .satisfies(finding -> assertThat(finding.name()).isEqualTo("no-success-later"))
                .satisfies(finding -> assertThat(finding.sentence()).contains("is not judged", "--again"));

        trial.call("/entity.find").ends("run again", 0);

        assertThat(judged(policy).outcome()).isEqualTo(DrillOutcome.PASS);
    }

    @Test
    void letsBeWhatThePolicyExceptsAndReportsAnExceptionThatFitsNothing() throws IOException {
        trial.call("/entity.find", 510, Cause.DRILL)
                .reaction("retry-storm", Verdict.FAILS, 510)
                .ends("armed", 0);

        var decision = judged(
                """
                exceptions:
                  - { finding: retry-storm, code: "510", reason: mended next week }
                  - { finding: lost-window, reason: never seen }
                """);

        assertThat(decision.outcome()).isEqualTo(DrillOutcome.PASS);
        assertThat(decision.findings())
                .extracting(DrillFinding::name, DrillFinding::level)
                .containsExactly(tuple("exception-unused", Level.WARNS), tuple("retry-storm", Level.EXCEPTED));
        assertThat(decision.findings().get(1).excepted()).contains("mended next week");
    }

    @Test
    void knowsNothingWhereNothingWasCalled() {
        trial.call("/entity.find").ends("armed", 0).ends("run again", 0);

        var decision = judged(DrillPolicy.DEFAULT);

        assertThat(decision.outcome()).isEqualTo(DrillOutcome.NOTHING_CALLED);
        assertThat(decision.sentence()).startsWith("No call of the API was seen (run again)");
    }

    @Test
    void comparesWhatWasToldWithTheRecordsWhereTheCommandSaysThatAllWentWell() {
        trial.call("/entity.create")
                .records(10, 250)
                .tells("created", 240)
                .tells("records", 100)
                .ends("undisturbed", 0);

        var decision = judged(DrillPolicy.DEFAULT);

        assertThat(decision.told())
                .extracting(ToldResult::what, ToldResult::agreement)
                .containsExactly(tuple("created", Agreement.AGREES), tuple("records", Agreement.DIFFERS));
        assertThat(decision.findings()).singleElement().satisfies(finding -> assertThat(finding.sentence())
                .isEqualTo("The application told records=100 (undisturbed); records of the type user that are"
                        + " there: 250."));
        assertThat(decision.outcome()).isEqualTo(DrillOutcome.FAILED);
    }

    @Test
    void findsNothingForbiddenInAnIncompleteExportThatSaysItFailed() {
        trial.call("/entity.find", 480, Cause.DRILL)
                .armed("maintenance", 480, true)
                .records(250, 250)
                .tells("records", 100)
                .ends("armed", 75);

        var decision = judged(DrillPolicy.DEFAULT);

        assertThat(decision.outcome()).isEqualTo(DrillOutcome.PASS);
        assertThat(decision.told()).extracting(ToldResult::agreement).containsExactly(Agreement.FAILED_OPENLY);
    }

    @Test
    void takesForTrueWhatTheRecordsWereBeforeADrillWasUndoneAndAfterwards() {
        trial.call("/entity.count")
                .records(5, 4, 5)
                .tells("records", 4)
                .tells("records", 5)
                .tells("created", 0)
                .ends("armed", 0);

        assertThat(judged(DrillPolicy.DEFAULT).told())
                .extracting(ToldResult::agreement)
                .containsOnly(Agreement.AGREES);
    }

    @Test
    void judgesNoNumberThatNeitherFitsNorStandsStillBetweenADrillAndItsUndoing() {
        trial.call("/entity.count").records(5, 4, 5).tells("records", 3).ends("armed", 0);

        var decision = judged(DrillPolicy.DEFAULT);

        assertThat(decision.told()).extracting(ToldResult::agreement).containsExactly(Agreement.NOT_JUDGED);
        assertThat(decision.findings()).singleElement().satisfies(finding -> assertThat(finding.sentence())
                .endsWith("that are there: 4 while drills were armed, 5 after they were undone."));
    }

    @Test
    void catchesAWrongPasswordThatWasToldForAnotherError() {
        trial.call("/oauth/auth_native_traditional", 500, Cause.DRILL)
                .armed("storage", 500, true)
                .tells("wrong-password", 1)
                .ends("armed", 1);

        assertThat(judged(DrillPolicy.DEFAULT).findings())
                .extracting(DrillFinding::name)
                .containsExactly("told-otherwise");
    }

    @Test
    void takesAnErrorThatWasTriedAgainForOneThatWasTold() {
        trial.call("/oauth/auth_native_traditional", 213, Cause.CALLER)
                .call("/oauth/auth_native_traditional", 500, Cause.DRILL)
                .call("/oauth/auth_native_traditional", 500, Cause.DRILL)
                .armed("storage", 500, true)
                .tells("wrong-password", 1)
                .tells("500", 1)
                .ends("armed", 1);

        assertThat(judged(DrillPolicy.DEFAULT).outcome()).isEqualTo(DrillOutcome.PASS);
    }

    @Test
    void comparesWhatWasToldOfAPhaseWithThatPhaseAlone() {
        trial.call("/oauth/auth_native_traditional", 213, Cause.DRILL)
                .armed("password-changed", 213, true)
                .ends("armed", 1)
                .call("/oauth/auth_native_traditional")
                .tells("wrong-password", 1)
                .ends("run again", 0);

        assertThat(judged(DrillPolicy.DEFAULT).findings())
                .extracting(DrillFinding::name)
                .containsExactly("told-otherwise");
    }

    @Test
    void judgesNothingToldThatCannotBeCompared() {
        trial.call("/entity.create")
                .uncountable()
                .tellsOfAll("created", 1)
                .mumbles("Unclear.")
                .ends("undisturbed", 0);

        assertThat(judged(DrillPolicy.DEFAULT).findings())
                .extracting(DrillFinding::name, DrillFinding::level)
                .containsExactly(tuple("told-unreadable", Level.FAILS), tuple("told-not-judged", Level.NOT_JUDGED));
    }

    @Test
    void demandsOfARunWithoutDrillsThatItSucceeds() throws IOException {
        trial.call("/entity.find").ends("undisturbed", 2);

        assertThat(judged(DrillPolicy.DEFAULT).findings())
                .extracting(DrillFinding::sentence)
                .containsExactly(
                        "The command ended with exit status 2 (undisturbed); without a drill it has to succeed,"
                                + " with 0.");
        assertThat(judged("exit-status: { undisturbed: any }").outcome()).isEqualTo(DrillOutcome.PASS);
    }

    @Test
    void demandsOfADrilledRunWhatThePolicySays() throws IOException {
        trial.call("/entity.find", 480, Cause.DRILL)
                .armed("maintenance", 480, true)
                .ends("armed", 0);

        assertThat(judged("exit-status: { drilled: success }").outcome()).isEqualTo(DrillOutcome.PASS);
        assertThat(judged("exit-status: { drilled: failure }").outcome()).isEqualTo(DrillOutcome.FAILED);
    }

    @Test
    void failsForACommandThatDiesOrHangsAndForADrillThatNeverCame() {
        trial.call("/entity.find").armed("maintenance", 480, false).ends("armed", 139);
        trial.call("/entity.find").ends("run again", new ProgramEnd(ProgramEnd.Kind.TIMED_OUT, 0));

        assertThat(judged(DrillPolicy.DEFAULT).findings())
                .extracting(DrillFinding::sentence)
                .containsExactly(
                        "The command ended by signal 11 (armed): it told nobody what went wrong.",
                        "The drill maintenance waited in vain, so nothing is known of it: 2 calls came that it is for,"
                                + " from call 3.",
                        "The command ended because its time was over (run again): it waits for what does not come.");
    }

    @Test
    void saysOfADrillWithoutACodeThatItWasMet() {
        trial.offering("connection-dropped", 0, "/entity")
                .offering("answer-cut", 0, "/entity")
                .offering("maintenance", 480, "/entity")
                .call("/entity")
                .changed("connection-dropped")
                .armed("connection-dropped", 0, true)
                .ends("armed", 0);

        var decision = judged(DrillPolicy.DEFAULT);

        assertThat(decision.troubles()).extracting(MetTrouble::shown).containsExactly("connection-dropped met 1 time");
        assertThat(decision.sentence())
                .isEqualTo("Nothing forbidden was seen; 0 of 1 errors met that can come from what was called;"
                        + " connection-dropped met 1 time.");
    }

    @Test
    void saysThatCallsCameForWhichADrillCouldChangeNothing() {
        trial.offering("record-changed", 330, "/entity")
                .call("/entity")
                .armedInVain("record-changed", 330, 1)
                .ends("armed", 0);

        assertThat(judged(DrillPolicy.DEFAULT).findings())
                .extracting(DrillFinding::sentence)
                .containsExactly(
                        "The drill record-changed waited in vain, so nothing is known of it: 1 call came that it"
                                + " is aimed at, at /entity, but it could change nothing for it. What it does: Does it."
                                + " 'regcontract drill list' says when it shows.");
    }

    @Test
    void numbersCallsWithoutMarksAndShowsReactionsInTheirOrder() {
        trial.call("/entity.find", 510, Cause.DRILL)
                .skipsNumber()
                .call("/entity.find", 480, Cause.DRILL)
                .reaction("retry-storm", Verdict.FAILS, 480)
                .reactionToFirst("lost-window", Verdict.FAILS, 510)
                .ends("armed", 0);

        var findings = judged(DrillPolicy.DEFAULT).findings();

        assertThat(findings).extracting(DrillFinding::name).containsExactly("lost-window", "retry-storm");
        assertThat(findings.get(1).evidence()).singleElement().asString().endsWith("(call 2)");
        assertThat(findings.get(1).sentence()).isEqualTo("It did that (call 2).");
    }

    @Test
    void countsErrorsThatNeedTheNameOfAnApplicationOnlyWhereTheyCame() {
        trial.offering("application-id-unknown", 221, "/entity")
                .offering("application-host-moved", 224, "/entity")
                .offering("maintenance", 480, "/entity")
                .call("/entity", 221, Cause.DRILL)
                .ends("armed", 0);

        assertThat(judged(DrillPolicy.DEFAULT).codes())
                .extracting(CodeCoverage::code)
                .containsExactly(221, 480);
    }

    @Test
    void knowsTheNamesOfAllReactionsOfTheSimulator() throws IllegalAccessException {
        var names = new ArrayList<String>();
        for (var field : Reaction.class.getFields()) {
            if (field.getType() == String.class) {
                names.add((String) field.get(null));
            }
        }

        assertThat(names).hasSizeGreaterThan(7);
        assertThat(FindingNames.all()).containsAll(names);
    }

    private DrillDecision judged(DrillPolicy policy) {
        return new DrillJudge(CONTRACT, policy).judge(trial.trial());
    }

    private DrillDecision judged(String policy) throws IOException {
        Files.writeString(file(), "format: regcontract/drill-policy/1\n" + policy);
        return judged(DrillPolicyReader.read(file(), FindingNames.all(), OPERATIONS));
    }

    private Path file() {
        return directory.resolve("policy.yaml");
    }
}
