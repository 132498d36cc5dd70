package io.regcontract.suite.run;

import io.regcontract.suite.errors.Families;
import io.regcontract.suite.scenario.ErrorFamily;
import io.regcontract.suite.scenario.Scenario;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Every scenario of the suite, in the order of their codes. */
public final class Catalogue {

    private final List<Scenario<?>> scenarios;

    private Catalogue(List<Scenario<?>> scenarios) {
        this.scenarios = scenarios;
    }

    /**
     * The whole suite.
     *
     * @throws IllegalStateException when two scenarios claim one id
     */
    public static Catalogue whole() {
        return of(Families.all());
    }

    static Catalogue of(List<ErrorFamily> families) {
        var scenarios = families.stream()
                .flatMap(family -> family.scenarios().stream())
                .sorted(Comparator.comparingInt(
                        (Scenario<?> scenario) -> scenario.requirement().code().code()))
                .toList();
        var seen = new HashSet<String>();
        scenarios.forEach(scenario -> {
            if (!seen.add(scenario.requirement().id())) {
                throw new IllegalStateException("two scenarios claim " + scenario);
            }
        });
        return new Catalogue(scenarios);
    }

    public List<Scenario<?>> scenarios() {
        return scenarios;
    }

    /** Their ids. */
    public Set<String> ids() {
        return scenarios.stream().map(scenario -> scenario.requirement().id()).collect(Collectors.toUnmodifiableSet());
    }
}
