package io.regcontract.report.record;

import io.regcontract.contract.KnownRequirements;
import io.regcontract.contract.KnownRequirements.Scope;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Whether a catalogue is complete. A record that leaves requirements out would otherwise prove the contract by the
 * rest.
 */
public final class CatalogueComparison {

    private CatalogueComparison() {}

    /** In what a catalogue is that of no scope; empty when it is. */
    static Optional<String> problem(Set<String> catalogue, KnownRequirements known) {
        if (known.scopeOf(catalogue).isPresent()) {
            return Optional.empty();
        }
        var nearest = nearest(catalogue, known);
        return Optional.of("its catalogue of " + catalogue.size()
                + " requirements is not that of this version's suite, whose scope "
                + nearest.word() + " has " + known.in(nearest).size()
                + difference(catalogue, known.in(nearest))
                + ". Judge a record by the version that wrote it.");
    }

    /** What a catalogue lacks and what it has beside another one, as the end of a sentence; empty when they are the same. */
    public static String difference(Set<String> catalogue, Set<String> other) {
        var missing = new TreeSet<>(other);
        missing.removeAll(catalogue);
        var strange = new TreeSet<>(catalogue);
        strange.removeAll(other);
        return (missing.isEmpty() ? "" : "; " + missing.size() + " are missing, such as " + missing.first())
                + (strange.isEmpty() ? "" : "; " + strange.size() + " are unknown, such as " + strange.first());
    }

    private static Scope nearest(Set<String> catalogue, KnownRequirements known) {
        return Arrays.stream(Scope.values())
                .min(Comparator.comparingInt(scope -> {
                    var common =
                            known.in(scope).stream().filter(catalogue::contains).count();
                    return (int) (known.in(scope).size() + catalogue.size() - 2 * common);
                }))
                .orElseThrow();
    }
}
