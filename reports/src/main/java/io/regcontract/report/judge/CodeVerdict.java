package io.regcontract.report.judge;

import io.regcontract.contract.model.DocumentedError;
import java.util.Comparator;
import java.util.List;

/**
 * A documented code and what is known of it: as good as the worst of its requirements, untested when it has none. One
 * that the environment is excused from says nothing about a code that others speak of.
 *
 * @param judgements of its requirements, by id
 */
public record CodeVerdict(DocumentedError error, List<Judgement> judgements) {

    public CodeVerdict {
        judgements = List.copyOf(judgements);
    }

    /**
     * The worst verdict of its requirements in scope, those that are expected not to be drivable left out. In traffic it is that of
     * the operations at which it was seen.
     */
    public Verdict verdict() {
        return inScope().stream()
                .filter(judgement -> !judgement.expected())
                .map(Judgement::verdict)
                .filter(verdict -> verdict != Verdict.NEVER_SEEN)
                .max(Comparator.naturalOrder())
                .orElseGet(this::unseen);
    }

    /** Its requirements, without those of operations that a replacement does not implement. */
    public List<Judgement> inScope() {
        return judgements.stream()
                .filter(judgement -> judgement.verdict() != Verdict.OUT_OF_SCOPE)
                .toList();
    }

    /** Whether a replacement implements none of the operations that it is about. */
    public boolean outOfScope() {
        return !judgements.isEmpty() && inScope().isEmpty();
    }

    private Verdict unseen() {
        if (judgements.isEmpty()) {
            return Verdict.UNTESTED;
        }
        if (outOfScope()) {
            return Verdict.OUT_OF_SCOPE;
        }
        return judgements.get(0).verdict() == Verdict.NEVER_SEEN ? Verdict.NEVER_SEEN : Verdict.NOT_DRIVABLE;
    }

    /** Whether something is known of it: an answer was seen, or none is expected to be seen in this environment. */
    boolean covered() {
        return judgements.stream().anyMatch(judgement -> judgement.verdict().seen() || judgement.expected());
    }

    boolean onlyBroken() {
        return inScope().stream().allMatch(judgement -> judgement.verdict() == Verdict.BROKEN);
    }

    /** How many of its requirements were seen to hold. */
    public long proven() {
        return judgements.stream()
                .filter(judgement -> judgement.verdict().holds())
                .count();
    }
}
