package io.regcontract.suite.plan;

import io.regcontract.contract.Contract;
import io.regcontract.contract.model.ErrorCode;
import io.regcontract.suite.derived.DerivedFamilies;
import io.regcontract.suite.errors.ErrorFamilies;
import io.regcontract.suite.scenario.ErrorFamily;
import io.regcontract.suite.scenario.Scenario;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Every scenario of the suite, in the order of their codes. */
public final class ScenarioCatalogue {

    /** How much of the contract a run drives. */
    public enum Scope {
        /** Every documented code by its conditions: what is written by hand. */
        CODES,
        /**
         * Every code at every operation that can answer it: that, and one derived case for each pair it leaves open.
         */
        MATRIX,
        /** Every operation times every promise: that, and every other case that is derived. */
        OPERATIONS;

        /** @throws IllegalArgumentException when there is no such scope, naming those there are */
        static Scope named(String name) {
            return Arrays.stream(values())
                    .filter(scope -> scope.name().equalsIgnoreCase(name))
                    .findFirst()
                    .orElseThrow(() -> new IllegalArgumentException(
                            "there is no scope '" + name + "'. Known: codes, matrix, operations."));
        }
    }

    private final List<Scenario<?>> scenarios;

    /** Made when it is first asked for: deriving some 2,500 requirements takes half a second, and they never change. */
    private static final class Whole {
        private static final ScenarioCatalogue CATALOGUE = derivedAndByHand();
    }

    private ScenarioCatalogue(List<Scenario<?>> scenarios) {
        this.scenarios = scenarios;
    }

    /** The scenarios of a scope. */
    public static ScenarioCatalogue of(Scope scope) {
        return switch (scope) {
            case CODES -> byHand();
            case MATRIX -> matrix();
            case OPERATIONS -> whole();
        };
    }

    /** The scenarios written by hand, and one derived case for each other pair of code and operation. */
    private static ScenarioCatalogue matrix() {
        var byHand = byHand();
        var pairs = byHand.scenarios.stream().map(Pair::of).collect(Collectors.toCollection(HashSet::new));
        var idsByHand = byHand.ids();
        return new ScenarioCatalogue(whole().scenarios.stream()
                .filter(scenario -> idsByHand.contains(scenario.requirement().id()) || pairs.add(Pair.of(scenario)))
                .toList());
    }

    /** A field of the matrix of codes and operations. */
    private record Pair(ErrorCode code, String operation) {
        static Pair of(Scenario<?> scenario) {
            return new Pair(
                    scenario.requirement().code(), scenario.requirement().operation());
        }
    }

    /** The whole suite. */
    public static ScenarioCatalogue whole() {
        return Whole.CATALOGUE;
    }

    private static ScenarioCatalogue derivedAndByHand() {
        var byHand = byHand();
        var idsByHand = byHand.ids();
        var derived = of(DerivedFamilies.of(Contract.load()));
        // A scenario written by hand replaces the derived one with the same id.
        return new ScenarioCatalogue(inOrder(Stream.concat(
                byHand.scenarios.stream(),
                derived.scenarios.stream()
                        .filter(scenario ->
                                !idsByHand.contains(scenario.requirement().id())))));
    }

    /** The requirements that are written by hand, at least one a code. */
    public static ScenarioCatalogue byHand() {
        return of(ErrorFamilies.all());
    }

    /** @throws IllegalStateException when two scenarios claim one id */
    static ScenarioCatalogue of(List<ErrorFamily> families) {
        var scenarios = inOrder(families.stream().flatMap(family -> family.scenarios().stream()));
        var seen = new HashSet<String>();
        scenarios.forEach(scenario -> {
            if (!seen.add(scenario.requirement().id())) {
                throw new IllegalStateException("two scenarios claim " + scenario);
            }
        });
        return new ScenarioCatalogue(scenarios);
    }

    private static List<Scenario<?>> inOrder(Stream<Scenario<?>> scenarios) {
        return scenarios
                .sorted(Comparator.comparingInt(
                        (Scenario<?> scenario) -> scenario.requirement().code().code()))
                .toList();
    }

    /** The scenarios, in the order of their codes. */
    public List<Scenario<?>> scenarios() {
        return scenarios;
    }

    /** Their ids. */
    public Set<String> ids() {
        return scenarios.stream().map(scenario -> scenario.requirement().id()).collect(Collectors.toUnmodifiableSet());
    }
}
