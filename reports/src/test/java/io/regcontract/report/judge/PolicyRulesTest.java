package io.regcontract.report.judge;

import static io.regcontract.report.Codes.ALL_CODES;
import static io.regcontract.report.Codes.counted;
import static io.regcontract.report.RecordBuilder.RUN;
import static io.regcontract.report.RecordBuilder.check;
import static io.regcontract.report.RecordBuilder.ending;
import static io.regcontract.report.RecordBuilder.failing;
import static io.regcontract.report.RecordBuilder.id;
import static io.regcontract.report.ShippedPolicy.TODAY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.regcontract.contract.Contract;
import io.regcontract.report.RecordBuilder;
import io.regcontract.report.ShippedPolicy;
import io.regcontract.report.judge.GateFinding.Level;
import io.regcontract.report.policy.Glob;
import io.regcontract.report.policy.KindPolicy;
import io.regcontract.report.policy.KindPolicy.AtLeast;
import io.regcontract.report.policy.KindPolicy.Consequence;
import io.regcontract.report.policy.KindPolicy.ReportOnly;
import io.regcontract.report.policy.Policy;
import io.regcontract.report.policy.ToleratedValue;
import io.regcontract.report.policy.Waiver;
import io.regcontract.report.record.RecordReader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.node.ObjectNode;

/** What people can demand of a run: each rule with a run that keeps it and one that does not. */
class PolicyRulesTest {

    private static final Contract CONTRACT = Contract.load();

    @TempDir
    private Path records;

    private KindPolicy simulator = ShippedPolicy.terms().policy().kinds().get("simulator");
    private final List<Waiver> waivers = new ArrayList<>();
    private Optional<Baseline> baseline = Optional.empty();

    @Nested
    class Waivers {

        @Test
        void waiveWhatTheyTolerateToTheLetter() {
            waivers.add(waiver());

            var decision = decide(contradicted());

            assertThat(decision.outcome()).isEqualTo(GateOutcome.PASS);
            assertThat(decision.sentence())
                    .isEqualTo(counted("Nothing keeps the {all} codes from passing: {all-1} proven, 1 waived."));
            assertThat(judgement(decision, 361).verdict()).isEqualTo(Verdict.WAIVED);
            assertThat(judgement(decision, 361).waivers()).containsExactly(waiver());
            assertThat(judgement(decision, 361).why()).isEqualTo("by W-1");
            assertThat(decision.findings())
                    .extracting(GateFinding::rule, GateFinding::level, finding -> finding.waiver()
                            .map(Waiver::id))
                    .containsExactly(tuple("waived", Level.WARNS, Optional.of("W-1")));
            assertThat(decision.ownerOf(decision.findings().get(0))).contains("schema team");
        }

        @Test
        void areOnlyNotedWhereThePolicyDoesNotWarnOfThem() {
            waivers.add(waiver());
            simulator = with(Set.of("contradicted"), Set.of());

            assertThat(decide(contradicted()).findings())
                    .extracting(GateFinding::rule, GateFinding::level)
                    .containsExactly(tuple("waived", Level.NOTES));
        }

        @Test
        void mustTolerateEverythingThatFails() {
            waivers.add(waiver());
            var record = contradicted().of(361, failing("token.length", "16", "15"));

            var before = decide(record);
            assertThat(judgement(before, 361).verdict()).isEqualTo(Verdict.CONTRADICTED);
            assertThat(before.outcome()).isEqualTo(GateOutcome.CONTRACT);
            assertThat(judgement(before, 361).waivers()).isEmpty();

            waivers.add(waiver("W-2", "token.length", "15"));
            var after = decide(record);
            assertThat(after.outcome()).isEqualTo(GateOutcome.PASS);
            assertThat(judgement(after, 361).why()).isEqualTo("by W-1, W-2");
        }

        @Test
        void failWhenTheCheckFailsOtherwise() {
            waivers.add(waiver());

            var decision = decide(new RecordBuilder().of(361, failing("body.error", "unique_violation", "other")));

            assertThat(decision.outcome()).isEqualTo(GateOutcome.CONTRACT);
            assertThat(decision.sentence())
                    .isEqualTo(counted(
                            "1 of {all} codes contradicted (361); 1 failing otherwise than waived; {all-1} proven."));
            assertThat(decision.findings())
                    .extracting(GateFinding::rule, GateFinding::message)
                    .contains(
                            tuple(
                                    "waiver-differs",
                                    id(361)
                                            + " fails body.error otherwise than W-1 tolerates, which is: constraint_violation"));
        }

        @Test
        void failWhenWhatTheyWaiveHoldsAgain() {
            waivers.add(waiver());

            var decision = decide(new RecordBuilder());

            assertThat(decision.outcome()).isEqualTo(GateOutcome.CONTRACT);
            assertThat(decision.sentence()).isEqualTo(counted("1 waived and no longer failing; {all} proven."));
            assertThat(decision.findings())
                    .extracting(GateFinding::rule, GateFinding::message)
                    .containsExactly(tuple(
                            "waiver-unexpected-pass",
                            "body.error holds in " + id(361) + ", which W-1 waives. Remove the waiver, in w.yaml:2."));
        }

        @Test
        void onlyWarnOfThatWhenTheyAreNotStrict() {
            waivers.add(lenient(waiver()));

            var decision = decide(new RecordBuilder());

            assertThat(decision.outcome()).isEqualTo(GateOutcome.PASS);
            assertThat(decision.findings())
                    .extracting(GateFinding::rule, GateFinding::level)
                    .containsExactly(tuple("waiver-unexpected-pass", Level.WARNS));
        }

        @Test
        void sayNothingOfACheckThatDoesNotApply() {
            waivers.add(waiver("W-1", "body.literal", "constraint_violation"));

            var decision = decide(new RecordBuilder()
                    .of(361, observation -> check(observation, "body.literal").put("result", "not-applicable")));

            assertThat(decision.outcome()).isEqualTo(GateOutcome.PASS);
            assertThat(decision.findings()).isEmpty();
        }

        @Test
        void failFromTheDayAfterTheLast() {
            waivers.add(expiring(0));
            assertThat(decide(contradicted()).outcome()).isEqualTo(GateOutcome.PASS);

            waivers.set(0, expiring(-1));
            var decision = decide(contradicted());

            assertThat(decision.outcome()).isEqualTo(GateOutcome.CONTRACT);
            assertThat(judgement(decision, 361).verdict()).isEqualTo(Verdict.CONTRADICTED);
            assertThat(decision.sentence())
                    .isEqualTo(counted("1 of {all} codes contradicted (361); 1 expired waiver; {all-1} proven."));
            assertThat(decision.findings())
                    .extracting(GateFinding::rule, GateFinding::message)
                    .contains(tuple(
                            "waiver-expired",
                            "W-1 expired on 2026-11-21. Mend what it waives, or decide anew, in w.yaml:2."));
        }

        @Test
        void failOnceExpiredAlthoughNothingFailsAnyMore() {
            waivers.add(expiring(-1));

            var decision = decide(new RecordBuilder());

            assertThat(decision.outcome()).isEqualTo(GateOutcome.CONTRACT);
            assertThat(rules(decision)).containsExactly("waiver-expired");
        }

        @Test
        void doNotHoldBeforeTheirFirstDay() {
            waivers.add(new Waiver(
                    "W-1",
                    Glob.of("REG-361.*"),
                    new TreeSet<>(Set.of("simulator")),
                    "body.error",
                    new ToleratedValue.Text("constraint_violation"),
                    "a good reason",
                    "I-1",
                    "schema team",
                    TODAY.plusDays(1),
                    TODAY.plusDays(9),
                    true,
                    "w.yaml:2"));

            var decision = decide(contradicted());

            assertThat(decision.outcome()).isEqualTo(GateOutcome.CONTRACT);
            assertThat(decision.findings())
                    .extracting(GateFinding::rule, GateFinding::level)
                    .containsExactly(tuple("contradicted", Level.FAILS), tuple("waiver-not-begun", Level.NOTES));
        }

        @Test
        void failWhenTheyMatchNoRequirement() {
            waivers.add(waiver("W-9", Glob.of("REG-361.other.*"), "body.error", "x"));

            var decision = decide(new RecordBuilder());

            assertThat(decision.outcome()).isEqualTo(GateOutcome.CONTRACT);
            assertThat(decision.sentence()).isEqualTo(counted("1 waiver without anything to waive; {all} proven."));
            assertThat(decision.findings())
                    .extracting(GateFinding::rule, GateFinding::message)
                    .containsExactly(tuple(
                            "waiver-stale",
                            "W-9 matches nothing: no requirement REG-361.other.* has a must-check body.error."
                                    + " Correct or remove it, in w.yaml:2."));
        }

        @Test
        void failWhenThereIsNoSuchMustCheck() {
            waivers.add(waiver("W-9", "body.eror", "x"));

            assertThat(rules(decide(new RecordBuilder()))).containsExactly("waiver-stale");

            var record = new RecordBuilder()
                    .of(361, observation -> check(observation, "body.eror").put("weight", "should"));
            assertThat(rules(decide(record))).containsExactly("waiver-stale");
        }

        @Test
        void areNotCalledStaleByARunThatSawNothing() {
            waivers.add(waiver());

            assertThat(rules(decide(new RecordBuilder().of(361, ending("broken", "no set-up")))))
                    .containsExactly("broken");
            assertThat(rules(decide(new RecordBuilder().withoutObservation(361))))
                    .doesNotContain("waiver-stale");
            assertThat(rules(decide(new RecordBuilder().of(361, observation -> check(observation, "body.code")
                            .put("weight", "note")))))
                    .containsExactly("checks-missing", "broken");
        }

        @Test
        void holdOnlyInTheirEnvironments() {
            waivers.add(waiver());

            var decision = decide(contradicted().environment(environment -> environment.put("name", "local")));

            assertThat(decision.outcome()).isEqualTo(GateOutcome.CONTRACT);
            assertThat(rules(decision)).containsExactly("contradicted");
        }

        @Test
        void alsoWaiveARelativeOfTheExpectedCode() {
            waivers.add(waiver("W-1", "body.code", "360"));
            waivers.add(waiver());

            var decision = decide(new RecordBuilder().of(361, RecordBuilder.answering(360, "constraint_violation")));

            assertThat(judgement(decision, 361).verdict()).isEqualTo(Verdict.WAIVED);
            assertThat(decision.outcome()).isEqualTo(GateOutcome.PASS);
        }

        @Test
        void leaveAloneWhatAnErratumExcuses() {
            waivers.add(waiver("W-1", "body.code", "360"));
            var record = new RecordBuilder()
                    .environment(environment ->
                            environment.withArray("/acceptedErrata").add("E-01"))
                    .of(361, failing("body.code", "361", "360"))
                    .of(361, observation -> check(observation, "body.code")
                            .putArray("relaxedBy")
                            .add("E-01"));

            assertThat(rules(decide(record))).containsExactly("waiver-unexpected-pass", "proven-with-erratum");
        }
    }

    @Nested
    class Budgets {

        @Test
        void letSomeRequirementsBeBroken() {
            simulator = budgets(1, 0);
            var record = new RecordBuilder().withRequirement(361, "other").of(361, ending("broken", "no set-up"));

            var decision = decide(record);
            assertThat(decision.outcome()).isEqualTo(GateOutcome.PASS);
            assertThat(decision.findings())
                    .extracting(GateFinding::rule, GateFinding::level)
                    .containsExactly(tuple("broken", Level.WARNS));

            assertThat(decide(record.of(100, ending("broken", "no set-up"))).outcome())
                    .isEqualTo(GateOutcome.INCONCLUSIVE);
        }

        @Test
        void doNotExcuseACodeOfWhichNothingIsKnown() {
            simulator = budgets(1, 0);

            var decision = decide(new RecordBuilder().of(361, ending("broken", "no set-up")));

            assertThat(decision.outcome()).isEqualTo(GateOutcome.INCOMPLETE);
            assertThat(decision.sentence())
                    .isEqualTo("All requirements of 361 unique_violation are broken, so nothing is known of it.");
            assertThat(rules(decision)).containsExactly("code-not-covered", "broken");
        }

        @Test
        void letSomeRequirementsBeFlaky() {
            simulator = budgets(0, 1);
            var record = new RecordBuilder().of(361, Budgets::flaky);

            var decision = decide(record);
            assertThat(decision.outcome()).isEqualTo(GateOutcome.PASS);
            assertThat(decision.findings())
                    .extracting(GateFinding::rule, GateFinding::level, GateFinding::message)
                    .containsExactly(
                            tuple("flaky", Level.WARNS, id(361) + " was set up with 1 call that had to be repeated."));

            record.of(361, observation -> observation
                    .withArray("/earlierAttempts")
                    .add(observation.at("/earlierAttempts/0").deepCopy()));
            assertThat(decide(record).findings())
                    .extracting(GateFinding::message)
                    .containsExactly(id(361) + " was set up with 2 calls that had to be repeated.");

            var beyond = decide(record.of(100, Budgets::flaky));
            assertThat(beyond.outcome()).isEqualTo(GateOutcome.INCONCLUSIVE);
            assertThat(beyond.sentence())
                    .isEqualTo(counted(
                                    "More requirements than the policy allows could be set up only by repeating calls, in 2 of {all} codes")
                            + " (100, 361); nothing is contradicted.");
        }

        private static void flaky(ObjectNode observation) {
            observation
                    .putArray("earlierAttempts")
                    .addObject()
                    .put("at", "2026-11-22T13:45:01Z")
                    .put("outcome", "broken")
                    .put("reason", "the service put off POST /clients/add");
        }
    }

    @Nested
    class Completeness {

        @Test
        void mayAskForANumberOfRequirementsOnly() {
            simulator = complete(new AtLeast(ALL_CODES), new AtLeast(ALL_CODES), new KindPolicy.All());
            var record = new RecordBuilder()
                    .withRequirement(361, "other")
                    .header(header -> ((ObjectNode) header.get("selection"))
                            .put("complete", false)
                            .put("description", "some"))
                    .withoutObservation(361);

            var decision = decide(record);
            assertThat(decision.outcome()).isEqualTo(GateOutcome.PASS);
            assertThat(decision.findings())
                    .extracting(GateFinding::rule, GateFinding::level)
                    .containsExactly(tuple("selection-incomplete", Level.WARNS), tuple("untested", Level.WARNS));

            var less = decide(record.withoutObservation(100));
            assertThat(less.outcome()).isEqualTo(GateOutcome.INCOMPLETE);
            assertThat(rules(less)).contains("selection-incomplete", "untested");
        }

        @Test
        void mayAskForANumberOfCodesOnly() {
            simulator = complete(new AtLeast(ALL_CODES - 1), new KindPolicy.All(), new KindPolicy.All());
            var record = new RecordBuilder().withoutObservation(361).header(header -> header.withArray("/catalogue")
                    .removeIf(id -> id.stringValue().equals(id(361))));

            var decision = decide(record);
            assertThat(decision.outcome()).isEqualTo(GateOutcome.PASS);
            assertThat(rules(decision)).containsExactly("code-without-requirement");

            simulator = complete(new AtLeast(ALL_CODES), new KindPolicy.All(), new KindPolicy.All());
            assertThat(decide(record).outcome()).isEqualTo(GateOutcome.INCOMPLETE);
        }

        @Test
        void countsACodeThatIsExpectedNotToBeDrivable() {
            simulator = complete(new AtLeast(ALL_CODES), new KindPolicy.All(), new KindPolicy.All());
            var record = new RecordBuilder()
                    .of(480, ending("not-drivable", "no switch"))
                    .environment(environment -> {
                        environment.put("kind", "staging");
                        environment
                                .withArray("/expectedNotDrivable")
                                .addObject()
                                .put("code", 480)
                                .put("reason", "theirs");
                    });

            assertThat(decide(record).outcome()).isEqualTo(GateOutcome.PASS);
        }

        @Test
        void mayAskForANumberOfShardsOnly() {
            simulator = complete(new KindPolicy.All(), new KindPolicy.All(), new AtLeast(1));
            var record = new RecordBuilder()
                    .header(header -> header.putObject("shard").put("index", 1).put("total", 2));

            var decision = decide(record);
            assertThat(decision.outcome()).isEqualTo(GateOutcome.PASS);
            assertThat(decision.findings())
                    .extracting(GateFinding::rule, GateFinding::level)
                    .containsExactly(tuple("shard-missing", Level.WARNS));

            simulator = complete(new KindPolicy.All(), new KindPolicy.All(), new AtLeast(2));
            assertThat(decide(record).outcome()).isEqualTo(GateOutcome.INCOMPLETE);
        }

        @Test
        void needsAPolicyForTheKind() {
            var decision = new Gate(CONTRACT, new GateCriteria(Policy.none(), TODAY, Optional.empty()))
                    .decide(read(new RecordBuilder()));

            assertThat(decision.outcome()).isEqualTo(GateOutcome.USAGE);
            assertThat(decision.sentence())
                    .isEqualTo("gate.yaml has no policy for environments of kind simulator. Add one under kinds.");
            assertThat(rules(decision)).containsExactly("kind-without-policy");
        }
    }

    @Nested
    class Verdicts {

        @Test
        void failAsThePolicySays() {
            var record = new RecordBuilder().of(361, RecordBuilder.answering(360, "constraint_violation"));
            assertThat(decide(record).outcome()).isEqualTo(GateOutcome.CONTRACT);

            simulator = with(Set.of("contradicted"), Set.of("coarser"));
            var warned = decide(record);
            assertThat(warned.outcome()).isEqualTo(GateOutcome.PASS);
            assertThat(warned.findings()).extracting(GateFinding::level).containsOnly(Level.WARNS);

            simulator = with(Set.of("contradicted"), Set.of());
            assertThat(decide(record).findings()).extracting(GateFinding::level).containsOnly(Level.NOTES);
        }

        @Test
        void ofAnErratumCanFailToo() {
            simulator = with(Set.of("contradicted", "proven-with-erratum"), Set.of());
            var record = new RecordBuilder()
                    .environment(environment ->
                            environment.withArray("/acceptedErrata").add("E-01"))
                    .of(352, failing("body.error", "a", "b"))
                    .of(352, observation -> check(observation, "body.error")
                            .putArray("relaxedBy")
                            .add("E-01"));

            var decision = decide(record);

            assertThat(decision.outcome()).isEqualTo(GateOutcome.CONTRACT);
            assertThat(decision.sentence())
                    .isEqualTo(counted("1 of {all} codes proven-with-erratum (352); {all-1} proven."));
        }
    }

    @Nested
    class Regressions {

        @Test
        void areNoneAgainstTheSameRun() {
            baseline = Optional.of(baseline(decide(new RecordBuilder())));

            assertThat(decide(new RecordBuilder()).findings()).isEmpty();
        }

        @Test
        void areARequirementThatHeldAndFails() {
            baseline = Optional.of(baseline(decide(new RecordBuilder())));

            var decision = decide(contradicted());

            assertThat(decision.outcome()).isEqualTo(GateOutcome.CONTRACT);
            assertThat(decision.sentence())
                    .isEqualTo(
                            counted(
                                    "1 of {all} codes contradicted (361); 1 newly failing against the baseline; {all-1} proven."));
            assertThat(decision.findings())
                    .extracting(GateFinding::rule, GateFinding::message)
                    .contains(tuple(
                            "newly-failing",
                            id(361) + " is contradicted and was proven in the baseline, run " + RUN + "."));
        }

        @Test
        void areNotWhatFailedBefore() {
            baseline = Optional.of(baseline(decide(contradicted())));

            assertThat(rules(decide(contradicted()))).containsExactly("contradicted");
        }

        @Test
        void areARequirementThatIsNoLongerThere() {
            baseline = Optional.of(baseline(decide(new RecordBuilder().withRequirement(361, "other"))));

            var decision = decide(new RecordBuilder());

            assertThat(decision.outcome()).isEqualTo(GateOutcome.INCOMPLETE);
            assertThat(decision.sentence())
                    .isEqualTo("1 requirement of the baseline no longer in the suite:"
                            + " REG-361.some-operation.other. Bring them back, or accept a new baseline.");
        }

        @Test
        void nameAtMostFive() {
            var record = new RecordBuilder();
            List.of("a", "b", "c", "d", "e", "f").forEach(slug -> record.withRequirement(361, slug));
            baseline = Optional.of(baseline(decide(record)));

            assertThat(decide(new RecordBuilder()).sentence()).contains("some-operation.e and 1 more. Bring");
        }

        @Test
        void areARequirementThatIsNoLongerObserved() {
            simulator = new KindPolicy(
                    simulator.codes(),
                    simulator.requirements(),
                    simulator.shards(),
                    simulator.fails(),
                    simulator.warns(),
                    1,
                    0,
                    Consequence.FAILS,
                    Consequence.FAILS,
                    Consequence.FAILS,
                    Optional.empty());
            baseline = Optional.of(baseline(decide(new RecordBuilder().withRequirement(361, "other"))));

            var decision =
                    decide(new RecordBuilder().withRequirement(361, "other").of(361, ending("broken", "no set-up")));

            assertThat(decision.outcome()).isEqualTo(GateOutcome.INCOMPLETE);
            assertThat(decision.findings())
                    .extracting(GateFinding::rule, GateFinding::message)
                    .contains(tuple(
                            "coverage-dropped",
                            "1 requirement was observed in the baseline and not in this run: " + id(361) + "."));
        }

        @Test
        void canWarnOnlyOrBeIgnored() {
            baseline = Optional.of(baseline(decide(new RecordBuilder().withRequirement(361, "other"))));
            simulator = regression(Consequence.WARNS);
            assertThat(decide(new RecordBuilder()).outcome()).isEqualTo(GateOutcome.PASS);
            assertThat(decide(new RecordBuilder()).findings())
                    .extracting(GateFinding::rule, GateFinding::level)
                    .containsExactly(tuple("requirement-removed", Level.WARNS));

            simulator = regression(Consequence.IGNORED);
            assertThat(decide(new RecordBuilder()).findings()).isEmpty();
        }

        @Test
        void areNotSoughtInAnotherEnvironment() {
            baseline = Optional.of(new Baseline(
                    "R",
                    "staging",
                    "staging",
                    "documented",
                    new TreeMap<>(Map.of(id(361), Verdict.PROVEN)),
                    new TreeMap<>()));

            var decision = decide(new RecordBuilder());

            assertThat(decision.outcome()).isEqualTo(GateOutcome.USAGE);
            assertThat(decision.findings())
                    .extracting(GateFinding::rule, GateFinding::message)
                    .containsExactly(
                            tuple(
                                    "baseline-of-another-environment",
                                    "The baseline is of staging, the run of simulator. Name a baseline of simulator, or none."));
        }

        @Test
        void areNotSoughtInAnEnvironmentThatHasChangedUnderItsName() {
            baseline = Optional.of(new Baseline(
                    "R",
                    "simulator",
                    "staging",
                    "documented",
                    new TreeMap<>(Map.of(id(361), Verdict.PROVEN)),
                    new TreeMap<>()));
            assertThat(decide(new RecordBuilder()).findings())
                    .extracting(GateFinding::rule, GateFinding::leadsTo, GateFinding::message)
                    .containsExactly(tuple(
                            "baseline-of-another-environment",
                            GateOutcome.USAGE,
                            "The baseline is of simulator (kind staging, dialect documented), the run of simulator"
                                    + " (kind simulator, dialect documented). Name a baseline of simulator as it is now,"
                                    + " or none."));

            baseline = Optional.of(new Baseline(
                    "R",
                    "simulator",
                    "simulator",
                    "observed",
                    new TreeMap<>(Map.of(id(361), Verdict.PROVEN)),
                    new TreeMap<>()));
            assertThat(decide(new RecordBuilder()).outcome()).isEqualTo(GateOutcome.USAGE);
        }

        private Baseline baseline(Decision decision) {
            var verdicts = new TreeMap<String, Verdict>();
            decision.judgements().forEach(judgement -> verdicts.put(judgement.requirement(), judgement.verdict()));
            return new Baseline(RUN, "simulator", "simulator", "documented", verdicts, new TreeMap<>());
        }
    }

    @Nested
    class Rollouts {

        @Test
        void reportWithoutFailingUntilTheirLastDay() {
            rollout(0);

            var decision = decide(contradicted());

            assertThat(decision.outcome()).isEqualTo(GateOutcome.PASS);
            assertThat(decision.sentence())
                    .isEqualTo("Reported only, until 2026-11-22 (getting there); after that it fails:"
                            + counted(" 1 of {all} codes contradicted (361); {all-1} proven."));
            assertThat(decision.findings())
                    .extracting(GateFinding::rule, GateFinding::level)
                    .containsExactly(tuple("contradicted", Level.WARNS));
            assertThat(judgement(decision, 361).verdict()).isEqualTo(Verdict.CONTRADICTED);
        }

        @Test
        void failFromTheDayAfter() {
            rollout(-1);

            assertThat(decide(contradicted()).outcome()).isEqualTo(GateOutcome.CONTRACT);
        }

        @Test
        void changeNothingAboutARunThatPasses() {
            rollout(0);

            assertThat(decide(new RecordBuilder()).sentence())
                    .isEqualTo(counted("All {all} codes are proven, by {all} requirements."));
        }

        @Test
        void doNotExcuseWhatIsMissing() {
            rollout(0);

            var decision = decide(contradicted().withoutObservation(510));

            assertThat(decision.outcome()).isEqualTo(GateOutcome.INCOMPLETE);
            assertThat(decide(new RecordBuilder().withoutObservation(510)).outcome())
                    .isEqualTo(GateOutcome.INCOMPLETE);
        }

        private void rollout(int daysLeft) {
            simulator = new KindPolicy(
                    simulator.codes(),
                    simulator.requirements(),
                    simulator.shards(),
                    simulator.fails(),
                    simulator.warns(),
                    0,
                    0,
                    Consequence.FAILS,
                    Consequence.FAILS,
                    Consequence.FAILS,
                    Optional.of(new ReportOnly(TODAY.minusDays(9), TODAY.plusDays(daysLeft), "getting there")));
        }
    }

    private static RecordBuilder contradicted() {
        return new RecordBuilder().of(361, failing("body.error", "unique_violation", "constraint_violation"));
    }

    private static Waiver waiver() {
        return waiver("W-1", "body.error", "constraint_violation");
    }

    private static Waiver waiver(String id, String check, String actual) {
        return waiver(id, Glob.of(id(361)), check, actual);
    }

    private static Waiver waiver(String id, Glob requirement, String check, String actual) {
        return new Waiver(
                id,
                requirement,
                new TreeSet<>(Set.of("simulator")),
                check,
                new ToleratedValue.Text(actual),
                "a good reason",
                "https://issues.example/7",
                "schema team",
                TODAY,
                TODAY.plusDays(14),
                true,
                "w.yaml:2");
    }

    private static Waiver expiring(int daysLeft) {
        return new Waiver(
                "W-1",
                Glob.of(id(361)),
                new TreeSet<>(Set.of("simulator")),
                "body.error",
                new ToleratedValue.Text("constraint_violation"),
                "a good reason",
                "I-7",
                "schema team",
                TODAY.minusDays(30),
                TODAY.plusDays(daysLeft),
                true,
                "w.yaml:2");
    }

    private static Waiver lenient(Waiver strict) {
        return new Waiver(
                strict.id(),
                strict.requirement(),
                strict.environments(),
                strict.check(),
                strict.actual(),
                strict.reason(),
                strict.issue(),
                strict.owner(),
                strict.created(),
                strict.expires(),
                false,
                strict.place());
    }

    private KindPolicy with(Set<String> fails, Set<String> warns) {
        return new KindPolicy(
                simulator.codes(),
                simulator.requirements(),
                simulator.shards(),
                fails,
                warns,
                0,
                0,
                Consequence.FAILS,
                Consequence.FAILS,
                Consequence.FAILS,
                Optional.empty());
    }

    private KindPolicy budgets(int broken, int flaky) {
        return new KindPolicy(
                simulator.codes(),
                simulator.requirements(),
                simulator.shards(),
                simulator.fails(),
                simulator.warns(),
                broken,
                flaky,
                Consequence.FAILS,
                Consequence.FAILS,
                Consequence.FAILS,
                Optional.empty());
    }

    private KindPolicy complete(KindPolicy.Minimum codes, KindPolicy.Minimum requirements, KindPolicy.Minimum shards) {
        return new KindPolicy(
                codes,
                requirements,
                shards,
                simulator.fails(),
                simulator.warns(),
                0,
                0,
                Consequence.FAILS,
                Consequence.FAILS,
                Consequence.FAILS,
                Optional.empty());
    }

    private KindPolicy regression(Consequence consequence) {
        return new KindPolicy(
                simulator.codes(),
                simulator.requirements(),
                simulator.shards(),
                simulator.fails(),
                simulator.warns(),
                0,
                0,
                consequence,
                consequence,
                consequence,
                Optional.empty());
    }

    private Decision decide(RecordBuilder record) {
        var policy = new Policy(Map.of("simulator", simulator, "staging", simulator), List.of(), waivers);
        return new Gate(CONTRACT, new GateCriteria(policy, TODAY, baseline)).decide(read(record));
    }

    private io.regcontract.report.record.RunRecord read(RecordBuilder record) {
        return new RecordReader(record.writeTo(records), CONTRACT, RecordBuilder.DEMANDS).read(RUN);
    }

    private static Judgement judgement(Decision decision, int code) {
        return decision.judgements().stream()
                .filter(candidate -> candidate.code() == code)
                .findFirst()
                .orElseThrow();
    }

    private static List<String> rules(Decision decision) {
        return decision.findings().stream().map(GateFinding::rule).distinct().toList();
    }
}
