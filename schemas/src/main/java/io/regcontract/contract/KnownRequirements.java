package io.regcontract.contract;

import io.regcontract.contract.loading.ContractDataException;
import io.regcontract.contract.loading.ContractFiles;
import io.regcontract.contract.loading.Lazy;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * The ids of all requirements by which the suite proves the contract, for life. They stand in {@code requirements.txt}, one a
 * line, sorted; behind an id the smallest scope that drives it, where that is not the whole suite. So whoever reads the record
 * of a run can tell whether its catalogue is all there is.
 */
public final class KnownRequirements {

    /** How much of the contract a run drives; each holds all of the one before it. */
    public enum Scope {
        /** Every code by its conditions. */
        CODES,
        /** Every code at every operation that can answer it. */
        MATRIX,
        /** Every case of it. */
        OPERATIONS;

        /** As people write it. */
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    private static final String FILE = "requirements.txt";

    private static final Lazy<KnownRequirements> READ = new Lazy<>(() -> of(ContractFiles.text(FILE)));

    private final Map<Scope, SortedSet<String>> byScope = new EnumMap<>(Scope.class);

    private KnownRequirements() {
        for (var scope : Scope.values()) {
            byScope.put(scope, new TreeSet<>());
        }
    }

    /**
     * Those that come with this version.
     *
     * @throws ContractDataException when the file is missing or has a line that is none
     */
    public static KnownRequirements load() {
        return READ.get();
    }

    static KnownRequirements of(String text) {
        var known = new KnownRequirements();
        text.lines().forEach(known::add);
        return known;
    }

    private void add(String line) {
        var parts = line.split(" ", -1);
        var smallest = parts.length == 1 ? Scope.OPERATIONS : scope(line, parts);
        Arrays.stream(Scope.values())
                .filter(scope -> scope.compareTo(smallest) >= 0)
                .forEach(scope -> ids(scope).add(parts[0]));
    }

    private static Scope scope(String line, String[] parts) {
        return Arrays.stream(Scope.values())
                .filter(scope -> parts.length == 2 && scope.word().equals(parts[1]))
                .findFirst()
                .orElseThrow(() -> new ContractDataException(
                        "contract/" + FILE + ": '" + line + "' is no id with the smallest scope that drives it"));
    }

    private SortedSet<String> ids(Scope scope) {
        return byScope.computeIfAbsent(scope, any -> new TreeSet<>());
    }

    /** The ids of all that belongs to a scope. */
    public Set<String> in(Scope scope) {
        return Set.copyOf(ids(scope));
    }

    /** The scope whose requirements are exactly these, if there is one. */
    public Optional<Scope> scopeOf(Set<String> catalogue) {
        return Arrays.stream(Scope.values())
                .filter(scope -> ids(scope).equals(catalogue))
                .findFirst();
    }
}
