package io.regcontract.suite.selftest;

import static org.assertj.core.api.Assertions.assertThat;

import io.regcontract.check.Check;
import io.regcontract.check.Check.Weight;
import io.regcontract.check.Checks;
import io.regcontract.check.Examination.Examined;
import io.regcontract.check.Finding;
import io.regcontract.contract.model.ErrorCode;
import io.regcontract.contract.validation.FileFormats;
import io.regcontract.suite.observe.Examiner;
import io.regcontract.suite.plan.ScenarioCatalogue;
import io.regcontract.suite.sabotage.Applicability;
import io.regcontract.suite.sabotage.Exclusion;
import io.regcontract.suite.sabotage.RecordedAnswer;
import io.regcontract.suite.sabotage.Sabotage;
import io.regcontract.suite.sabotage.Sabotages;
import io.regcontract.suite.scenario.Scenario;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.function.BiPredicate;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * A broken service cannot be green: the whole suite is recorded once, every answer is broken in every way that applies
 * to it, and each time the requirement is contradicted, by the check that is there for it. Without -Pproof it is what is
 * written by hand and so much of what is derived that each operation has two; one answer of each code is broken, and what
 * lies below the JSON is done to one code each.
 */
@Tag("sized")
@TestInstance(Lifecycle.PER_CLASS)
final class NoViolationHidesTest {

    private static final JsonMapper JSON =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    private static final List<Scenario<?>> SCENARIOS =
            FullLength.isAskedFor() ? ScenarioCatalogue.whole().scenarios() : byHandAndSome();

    private final Applicability table = Applicability.load();
    private final List<SabotagedRequirement> offline = new ArrayList<>();
    private final List<SabotagedRequirement> wire = new ArrayList<>();

    /** What the table takes out, and what comes of it all the same. */
    private final Map<Exclusion, List<SabotagedRequirement>> excluded = new HashMap<>();

    private List<RecordedAnswer> recorded = List.of();

    /**
     * What is written by hand; of what is derived as much as it takes for two of each operation, so that every answer has
     * another of its operation beside it, and one error of each code among the results of a success.
     */
    private static List<Scenario<?>> byHandAndSome() {
        var byHand = ScenarioCatalogue.byHand().ids();
        var ofOperation = new HashMap<String, Integer>();
        ScenarioCatalogue.byHand()
                .scenarios()
                .forEach(scenario -> ofOperation.merge(scenario.requirement().operation(), 1, Integer::sum));
        var among = new HashSet<ErrorCode>();
        return ScenarioCatalogue.whole().scenarios().stream()
                .filter(scenario -> {
                    var requirement = scenario.requirement();
                    return byHand.contains(requirement.id())
                            || (scenario.element().isPresent() && among.add(requirement.code()))
                            || ofOperation.merge(requirement.operation(), 1, Integer::sum) <= 2;
                })
                .toList();
    }

    /** Of what is recorded, what is broken: all, or one of each code and whatever only some sabotages apply to. */
    private static Set<String> toBreak() {
        var ofCode = new HashMap<ErrorCode, Integer>();
        return SCENARIOS.stream()
                .filter(scenario -> FullLength.isAskedFor()
                        || ofCode.merge(scenario.requirement().code(), 1, Integer::sum) <= 1
                        || scenario.element().isPresent()
                        || scenario.literal().isPresent()
                        || scenario.conditions() > 1)
                .map(scenario -> scenario.requirement().id())
                .collect(Collectors.toSet());
    }

    @BeforeAll
    void breakEverything() {
        try (var environment = new SelfTestEnvironment()) {
            recorded = SuiteRecording.of(SCENARIOS, environment);
            var trial = new OfflineReplay(recorded, SelfTestEnvironment.strict());
            play(trial);
            wire.addAll(new SocketReplay(environment, table, trial).play());
        }
    }

    private void play(OfflineReplay trial) {
        record Played(Sabotage sabotage, SabotagedRequirement pair, Optional<Exclusion> no) {}
        var broken = toBreak();
        var work = recorded.stream()
                .filter(one -> broken.contains(one.requirement().id()))
                .map(one -> (Callable<List<Played>>) () -> Sabotages.all().stream()
                        .map(sabotage -> new Played(
                                sabotage, trial.play(sabotage, one), table.against(sabotage, one, trial.context(one))))
                        .toList())
                .toList();
        SuiteRecording.inParallel(work).stream().flatMap(List::stream).forEach(played -> played.no()
                .map(no -> excluded.computeIfAbsent(no, key -> new ArrayList<>()))
                .orElse(offline)
                .add(played.pair()));
    }

    @Test
    void catchesEveryBrokenAnswerByTheCheckThatIsThereForIt() {
        assertThat(offline).filteredOn(pair -> !pair.caught()).isEmpty();
    }

    @Test
    void catchesThemThroughARealSocketToo() {
        assertThat(wire).filteredOn(pair -> !pair.caught()).isEmpty();
    }

    @Test
    void breaksEveryRequirementOfTheSuiteAndThousandsOfAnswers() {
        assertThat(recorded)
                .extracting(one -> one.requirement().id())
                .containsExactlyElementsOf(SCENARIOS.stream()
                        .map(scenario -> scenario.requirement().id())
                        .toList());
        assertThat(offline).filteredOn(NoViolationHidesTest::contradicts).hasSizeGreaterThanOrEqualTo(5_000);
    }

    @Test
    void leavesNoSabotageUnused() {
        assertThat(Sabotages.all()).allSatisfy(sabotage -> assertThat(offline)
                .as("pairs of %s", sabotage)
                .anyMatch(pair -> pair.sabotage().equals(sabotage)));
    }

    @Test
    void takesNothingOutThatWouldHaveBeenCaught() {
        assertThat(excluded.values().stream().flatMap(List::stream))
                .as("pairs that applicability.yaml takes out although they are caught")
                .filteredOn(SabotagedRequirement::caught)
                .isEmpty();
    }

    @Test
    void hasNoEntryInTheTableThatTakesNothingOut() {
        assertThat(table.exclusions())
                .filteredOn(exclusion -> !exclusion.onlyOnTheWire())
                .allSatisfy(exclusion -> {
                    for (var sabotage : exclusion.sabotages()) {
                        var requirements = excluded.getOrDefault(exclusion, List.of()).stream()
                                .filter(pair -> pair.sabotage().id().equals(sabotage))
                                .map(pair -> pair.requirement().code().code())
                                .collect(Collectors.toSet());
                        assertThat(requirements)
                                .as("codes that %s is kept from because: %s", sabotage, exclusion.because())
                                .isNotEmpty()
                                .containsAll(exclusion.codes());
                    }
                });
    }

    @Test
    @Tag("long")
    void sendsWhatLiesBelowTheJsonThroughASocketForEveryCode() {
        assertThat(Sabotages.all())
                .filteredOn(Sabotage::wire)
                .hasSizeGreaterThan(20)
                .allSatisfy(sabotage -> {
                    var codes = new TreeSet<Integer>();
                    for (var code : ErrorCode.values()) {
                        codes.add(code.code());
                    }
                    table.of(sabotage).forEach(exclusion -> codes.removeAll(exclusion.codes()));
                    assertThat(wire)
                            .filteredOn(pair -> pair.sabotage().equals(sabotage))
                            .extracting(pair -> pair.requirement().code().code())
                            .as("codes that %s was done to", sabotage)
                            .containsExactlyElementsOf(codes);
                });
    }

    @Test
    void sendsEverySabotageThroughASocketThatAProxyCanDo() {
        var sent = wire.stream().map(SabotagedRequirement::sabotage).collect(Collectors.toSet());

        // A proxy before one caller has no answer of somebody else's to give, and lets successes pass.
        assertThat(Sabotages.all())
                .filteredOn(sabotage -> !sent.contains(sabotage))
                .extracting(Sabotage::id)
                .containsExactly("element-success", "element-null", "answer-crossed");
    }

    @Test
    void hasASabotageForEveryCheckThatCanContradict() {
        assertThat(offline)
                .extracting(SabotagedRequirement::check)
                .containsAll(Checks.ofAnError().stream()
                        .filter(check -> check.weight() == Weight.MUST)
                        .map(Check::id)
                        .toList());
    }

    @Test
    void writesWhatItFound() throws IOException {
        var report = new SelfTestReport(recorded.size(), offline, wire, excluded);
        var file = Path.of(
                System.getProperty("regcontract.root", ".."), "contract-tests/target/regcontract/self-test.json");
        Files.createDirectories(file.getParent());
        Files.writeString(file, JSON.writeValueAsString(report.json()));
        System.out.println(report.table());

        JsonNode written = JSON.readTree(Files.readString(file));
        assertThat(FileFormats.validate("self-test", written)).isEmpty();
        assertThat(written.path("pairs").asInt())
                .isEqualTo(written.path("caught").asInt());
        assertThat(sum(written.path("perCode"))).isEqualTo(written.path("pairs").asInt());
        assertThat(sum(written.path("perSabotage")))
                .isEqualTo(written.path("pairs").asInt()
                        + written.path("remarks").path("pairs").asInt());
    }

    @Test
    void letsSabotagesSurviveOnceTheirCheckIsLeftOut() {
        var survivors = survivors((check, fails) -> check.equals("token.length"));

        assertThat(survivors.keySet()).containsExactly("token-empty", "token-of-15", "token-of-17");
        assertThat(survivors.values()).containsOnly(ErrorCode.values().length);
    }

    @Test
    void letsJustTheSabotageSurviveThatAWeakCheckOverlooks() {
        assertThat(survivors((check, fails) ->
                        check.equals("token.length") && fails.actual().startsWith("15 ")))
                .containsOnlyKeys("token-of-15");
        assertThat(survivors((check, fails) ->
                        check.equals("body.code.integer") && fails.actual().endsWith(".0")))
                .containsOnlyKeys("code-fraction");
        assertThat(survivors((check, fails) ->
                        check.equals("http.status") && fails.actual().equals("HTTP 201")))
                .containsOnlyKeys("status-201");
    }

    @Test
    void letsASabotageSurviveThatAnotherCheckFindsInPlaceOfItsOwn() {
        // Both are still contradicted, by body.error: that is not the check that is there for a wrong code.
        assertThat(survivors((check, fails) -> check.equals("body.code")))
                .containsKeys("error-neighbour", "answer-of-another");
    }

    @Test
    void letsASabotageSurviveWhoseCheckSomethingRelaxes() {
        var strict = SelfTestEnvironment.strict();
        assertThat(survivors((requirement, answer, expectation, circumstances) ->
                        strict.examine(requirement, answer, expectation, circumstances).stream()
                                .map(one -> one.check().id().equals("body.stat")
                                        ? new Examined(one.check(), one.finding(), List.of("E-00"))
                                        : one)
                                .toList()))
                .containsOnlyKeys("stat-ok", "stat-fail", "stat-true", "stat-missing");
    }

    private Map<String, Integer> survivors(BiPredicate<String, Finding.Fails> overlooked) {
        var strict = SelfTestEnvironment.strict();
        return survivors((requirement, answer, expectation, circumstances) ->
                strict.examine(requirement, answer, expectation, circumstances).stream()
                        .map(one -> one.finding() instanceof Finding.Fails fails
                                        && overlooked.test(one.check().id(), fails)
                                ? new Examined(one.check(), Finding.holds(), List.of())
                                : one)
                        .toList());
    }

    /** In how many of 43 requirements, one a code, each sabotage survives where others judge than our checks. */
    private Map<String, Integer> survivors(Examiner weak) {
        var oneOfEachCode = recorded.stream()
                .collect(Collectors.toMap(
                        one -> one.requirement().code(), Function.identity(), (first, later) -> first, TreeMap::new))
                .values();
        var trial = new OfflineReplay(recorded, weak);
        var survivors = new TreeMap<String, Integer>();
        for (var one : oneOfEachCode) {
            for (var sabotage : Sabotages.all()) {
                if (table.against(sabotage, one, trial.context(one)).isEmpty()
                        && !trial.play(sabotage, one).caught()) {
                    survivors.merge(sabotage.id(), 1, Integer::sum);
                }
            }
        }
        return survivors;
    }

    private static boolean contradicts(SabotagedRequirement pair) {
        return pair.sabotage().weight() == Weight.MUST;
    }

    private static int sum(JsonNode counts) {
        return counts.valueStream().mapToInt(one -> one.path("pairs").asInt()).sum();
    }
}
