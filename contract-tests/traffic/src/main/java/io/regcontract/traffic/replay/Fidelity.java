package io.regcontract.traffic.replay;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.TreeMap;

/**
 * How far a simulator is from the service that was recorded: how many answers are alike by the contract.
 *
 * @param files that were read
 * @param dialect that the simulator spoke
 * @param exchanges that were read
 * @param foreign those that do not belong to the API
 * @param calls those of the API, in their order
 * @param incomplete what could not be read, a sentence each
 */
public record Fidelity(
        List<String> files,
        String dialect,
        long exchanges,
        long foreign,
        List<Replayed> calls,
        List<String> incomplete) {

    public Fidelity {
        files = List.copyOf(files);
        calls = List.copyOf(calls);
        incomplete = List.copyOf(incomplete);
    }

    /** What came of repeating a call. */
    enum Outcome {
        ALIKE,
        DIFFERENT,
        /** Neither: it needs what the recording does not make. */
        NOT_REPLAYED
    }

    /**
     * A call that was to be repeated.
     *
     * @param outcome of the recording, as {@code ok} or a code
     * @param need why it was not repeated; empty where it was
     */
    record Replayed(
            String place,
            String operation,
            String answered,
            Outcome outcome,
            String need,
            List<Difference> differences) {

        Replayed {
            differences = List.copyOf(differences);
        }
    }

    /** Calls of an operation that were answered with one code. */
    record Row(String operation, String answered, long alike, long different, long notReplayed) {}

    /** A reason for which calls were not repeated, and where the first stands. */
    record Need(String sentence, long count, String first) {}

    long alike() {
        return count(Outcome.ALIKE);
    }

    long different() {
        return count(Outcome.DIFFERENT);
    }

    long notReplayed() {
        return count(Outcome.NOT_REPLAYED);
    }

    /** Whether any call could be repeated, so that there is a figure. */
    public boolean hasFigure() {
        return alike() + different() > 0;
    }

    /** Whether more answers differ than are alike. */
    public boolean mostDiffer() {
        return different() > alike();
    }

    /** Of the answers to repeated calls, how many are alike, from 0 to 1; none where none was repeated. */
    OptionalDouble share() {
        return hasFigure() ? OptionalDouble.of((double) alike() / (alike() + different())) : OptionalDouble.empty();
    }

    private long count(Outcome outcome) {
        return calls.stream().filter(call -> call.outcome() == outcome).count();
    }

    /** By operation and code. */
    List<Row> rows() {
        Map<String, List<Replayed>> groups = new TreeMap<>();
        calls.forEach(call -> groups.computeIfAbsent(call.operation() + " " + call.answered(), any -> new ArrayList<>())
                .add(call));
        return groups.values().stream()
                .map(group -> new Row(
                        group.get(0).operation(),
                        group.get(0).answered(),
                        count(group, Outcome.ALIKE),
                        count(group, Outcome.DIFFERENT),
                        count(group, Outcome.NOT_REPLAYED)))
                .toList();
    }

    private static long count(List<Replayed> group, Outcome outcome) {
        return group.stream().filter(call -> call.outcome() == outcome).count();
    }

    /** The most frequent reason first. */
    List<Need> needs() {
        Map<String, List<Replayed>> byNeed = new LinkedHashMap<>();
        calls.stream().filter(call -> call.outcome() == Outcome.NOT_REPLAYED).forEach(call -> byNeed.computeIfAbsent(
                        call.need(), any -> new ArrayList<>())
                .add(call));
        return byNeed.entrySet().stream()
                .map(need -> new Need(
                        need.getKey(),
                        need.getValue().size(),
                        need.getValue().get(0).place()))
                .sorted(Comparator.comparingLong(Need::count).reversed())
                .toList();
    }
}
