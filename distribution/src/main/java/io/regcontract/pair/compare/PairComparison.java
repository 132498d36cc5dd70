package io.regcontract.pair.compare;

import io.regcontract.contract.Contract;
import io.regcontract.pair.half.Half;
import io.regcontract.report.judge.Judgement;
import io.regcontract.report.judge.Verdict;
import io.regcontract.report.record.Observation;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Two halves, compared.
 *
 * @param requirements all, by id
 */
public record PairComparison(List<ComparedRequirement> requirements) {

    public PairComparison {
        requirements = List.copyOf(requirements);
    }

    /**
     * A difference, and where it is.
     *
     * @param requirements that have it, by id
     */
    public record Group(Difference difference, List<ComparedRequirement> requirements) {

        public Group {
            requirements = List.copyOf(requirements);
        }

        /** Whether the old half keeps the contract in one of them, and the difference is declared in none of it. */
        public boolean loses() {
            return difference.promised() && requirements.stream().anyMatch(ComparedRequirement::losesWhatWasKept);
        }

        /** Whether the profile of the new half declares it wherever it is. */
        public boolean declared() {
            return requirements.stream().allMatch(one -> one.state() == PairState.DECLARED);
        }
    }

    /** Compares. */
    public static PairComparison of(Half old, Half now) {
        var comparing = new RequirementComparison(Contract.load());
        var ids = new TreeSet<>(old.judgements().keySet());
        ids.addAll(now.judgements().keySet());
        var operations = new OperationNames(old, now);
        return new PairComparison(ids.stream()
                .map(id -> compared(id, old, now, comparing, operations))
                .toList());
    }

    private static ComparedRequirement compared(
            String id, Half old, Half now, RequirementComparison comparing, OperationNames operations) {
        var before = Optional.ofNullable(old.judgements().get(id));
        var after = Optional.ofNullable(now.judgements().get(id));
        var differences = List.<Difference>of();
        PairState state;
        var why = "";
        if (is(after, Verdict.OUT_OF_SCOPE)) {
            state = PairState.OUT_OF_SCOPE;
        } else if (seen(before, old, id) && seen(after, now, id)) {
            differences = comparing.between(
                    old.answers().get(id), now.answers().get(id), before.orElseThrow(), after.orElseThrow());
            var declaration = Declarations.of(differences, after.orElseThrow());
            state = differences.isEmpty()
                    ? PairState.SAME
                    : declaration.isPresent() ? PairState.DECLARED : PairState.DIFFERS;
            why = declaration.orElse("");
        } else if (seen(before, old, id)) {
            state = PairState.ONLY_OLD;
            why = "the new one: " + unseen(after);
        } else if (seen(after, now, id)) {
            state = PairState.ONLY_NEW;
            why = "the old one: " + unseen(before);
        } else {
            state = PairState.NEITHER;
            why = "the old one: " + unseen(before) + "; the new one: " + unseen(after);
        }
        return new ComparedRequirement(
                id,
                before.or(() -> after).orElseThrow().code(),
                operations.of(id),
                before,
                after,
                state,
                differences,
                why);
    }

    private static boolean is(Optional<Judgement> judgement, Verdict verdict) {
        return judgement.filter(one -> one.verdict() == verdict).isPresent();
    }

    private static boolean seen(Optional<Judgement> judgement, Half half, String id) {
        return judgement.filter(one -> one.verdict().seen()).isPresent()
                && half.answers().containsKey(id);
    }

    private static String unseen(Optional<Judgement> judgement) {
        return judgement
                .map(one -> one.verdict().seen()
                        ? "its answer was not kept whole"
                        : one.verdict().word() + (reason(one).isEmpty() ? "" : ", " + reason(one)))
                .orElse("not among its requirements");
    }

    /** What the record says of this requirement; else what the gate says of all of its kind. */
    private static String reason(Judgement judgement) {
        return judgement
                .observation()
                .map(Observation::reason)
                .filter(reason -> !reason.isBlank())
                .orElse(judgement.why());
    }

    /** How many requirements are in a state. */
    public long count(PairState state) {
        return requirements.stream().filter(one -> one.state() == state).count();
    }

    /** In how many requirements something is lost that the old half keeps. */
    public long lost() {
        return requirements.stream()
                .filter(ComparedRequirement::losesWhatWasKept)
                .count();
    }

    /** What differs, the same difference once: what the contract promises first, then the most frequent. */
    public List<Group> groups() {
        var byDifference = new TreeMap<Difference, List<ComparedRequirement>>();
        requirements.forEach(one -> one.differences().forEach(difference -> byDifference
                .computeIfAbsent(difference, any -> new ArrayList<>())
                .add(one)));
        return byDifference.entrySet().stream()
                .map(group -> new Group(group.getKey(), group.getValue()))
                .sorted((one, other) -> {
                    int promised = Boolean.compare(
                            other.difference().promised(), one.difference().promised());
                    return promised != 0
                            ? promised
                            : Integer.compare(
                                    other.requirements().size(),
                                    one.requirements().size());
                })
                .toList();
    }

    /** The requirements by code and operation; each is as good as the worst of them. */
    public List<ComparedOperation> operations() {
        Map<String, List<ComparedRequirement>> byPair = new LinkedHashMap<>();
        requirements.forEach(one -> byPair.computeIfAbsent(one.code() + " " + one.operation(), any -> new ArrayList<>())
                .add(one));
        return byPair.values().stream().map(ComparedOperation::new).toList();
    }
}
