package io.regcontract.suite.run;

import io.regcontract.contract.Contract;
import io.regcontract.suite.derived.DerivedFamilies;
import io.regcontract.suite.errors.Families;
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
public final class Catalogue {

    /** How much of the contract a run drives. */
    public enum Scope {
        /** Every documented code by its conditions: what is written by hand. */
        CODES,
        /** Every operation times every promise: that, and what is derived. */
        OPERATIONS;

        /** @throws IllegalArgumentException when there is no such scope, naming those there are */
        static Scope named(String name) {
            return Arrays.stream(values())
                    .filter(scope -> scope.name().equalsIgnoreCase(name))
                    .findFirst()
                    .orElseThrow(() -> new IllegalArgumentException(
                            "there is no scope '" + name + "'. Known: codes, operations."));
        }
    }

    private final List<Scenario<?>> scenarios;

    private Catalogue(List<Scenario<?>> scenarios) {
        this.scenarios = scenarios;
    }

    /** What belongs to a scope. */
    public static Catalogue of(Scope scope) {
        return scope == Scope.CODES ? byHand() : whole();
    }

    /**
     * The whole suite.
     *
     * @throws IllegalStateException when two scenarios claim one id
     */
    public static Catalogue whole() {
        var byHand = byHand();
        var idsByHand = byHand.ids();
        var derived = of(DerivedFamilies.of(Contract.load()));
        // What is written by hand has its words and its set-up for a reason: it stands for what would be derived.
        return new Catalogue(inOrder(Stream.concat(
                byHand.scenarios.stream(),
                derived.scenarios.stream()
                        .filter(scenario ->
                                !idsByHand.contains(scenario.requirement().id())))));
    }

    /** The requirements that are written by hand, at least one a code. */
    public static Catalogue byHand() {
        return of(Families.all());
    }

    static Catalogue of(List<ErrorFamily> families) {
        var scenarios = inOrder(families.stream().flatMap(family -> family.scenarios().stream()));
        var seen = new HashSet<String>();
        scenarios.forEach(scenario -> {
            if (!seen.add(scenario.requirement().id())) {
                throw new IllegalStateException("two scenarios claim " + scenario);
            }
        });
        return new Catalogue(scenarios);
    }

    private static List<Scenario<?>> inOrder(Stream<Scenario<?>> scenarios) {
        return scenarios
                .sorted(Comparator.comparingInt(
                        (Scenario<?> scenario) -> scenario.requirement().code().code()))
                .toList();
    }

    public List<Scenario<?>> scenarios() {
        return scenarios;
    }

    /** Their ids. */
    public Set<String> ids() {
        return scenarios.stream().map(scenario -> scenario.requirement().id()).collect(Collectors.toUnmodifiableSet());
    }
}
