package io.regcontract.drill.judge;

import io.regcontract.drill.trial.Trial;
import io.regcontract.simulator.control.OfferedDrill;
import io.regcontract.simulator.control.journal.JournalCall;
import io.regcontract.simulator.control.journal.JournalMark;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * A drill that took effect and leads to no error of the API, such as a connection that is dropped.
 *
 * @param operations of the calls that met it, as far as the journal still has them
 * @param times how often it was met
 */
public record MetTrouble(String drill, List<String> operations, long times) {

    /** Below it, a number is no code of the API. */
    private static final int LOWEST_CODE = 100;

    public MetTrouble {
        operations = List.copyOf(operations);
    }

    static List<MetTrouble> all(Trial trial) {
        var names = new TreeSet<String>();
        trial.offered().stream()
                .filter(drill -> drill.code() < LOWEST_CODE)
                .map(OfferedDrill::name)
                .forEach(names::add);
        return names.stream()
                .flatMap(name -> Stream.of(of(trial, name)))
                .filter(met -> met.times() > 0)
                .toList();
    }

    private static MetTrouble of(Trial trial, String name) {
        var calls = trial.journal().calls().stream()
                .filter(call ->
                        call.drills().stream().anyMatch(drill -> drill.name().equals(name)))
                .toList();
        // The journal may have forgotten the calls, or not have them at all.
        long changes = trial.journal().marks().stream()
                .filter(mark -> mark.kind() == JournalMark.Kind.CHANGED)
                .filter(mark ->
                        mark.drill().filter(drill -> drill.name().equals(name)).isPresent())
                .count();
        return new MetTrouble(
                name,
                calls.stream().map(JournalCall::operation).distinct().sorted().toList(),
                Math.max(
                        changes,
                        calls.stream().mapToLong(call -> 1 + call.repeated()).sum()));
    }

    /** In words: that it was met, and how often. */
    public String shown() {
        return drill + " met " + times + (times == 1 ? " time" : " times");
    }
}
