package io.regcontract.report.judge;

import static io.regcontract.report.Codes.ALL_CODES;
import static io.regcontract.report.Codes.counted;
import static io.regcontract.report.RecordBuilder.RUN;
import static io.regcontract.report.RecordBuilder.check;
import static io.regcontract.report.RecordBuilder.failing;
import static io.regcontract.report.TrafficRecord.contradicted;
import static io.regcontract.report.TrafficRecord.id;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.regcontract.contract.Contract;
import io.regcontract.report.RecordBuilder;
import io.regcontract.report.ShippedPolicy;
import io.regcontract.report.TrafficRecord;
import io.regcontract.report.policy.PolicyReader;
import io.regcontract.report.record.RecordReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Optional;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the gate says of recorded traffic: it can contradict the contract, and proves none of it. */
class TrafficGateTest {

    private static final Contract CONTRACT = Contract.load();

    @TempDir
    private Path records;

    @Test
    void passesWhatIsWitnessedAndSaysWhatWasNeverSeen() {
        var decision = decide(new TrafficRecord());

        assertThat(decision.outcome()).isEqualTo(GateOutcome.PASS);
        assertThat(decision.sentence())
                .isEqualTo(counted(
                                "Recorded traffic: 3 of {all} codes witnessed, {all-3} never seen, by 265 failing answers;")
                        + " nothing contradicts the contract.");
        assertThat(decision.codeCounts().of(Verdict.WITNESSED)).isEqualTo(3);
        assertThat(decision.codeCounts().of(Verdict.NEVER_SEEN)).isEqualTo(ALL_CODES - 3);
        assertThat(decision.codeCounts().verdicts()).doesNotContain(Verdict.PROVEN, Verdict.UNTESTED);
        assertThat(decision.findings()).isEmpty();
    }

    @Test
    void failsWhatContradictsAndCountsTheAnswers() {
        var decision = decide(new TrafficRecord()
                .of(361, "/entity.create", contradicted("body.error", "unique_violation", "constraint_violation")));

        assertThat(decision.outcome()).isEqualTo(GateOutcome.CONTRACT);
        assertThat(decision.sentence())
                .isEqualTo(counted("Recorded traffic: 1 of {all} codes contradicted (361), by 1 of 265 answers;")
                        + counted(" 2 witnessed, {all-3} never seen."));
        assertThat(decision.findings())
                .extracting(GateFinding::rule, GateFinding::message)
                .containsExactly(tuple("contradicted", "body.error fails in " + id(361, "/entity.create") + "."));
    }

    @Test
    void passesTrafficWithoutAnyErrorAndSaysThatNothingWasWitnessed() {
        var decision = decide(new TrafficRecord().withoutCalls().succeeded("/entity", 7));

        assertThat(decision.outcome()).isEqualTo(GateOutcome.PASS);
        assertThat(decision.sentence())
                .isEqualTo(counted(
                                "Recorded traffic: 7 calls judged and no error among the answers, so none of the {all} codes")
                        + " was witnessed.");
    }

    @Test
    void isIncompleteWhereNothingOfTheApiWasJudged() {
        var decision = decide(new TrafficRecord().withoutCalls());

        assertThat(decision.outcome()).isEqualTo(GateOutcome.INCOMPLETE);
        assertThat(decision.sentence())
                .startsWith("Recorded traffic: Not one call of the API could be judged among the 305 exchanges of"
                        + " shop.har (305 do not belong to the API)");
    }

    @Test
    void isIncompleteWhereSomethingWasToBeJudgedAndWasNot() {
        var decision = decide(new TrafficRecord().incomplete("Line 17 of shop.ndjson is no JSON."));

        assertThat(decision.outcome()).isEqualTo(GateOutcome.INCOMPLETE);
        assertThat(decision.sentence())
                .isEqualTo(counted(
                                "Recorded traffic: Line 17 of shop.ndjson is no JSON. Of the rest: 3 of {all} codes witnessed,")
                        + counted(" {all-3} never seen."));
    }

    @Test
    void isIncompleteWhereAFileIsFlawedAndNoSentenceSaysSo() {
        var decision = decide(new TrafficRecord()
                .traffic(traffic -> traffic.withObject("/files/0").put("flaw", "it ends in the middle of an entry")));

        assertThat(decision.outcome()).isEqualTo(GateOutcome.INCOMPLETE);
        assertThat(decision.sentence()).contains("shop.har: it ends in the middle of an entry");
    }

    @Test
    void letsAContradictionGoBeforeWhatIsIncomplete() {
        var decision = decide(new TrafficRecord()
                .of(361, "/entity.create", contradicted("body.error", "unique_violation", "other"))
                .incomplete("Line 17 of shop.ndjson is no JSON."));

        assertThat(decision.outcome()).isEqualTo(GateOutcome.CONTRACT);
    }

    @Test
    void warnsOfWhatCouldNotBeJudgedAndOfWhatRequestsShow() {
        var decision = decide(new TrafficRecord()
                .unjudged("the tool kept only a part of the body", 4)
                .remark("/entity.create", "traffic.argument-missing", "type_name is missing, and yet it succeeded"));

        assertThat(decision.outcome()).isEqualTo(GateOutcome.PASS);
        assertThat(decision.findings())
                .extracting(GateFinding::level, GateFinding::rule, GateFinding::message)
                .containsExactly(
                        tuple(
                                GateFinding.Level.WARNS,
                                "traffic-unjudged",
                                "4 exchanges of the API could not be judged: the tool kept only a part of the body."
                                        + " The first: shop.har, entry 9."),
                        tuple(
                                GateFinding.Level.WARNS,
                                "traffic.argument-missing",
                                "/entity.create: type_name is missing, and yet it succeeded. 2 calls, the first:"
                                        + " shop.har, entry 7."));
    }

    @Test
    void warnsOfACodeThatTheOperationIsNotKnownToGive() {
        var decision = decide(new TrafficRecord()
                .witnessed(361, "/clients/list", 2)
                .of(361, "/clients/list", failing("traffic.plausible", "a code of /clients/list", "361")));

        assertThat(decision.outcome()).isEqualTo(GateOutcome.PASS);
        assertThat(decision.findings())
                .extracting(GateFinding::rule, GateFinding::message)
                .containsExactly(
                        tuple("traffic.plausible", "traffic.plausible fails in " + id(361, "/clients/list") + "."));
        assertThat(decision.judgements())
                .anySatisfy(judgement -> assertThat(judgement.requirement()).isEqualTo(id(361, "/clients/list")));
    }

    @Test
    void doesNotCountAnObservationWithoutAllChecks() {
        var decision = decide(new TrafficRecord().of(310, "/entity", observation -> {
            var kept = observation.get("checks").deepCopy();
            observation.putArray("checks");
            kept.forEach(check -> {
                if (!check.get("id").stringValue().equals("token.unique")) {
                    observation.withArray("/checks").add(check);
                }
            });
        }));

        assertThat(decision.outcome()).isEqualTo(GateOutcome.INCOMPLETE);
        assertThat(decision.sentence())
                .contains("does not count: whoever judged the traffic made no must-check token.unique");
    }

    @Test
    void saysWhatHoldsByAnErratumInWordsOfItsOwn() {
        var decision = decide(new TrafficRecord()
                .environment(here -> here.putArray("acceptedErrata").add("E-01"))
                .of(
                        361,
                        "/entity.create",
                        failing("body.error", "as documented", "as recorded")
                                .andThen(observation -> check(observation, "body.error")
                                        .putArray("relaxedBy")
                                        .add("E-01"))));

        assertThat(decision.codeCounts().of(Verdict.WITNESSED_WITH_ERRATUM)).isEqualTo(1);
        assertThat(decision.outcome()).isEqualTo(GateOutcome.PASS);
    }

    @Test
    void tellsTrafficOfAnEnvironmentApartFromRunsThere() {
        var decision = decide(new TrafficRecord());

        assertThat(decision.environment().orElseThrow().policyName()).isEqualTo("traffic-shop");
    }

    @Nested
    class Policy {

        @TempDir
        private Path directory;

        @Test
        void mayAskForCodesThatMustHaveBeenSeen() throws IOException {
            var decision = decide(new TrafficRecord(), "never-seen: passes", "never-seen: [361, 480, 510]");

            assertThat(decision.outcome()).isEqualTo(GateOutcome.INCOMPLETE);
            assertThat(decision.sentence())
                    .isEqualTo(
                            counted("Recorded traffic: 2 codes that the policy asks for never seen; 3 of {all} codes")
                                    + counted(" witnessed, {all-3} never seen."));
        }

        @Test
        void mayAskForEveryCode() throws IOException {
            var decision = decide(new TrafficRecord(), "never-seen: passes", "never-seen: fails");

            assertThat(decision.outcome()).isEqualTo(GateOutcome.INCOMPLETE);
            assertThat(decision.sentence())
                    .startsWith(counted("Recorded traffic: {all-3} codes that the policy asks for"));
        }

        @Test
        void mayLetRemarksFail() throws IOException {
            var record = new TrafficRecord()
                    .remark("/entity.create", "traffic.argument-missing", "type_name is missing, and yet it succeeded");

            var decision = decide(record, "remarks: warns", "remarks: fails");

            assertThat(decision.outcome()).isEqualTo(GateOutcome.CONTRACT);
            assertThat(decision.sentence())
                    .isEqualTo("Recorded traffic: /entity.create: type_name is missing, and yet it succeeded. 2 calls,"
                            + counted(" the first: shop.har, entry 7; 3 witnessed, {all-3} never seen."));
        }

        @Test
        void thatIsMissingLetsNothingPass() throws IOException {
            var decision = decide(new TrafficRecord(), "\n  # Recorded traffic.", "", "without it");

            assertThat(decision.outcome()).isEqualTo(GateOutcome.USAGE);
            assertThat(decision.sentence())
                    .isEqualTo("gate.yaml has no policy for environments of kind traffic. Add one under kinds.");
        }

        private Decision decide(TrafficRecord record, String from, String to, String... without) throws IOException {
            var text = ShippedPolicy.gate();
            assertThat(text).contains(from);
            Files.writeString(
                    directory.resolve("gate.yaml"),
                    without.length == 0 ? text.replace(from, to) : text.substring(0, text.indexOf(from)));
            var terms = new GateCriteria(PolicyReader.read(directory), LocalDate.parse("2026-11-22"), Optional.empty());
            return TrafficGateTest.this.decide(record, terms);
        }
    }

    private Decision decide(TrafficRecord record) {
        return decide(record, ShippedPolicy.terms());
    }

    private Decision decide(TrafficRecord record, GateCriteria terms) {
        var run = new RecordReader(record.writeTo(records), CONTRACT, RecordBuilder.DEMANDS).read(RUN);
        return new Gate(CONTRACT, terms).decide(run);
    }
}
