package io.regcontract.report.judge;

import static io.regcontract.report.Codes.ALL_CODES;
import static io.regcontract.report.Codes.counted;
import static io.regcontract.report.RecordBuilder.RUN;
import static io.regcontract.report.RecordBuilder.answering;
import static io.regcontract.report.RecordBuilder.check;
import static io.regcontract.report.RecordBuilder.ending;
import static io.regcontract.report.RecordBuilder.failing;
import static io.regcontract.report.RecordBuilder.id;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.regcontract.contract.Contract;
import io.regcontract.report.RecordBuilder;
import io.regcontract.report.ShippedPolicy;
import io.regcontract.report.record.RecordReader;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.node.ObjectNode;

/** Every rule of the gate: a run that keeps it passes, a run that breaks it does not, and the sentence says so. */
class GateTest {

    private static final Contract CONTRACT = Contract.load();

    @TempDir
    private Path records;

    @Test
    void passesWhenEveryCodeIsProven() {
        var decision = decide(new RecordBuilder());

        assertThat(decision.outcome()).isEqualTo(GateOutcome.PASS);
        assertThat(decision.sentence()).isEqualTo(counted("All {all} codes are proven, by {all} requirements."));
        assertThat(decision.findings()).isEmpty();
        assertThat(decision.codeCounts().of(Verdict.PROVEN)).isEqualTo(ALL_CODES);
        assertThat(decision.requirementCounts().total()).isEqualTo(ALL_CODES);
    }

    @Test
    void decidesTheSameTwice() {
        var run = new RecordReader(
                        new RecordBuilder().of(361, contradicted()).writeTo(records), CONTRACT, RecordBuilder.DEMANDS)
                .read(RUN);

        assertThat(new Gate(CONTRACT, ShippedPolicy.terms()).decide(run))
                .isEqualTo(new Gate(CONTRACT, ShippedPolicy.terms()).decide(run));
    }

    @Test
    void isALeakWhenTheRunLeftSomethingBehind() {
        var decision = decide(new RecordBuilder().footer(footer -> footer.putArray("leftovers")
                .addObject()
                .put("what", "client regcontract-1client")
                .put("why", "the service answers 403")));

        assertThat(decision.outcome()).isEqualTo(GateOutcome.LEAK);
        assertThat(decision.outcome().exitCode()).isEqualTo(5);
        assertThat(decision.sentence())
                .endsWith(
                        "the run left behind the client regcontract-1client (the service answers 403). The janitor of the"
                                + " suite's command line removes it: janitor --env NAME --delete.");
        assertThat(decision.findings()).extracting(GateFinding::rule).containsExactly("leftover");
    }

    @Nested
    class Contradictions {

        @Test
        void fail() {
            var decision = decide(new RecordBuilder()
                    .of(361, failing("body.error", "unique_violation", "constraint_violation"))
                    .of(415, failing("token.length", "16 characters", "15 characters")));

            assertThat(decision.outcome()).isEqualTo(GateOutcome.CONTRACT);
            assertThat(decision.outcome().exitCode()).isEqualTo(1);
            assertThat(decision.sentence())
                    .isEqualTo(counted("2 of {all} codes contradicted (361, 415); {all-2} proven."));
            assertThat(decision.findings())
                    .extracting(GateFinding::rule, GateFinding::message)
                    .containsExactly(
                            tuple("contradicted", "body.error fails in " + id(361) + "."),
                            tuple("contradicted", "token.length fails in " + id(415) + "."));
        }

        @Test
        void areTheVerdictOfTheCodeWhenAnyRequirementIsContradicted() {
            var decision = decide(
                    new RecordBuilder().withRequirement(361, "other-case").of(361, contradicted()));

            assertThat(verdict(decision, 361)).isEqualTo(Verdict.CONTRADICTED);
            assertThat(decision.requirementCounts().of(Verdict.PROVEN)).isEqualTo(ALL_CODES);
        }

        @Test
        void standHoweverMuchIsMissingBesideThem() {
            var decision = decide(new RecordBuilder()
                    .of(361, contradicted())
                    .of(100, ending("broken", "set-up failed"))
                    .withoutObservation(510));

            assertThat(decision.outcome()).isEqualTo(GateOutcome.CONTRACT);
            assertThat(decision.sentence())
                    .isEqualTo(counted("1 of {all} codes contradicted (361); {all-3} proven, 1 untested, 1 broken."));
        }
    }

    @Nested
    class RelativesOfTheExpectedCode {

        @Test
        void failInASimulator() {
            var decision = decide(new RecordBuilder()
                    .of(361, answering(360, "constraint_violation"))
                    .of(480, answering(485, "feature_gone")));

            assertThat(decision.outcome()).isEqualTo(GateOutcome.CONTRACT);
            assertThat(decision.sentence())
                    .isEqualTo(
                            counted("1 of {all} codes coarser (361); 1 of {all} codes refined (480); {all-2} proven."));
        }

        @Test
        void onlyWarnInATenant() {
            var decision = decide(new RecordBuilder()
                    .environment(environment -> environment.put("kind", "staging"))
                    .of(361, answering(360, "constraint_violation"))
                    .of(480, answering(485, "feature_gone")));

            assertThat(decision.outcome()).isEqualTo(GateOutcome.PASS);
            assertThat(decision.sentence())
                    .isEqualTo(counted(
                            "Nothing keeps the {all} codes from passing: {all-2} proven, 1 refined, 1 coarser."));
            assertThat(rules(decision)).containsOnly("coarser", "refined");
        }
    }

    @Nested
    class Errata {

        @Test
        void makeARequirementPassAndAreNamed() {
            var decision = decide(new RecordBuilder()
                    .environment(environment ->
                            environment.withArray("/acceptedErrata").add("E-01"))
                    .of(352, relaxed("body.error", "E-01")));

            assertThat(decision.outcome()).isEqualTo(GateOutcome.PASS);
            assertThat(decision.sentence())
                    .isEqualTo(counted(
                            "Nothing keeps the {all} codes from passing: {all-1} proven, 1 proven-with-erratum."));
            assertThat(decision.findings())
                    .extracting(GateFinding::message)
                    .containsExactly("body.error holds by E-01 in " + id(352) + ".");
        }

        @Test
        void countOnlyWhenTheProfileAcceptsThem() {
            var decision = decide(new RecordBuilder().of(352, relaxed("body.error", "E-01")));

            assertThat(decision.outcome()).isEqualTo(GateOutcome.INCOMPLETE);
            assertThat(rules(decision)).containsExactly("unaccepted-relaxation", "untested");
        }

        @Test
        void doNotExcuseAnotherCheck() {
            var decision = decide(new RecordBuilder()
                    .environment(environment ->
                            environment.withArray("/acceptedErrata").add("E-01"))
                    .of(352, relaxed("body.error", "E-01").andThen(contradicted())));

            assertThat(verdict(decision, 352)).isEqualTo(Verdict.CONTRADICTED);
            assertThat(decision.findings())
                    .extracting(GateFinding::message)
                    .containsExactly("token.length fails in " + id(352) + ".");
        }
    }

    @Nested
    class Broken {

        @Test
        void isInconclusive() {
            var decision = decide(new RecordBuilder()
                    .of(414, ending("broken", "the clock could not be set"))
                    .of(415, ending("broken", "the clock could not be set")));

            assertThat(decision.outcome()).isEqualTo(GateOutcome.INCONCLUSIVE);
            assertThat(decision.outcome().exitCode()).isEqualTo(3);
            assertThat(decision.sentence())
                    .isEqualTo(counted(
                                    "2 of {all} codes broken (414, 415): the clock could not be set, so this says nothing about")
                            + " the contract; nothing is contradicted.");
        }

        @Test
        void namesNoOneReasonWhereThereAreSeveral() {
            var decision = decide(new RecordBuilder()
                    .of(414, ending("broken", "the clock could not be set"))
                    .of(415, ending("broken", "no answer in time")));

            assertThat(decision.sentence())
                    .isEqualTo(counted(
                                    "2 of {all} codes broken (414, 415): set-up or environment failed, so this says nothing about")
                            + " the contract; nothing is contradicted.");
        }

        @Test
        void givesWayToWhatIsMissing() {
            var decision = decide(new RecordBuilder()
                    .of(414, ending("broken", "set-up failed"))
                    .withoutObservation(415));

            assertThat(decision.outcome()).isEqualTo(GateOutcome.INCOMPLETE);
            assertThat(decision.sentence())
                    .isEqualTo(counted("1 of {all} codes not fully tested (415). 1 of {all} codes broken (414)."));
        }
    }

    @Nested
    class NotDrivable {

        @Test
        void passesWhenTheKindSaysSo() {
            var decision = decide(tenantExpecting(480)
                    .of(
                            480,
                            ending("not-drivable", "nothing can switch maintenance here")
                                    .andThen(observation -> observation.put("missingCapability", "MAINTENANCE"))));

            assertThat(decision.outcome()).isEqualTo(GateOutcome.PASS);
            assertThat(decision.sentence())
                    .isEqualTo(counted("Nothing keeps the {all} codes from passing: {all-1} proven, 1 not-drivable."));
            assertThat(rules(decision)).containsExactly("not-drivable-as-expected");
        }

        @Test
        void isAGapWhenTheKindDoesNotSaySo() {
            var decision = decide(tenantExpecting(480)
                    .of(480, ending("not-drivable", "nothing can switch maintenance here"))
                    .of(414, ending("not-drivable", "nothing can set the clock here")));

            assertThat(decision.outcome()).isEqualTo(GateOutcome.INCOMPLETE);
            assertThat(decision.sentence()).isEqualTo(counted("1 of {all} codes unexpectedly not drivable (414)."));
        }

        @Test
        void isNoLongerExcusedOnceItIsDrivable() {
            var decision = decide(tenantExpecting(480));

            assertThat(decision.outcome()).isEqualTo(GateOutcome.CONTRACT);
            assertThat(decision.sentence())
                    .isEqualTo(counted("1 driven though expected not to be drivable; {all} proven."));
            assertThat(decision.findings())
                    .extracting(GateFinding::rule, GateFinding::message)
                    .containsExactly(tuple(
                            "unexpectedly-drivable",
                            id(480) + " was driven, though environments of kind sandbox are expected not to be drivable"
                                    + " into 480. Take it off the list of that kind."));
        }

        @Test
        void isExcusedForWantOfWhatTheEnvironmentIsExpectedToLack() {
            var record = new RecordBuilder().environment(environment -> {
                environment.put("kind", "sandbox");
                environment
                        .withArray("/expectedLacking")
                        .addObject()
                        .put("capability", "MAINTENANCE")
                        .put("reason", "the vendor switches that");
            });

            var excused = decide(record.of(
                    480,
                    ending("not-drivable", "no switch")
                            .andThen(observation -> observation.put("missingCapability", "MAINTENANCE"))));
            assertThat(excused.outcome()).isEqualTo(GateOutcome.PASS);

            var another = decide(record.of(
                    480,
                    ending("not-drivable", "no time")
                            .andThen(observation -> observation.put("missingCapability", "WAITING"))));
            assertThat(another.outcome()).isEqualTo(GateOutcome.INCOMPLETE);
        }

        @Test
        void isNeverExpectedInASimulator() {
            var decision = decide(tenantExpecting(480)
                    .environment(environment -> environment.put("kind", "simulator"))
                    .of(480, ending("not-drivable", "no control plane")));

            assertThat(decision.outcome()).isEqualTo(GateOutcome.INCOMPLETE);
        }

        @Test
        void isNotLetPassForAWholeRunThatSawNothing() {
            var record = new RecordBuilder();
            for (var error : CONTRACT.errors()) {
                record = record.of(error.code().code(), ending("not-drivable", "nobody may write"));
            }

            var decision = decide(record.environment(environment -> {
                environment.put("kind", "sandbox");
                var expected = environment.withArray("/expectedNotDrivable");
                CONTRACT.errors().forEach(error -> expected.addObject()
                        .put("code", error.code().code())
                        .put("reason", "nobody may write"));
            }));

            assertThat(decision.outcome()).isEqualTo(GateOutcome.INCOMPLETE);
            assertThat(decision.findings().get(0).rule()).isEqualTo("nothing-tested");
            assertThat(decision.sentence())
                    .isEqualTo(counted(
                                    "Not one answer was seen: none of the {all} requirements is drivable in environments of kind")
                            + " sandbox. Let the profile offer a capability.");
        }

        private RecordBuilder tenantExpecting(int code) {
            return new RecordBuilder().environment(environment -> {
                environment.put("kind", "sandbox");
                environment
                        .withArray("/expectedNotDrivable")
                        .addObject()
                        .put("code", code)
                        .put("reason", "the vendor does that");
            });
        }
    }

    @Nested
    class Coverage {

        @Test
        void isIncompleteWhenARequirementIsUntested() {
            var decision = decide(new RecordBuilder().withoutObservation(310).withoutObservation(540));

            assertThat(decision.outcome()).isEqualTo(GateOutcome.INCOMPLETE);
            assertThat(decision.outcome().exitCode()).isEqualTo(4);
            assertThat(decision.sentence()).isEqualTo(counted("2 of {all} codes not fully tested (310, 540)."));
            assertThat(decision.requirementCounts().of(Verdict.UNTESTED)).isEqualTo(2);
        }

        @Test
        void isIncompleteWhenOnlyAPartWasSelected() {
            var decision = decide(new RecordBuilder()
                    .header(header ->
                            header.putObject("selection").put("complete", false).put("description", "-Dit.test=One")));

            assertThat(decision.outcome()).isEqualTo(GateOutcome.INCOMPLETE);
            assertThat(decision.sentence())
                    .isEqualTo("The run was of a part only: -Dit.test=One. Run without a selection to have it judged.");
        }

        @Test
        void isIncompleteWhenACodeHasNoRequirement() {
            var decision = decide(new RecordBuilder().withoutObservation(226).header(header -> {
                var catalogue = header.withArray("/catalogue");
                for (int index = 0; index < catalogue.size(); index++) {
                    if (catalogue.get(index).stringValue().equals(id(226))) {
                        catalogue.remove(index);
                    }
                }
            }));

            assertThat(decision.outcome()).isEqualTo(GateOutcome.INCOMPLETE);
            assertThat(decision.sentence()).isEqualTo("The suite has no requirement for 226 flow_error.");
            assertThat(verdict(decision, 226)).isEqualTo(Verdict.UNTESTED);
        }

        @Test
        void isIncompleteWhenNothingWasObserved() {
            var decision = decide(new RecordBuilder().withoutObservations());

            assertThat(decision.sentence())
                    .isEqualTo(counted("{all} of {all} codes not fully tested ({first 10}, ...)."));
        }
    }

    @Nested
    class Refusals {

        @Test
        void ofTheCallAreUsage() {
            var decision = decide(new RecordBuilder()
                    .withoutObservations()
                    .refused(2, "There is no environment 'simulater'.", "Did you mean simulator?"));

            assertThat(decision.outcome()).isEqualTo(GateOutcome.USAGE);
            assertThat(decision.outcome().exitCode()).isEqualTo(2);
            assertThat(decision.sentence()).isEqualTo("There is no environment 'simulater'. Did you mean simulator?");
        }

        @Test
        void ofTheEnvironmentAreInconclusiveEvenWithoutHeaderAndFooter() {
            var decision = decide(new RecordBuilder()
                    .refused(3, "Nothing answers at http://127.0.0.1:1.", "Start the service, then run again.")
                    .text(text -> text.lines()
                            .filter(line -> line.contains("\"refusal\""))
                            .findFirst()
                            .orElseThrow()));

            assertThat(decision.outcome()).isEqualTo(GateOutcome.INCONCLUSIVE);
            assertThat(decision.sentence())
                    .isEqualTo("Nothing answers at http://127.0.0.1:1. Start the service, then run again.");
        }

        @Test
        void explainWhatIsUntested() {
            var decision = decide(new RecordBuilder()
                    .withoutObservation(510)
                    .refused(3, "The service stopped answering.", "Look after it, then run again."));

            assertThat(decision.outcome()).isEqualTo(GateOutcome.INCONCLUSIVE);
        }

        @Test
        void explainWhatIsNotDrivable() {
            var decision = decide(new RecordBuilder()
                    .of(414, ending("not-drivable", "no control plane"))
                    .refused(3, "The service stopped answering.", "Look after it, then run again."));

            assertThat(decision.outcome()).isEqualTo(GateOutcome.INCONCLUSIVE);
        }

        @Test
        void doNotHideAContradiction() {
            var decision = decide(new RecordBuilder()
                    .of(361, contradicted())
                    .withoutObservation(510)
                    .refused(3, "The service stopped answering.", "Look after it, then run again."));

            assertThat(decision.outcome()).isEqualTo(GateOutcome.CONTRACT);
        }

        @Test
        void doNotExcuseARecordThatIsWrong() {
            var decision = decide(new RecordBuilder()
                    .twice(361)
                    .refused(3, "The service stopped answering.", "Look after it, then run again."));

            assertThat(decision.outcome()).isEqualTo(GateOutcome.INCOMPLETE);
        }
    }

    private Decision decide(RecordBuilder record) {
        return new Gate(CONTRACT, ShippedPolicy.terms())
                .decide(new RecordReader(record.writeTo(records), CONTRACT, RecordBuilder.DEMANDS).read(RUN));
    }

    private static Verdict verdict(Decision decision, int code) {
        return decision.codes().stream()
                .filter(candidate -> candidate.error().code().code() == code)
                .findFirst()
                .orElseThrow()
                .verdict();
    }

    private static List<String> rules(Decision decision) {
        return decision.findings().stream().map(GateFinding::rule).distinct().toList();
    }

    private static Consumer<ObjectNode> contradicted() {
        return failing("token.length", "16 characters", "17 characters");
    }

    private static Consumer<ObjectNode> relaxed(String check, String erratum) {
        return failing(check, "as documented", "as recorded")
                .andThen(observation ->
                        check(observation, check).putArray("relaxedBy").add(erratum));
    }
}
