package io.regcontract.contract;

import io.regcontract.contract.model.Operation;
import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What recorded traffic could show of the contract: each documented code with each operation that it can come from, by
 * {@code operations.yaml}. It is the catalogue of every record of kind traffic, so whoever reads one can tell whether its
 * catalogue is all there is.
 */
public final class TrafficCatalogue {

    /** A record that fails among several is an error among the results: the same as of one that is created alone. */
    private static final Map<String, String> OF_EACH_RESULT = Map.of("/entity.bulkCreate", "/entity.create");

    private static final String CASE = "traffic";
    private static final String CASE_OF_A_SECOND_SPELLING = "second-spelling-traffic";

    private final Map<String, String> caseByPath = new HashMap<>();
    private final SortedMap<String, Pair> known = new TreeMap<>();
    private final Map<String, Pair> all = new HashMap<>();

    private TrafficCatalogue(Contract contract) {
        var taken = new HashMap<String, String>();
        for (var operation : contract.operations()) {
            var first = taken.putIfAbsent(operation.slug(), operation.path()) == null;
            caseByPath.put(operation.path(), first ? CASE : CASE_OF_A_SECOND_SPELLING);
        }
        for (var operation : contract.operations()) {
            add(contract, operation);
        }
    }

    /** All that belongs to a contract. */
    public static TrafficCatalogue of(Contract contract) {
        return new TrafficCatalogue(contract);
    }

    private void add(Contract contract, Operation operation) {
        contract.errors()
                .forEach(error -> put(
                        all, new Pair(error.code().code(), operation.path(), caseOf(operation), error.condition())));
        Stream.concat(
                        Stream.of(operation),
                        Optional.ofNullable(OF_EACH_RESULT.get(operation.path()))
                                .flatMap(contract.operations()::find)
                                .stream())
                .flatMap(source -> contract.operations().errorsOf(source).stream())
                .forEach(error -> contract.find(error.code())
                        .ifPresent(documented -> put(
                                known,
                                new Pair(
                                        error.code(),
                                        operation.path(),
                                        caseOf(operation),
                                        error.condition().isEmpty() ? documented.condition() : error.condition()))));
    }

    private static void put(Map<String, Pair> pairs, Pair pair) {
        pairs.putIfAbsent(pair.id(), pair);
    }

    private String caseOf(Operation operation) {
        return caseByPath.getOrDefault(operation.path(), CASE);
    }

    /** The ids of all pairs, sorted. */
    public SortedSet<String> ids() {
        return Collections.unmodifiableSortedSet(new TreeSet<>(known.keySet()));
    }

    /** The documented codes that an operation is known to give, or a result among several that it gives. */
    public SortedSet<Integer> codesOf(String operation) {
        return known.values().stream()
                .filter(pair -> pair.operation().equals(operation))
                .map(Pair::code)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** Whether an operation succeeds also where some of its results are errors. */
    public static boolean hasErrorsAmongResults(String operation) {
        return OF_EACH_RESULT.containsKey(operation);
    }

    /** Whether an operation is known to give a code. */
    public boolean knows(Pair pair) {
        return known.containsKey(pair.id());
    }

    /**
     * The pair of a documented code and an operation of the contract, whether the operation is known to give the code or
     * not; empty when either is unknown.
     */
    public Optional<Pair> pair(int code, String operation) {
        return Optional.ofNullable(caseByPath.get(operation))
                .flatMap(slug -> find(new Pair(code, operation, slug, "").id()));
    }

    /** The pair of an id, whether the operation is known to give the code or not; empty for any other id. */
    public Optional<Pair> find(String id) {
        return Optional.ofNullable(known.getOrDefault(id, all.get(id)));
    }

    /**
     * A documented code and an operation.
     *
     * @param operation path of the operation
     * @param slug the last part of the id
     * @param condition what makes the error happen, in our words
     */
    public record Pair(int code, String operation, String slug, String condition) {

        /** {@code REG-361.entity-create.traffic}. */
        public String id() {
            return "REG-" + code + "." + Operation.slugOf(operation) + "." + slug;
        }
    }
}
