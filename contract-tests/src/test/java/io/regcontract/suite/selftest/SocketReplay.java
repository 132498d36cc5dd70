package io.regcontract.suite.selftest;

import io.regcontract.suite.observe.Engine;
import io.regcontract.suite.observe.Observation.Outcome;
import io.regcontract.suite.plan.ScenarioCatalogue;
import io.regcontract.suite.sabotage.Applicability;
import io.regcontract.suite.sabotage.RecordedAnswer;
import io.regcontract.suite.sabotage.Sabotage;
import io.regcontract.suite.sabotage.SabotageContext;
import io.regcontract.suite.sabotage.Sabotages;
import io.regcontract.suite.sabotage.proxy.SabotageTarget;
import io.regcontract.suite.sabotage.proxy.SaboteurProxy;
import io.regcontract.suite.scenario.Scenario;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The same through a real socket: engine, HTTP client, proxy and simulator. What lies below the JSON is done to one
 * requirement of each code; every other sabotage to one requirement, so that all codes have their turn. Without -Pproof all have theirs in that way.
 */
final class SocketReplay {

    private final SelfTestEnvironment environment;
    private final Applicability table;
    private final OfflineReplay trial;
    private final Map<String, RecordedAnswer> recorded;

    /** One a code, in order of code: what a person wrote first about it. */
    private final List<Scenario<?>> oneOfEachCode;

    SocketReplay(SelfTestEnvironment environment, Applicability table, OfflineReplay trial) {
        this.environment = environment;
        this.table = table;
        this.trial = trial;
        this.recorded = trial.recorded().stream()
                .collect(Collectors.toMap(one -> one.requirement().id(), Function.identity()));
        var byCode = new LinkedHashMap<Integer, Scenario<?>>();
        ScenarioCatalogue.byHand()
                .scenarios()
                .forEach(scenario ->
                        byCode.putIfAbsent(scenario.requirement().code().code(), scenario));
        this.oneOfEachCode = List.copyOf(byCode.values());
    }

    List<SabotagedRequirement> play() {
        var work = new ArrayList<Callable<List<SabotagedRequirement>>>();
        var turn = 0;
        for (var sabotage : Sabotages.all()) {
            if (sabotage.wire() && FullLength.isAskedFor()) {
                work.add(() -> play(sabotage, ofEachCodeTheFirstItAppliesTo(sabotage), List.of()));
            } else {
                var chosen = theNextItAppliesTo(sabotage, turn);
                turn++;
                chosen.forEach(scenario -> work.add(() -> play(sabotage, List.of(scenario), before(scenario))));
            }
        }
        return SuiteRecording.inParallel(work).stream().flatMap(List::stream).toList();
    }

    /** What a person wrote, where one of them will do: not each request carries a secret, or has what a sabotage needs. */
    private List<Scenario<?>> ofEachCodeTheFirstItAppliesTo(Sabotage sabotage) {
        var byCode = new TreeMap<Integer, Scenario<?>>();
        Stream.of(ScenarioCatalogue.byHand(), ScenarioCatalogue.whole())
                .flatMap(catalogue -> catalogue.scenarios().stream())
                .filter(scenario ->
                        !byCode.containsKey(scenario.requirement().code().code()))
                .filter(scenario -> appliesTo(sabotage, scenario, List.of()))
                .forEachOrdered(scenario ->
                        byCode.putIfAbsent(scenario.requirement().code().code(), scenario));
        return List.copyOf(byCode.values());
    }

    private List<Scenario<?>> theNextItAppliesTo(Sabotage sabotage, int turn) {
        for (var i = 0; i < oneOfEachCode.size(); i++) {
            var scenario = oneOfEachCode.get((turn + i) % oneOfEachCode.size());
            if (appliesTo(sabotage, scenario, before(scenario))) {
                return List.of(scenario);
            }
        }
        return ScenarioCatalogue.byHand().scenarios().stream()
                .filter(scenario -> appliesTo(sabotage, scenario, before(scenario)))
                .limit(1)
                .collect(Collectors.toList());
    }

    /** Two that are driven before it: another code of the same operation where there is one, and any other. */
    private List<Scenario<?>> before(Scenario<?> scenario) {
        var requirement = scenario.requirement();
        return ScenarioCatalogue.byHand().scenarios().stream()
                .filter(other -> other.requirement().code() != requirement.code())
                .sorted(Comparator.comparing(
                        other -> !other.requirement().operation().equals(requirement.operation())))
                .limit(2)
                .collect(Collectors.toList());
    }

    private boolean appliesTo(Sabotage sabotage, Scenario<?> scenario, List<Scenario<?>> before) {
        var one = recorded(scenario);
        var context = new SabotageContext(
                SelfTestEnvironment.CONTRACT,
                one.requirement().operation(),
                one.circumstances().secrets(),
                one.expectation().holding(),
                one.expectation().element(),
                before.stream().map(this::recorded).map(RecordedAnswer::given).toList(),
                List.of());
        return table.againstOnTheWire(sabotage, one, context).isEmpty();
    }

    private RecordedAnswer recorded(Scenario<?> scenario) {
        return Objects.requireNonNull(recorded.get(scenario.requirement().id()), "not recorded");
    }

    private List<SabotagedRequirement> play(Sabotage sabotage, List<Scenario<?>> scenarios, List<Scenario<?>> before) {
        try (var proxy = SaboteurProxy.start(
                environment.address(), sabotage, new SabotageTarget("*", Optional.empty(), OptionalInt.empty()), 0)) {
            var kept = new RecordingExaminer();
            var engine = environment.engine(proxy.address(), "wire-" + sabotage.id() + "-", kept);
            engine.reasonUnusable().ifPresent(problem -> {
                throw new AssertionError(sabotage + ": " + problem);
            });
            before.forEach(engine::observe);
            return scenarios.stream()
                    .map(scenario -> play(sabotage, scenario, proxy, engine, kept))
                    .toList();
        }
    }

    private SabotagedRequirement play(
            Sabotage sabotage, Scenario<?> scenario, SaboteurProxy proxy, Engine engine, RecordingExaminer kept) {
        var brokenBefore = proxy.broken();
        var observation = engine.observe(scenario);
        if (observation.outcome() instanceof Outcome.Observed && proxy.broken() > brokenBefore) {
            var one = kept.of(scenario.requirement());
            return SabotageVerdict.of(
                    one, sabotage, one.answer(), observation.checks(), trial.inOrder(recorded(scenario)));
        }
        return new SabotagedRequirement(
                scenario.requirement(),
                sabotage,
                recorded(scenario).check(sabotage),
                false,
                observation.outcome() instanceof Outcome.Broken broken ? broken.reason() : "nothing was broken");
    }
}
