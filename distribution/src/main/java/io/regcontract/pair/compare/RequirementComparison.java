package io.regcontract.pair.compare;

import io.regcontract.contract.Contract;
import io.regcontract.pair.half.AnswerParts;
import io.regcontract.report.judge.Judgement;
import io.regcontract.report.record.Check;
import io.regcontract.report.record.Check.Result;
import io.regcontract.report.record.Observation;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** In what the answers to one requirement differ. */
final class RequirementComparison {

    private static final String ABSENT = "absent";

    /** What is promised of every answer; which fields beyond these an error has is known, and not promised. */
    private static final Set<String> PROMISED = Set.of(
            AnswerPart.CODE,
            AnswerPart.NAME,
            AnswerPart.TOKEN,
            AnswerPart.BODY,
            AnswerPart.STATUS,
            AnswerPart.TYPE,
            AnswerPart.STAT,
            AnswerPart.DESCRIPTION);

    private final Contract contract;

    RequirementComparison(Contract contract) {
        this.contract = contract;
    }

    List<Difference> between(AnswerParts old, AnswerParts now, Judgement before, Judgement after) {
        var found = new TreeSet<Difference>();
        boolean otherCode = !old.code().equals(now.code());
        if (otherCode) {
            found.add(new Difference(AnswerPart.CODE, old.code(), now.code(), true));
        }
        // Of an error in the place of a success, or the other way round, all else follows.
        if (!otherCode || (!old.code().equals(AnswerParts.OK) && !now.code().equals(AnswerParts.OK))) {
            parts(old, now, otherCode, found);
            checks(before, after, otherCode, found);
        }
        return List.copyOf(found);
    }

    private void parts(AnswerParts old, AnswerParts now, boolean otherCode, Set<Difference> found) {
        var parts = new TreeSet<>(old.parts().keySet());
        parts.addAll(now.parts().keySet());
        for (var part : parts) {
            var one = old.parts().getOrDefault(part, ABSENT);
            var other = now.parts().getOrDefault(part, ABSENT);
            boolean follows = otherCode && follows(part, now);
            if (!one.equals(other) && !follows) {
                found.add(new Difference(part, one, other, PROMISED.contains(part)));
            }
        }
    }

    /** Another code has another name, and other fields. */
    private boolean follows(String part, AnswerParts now) {
        return part.equals(AnswerPart.NAME)
                ? contract.errors().stream()
                        .anyMatch(error ->
                                now.code().equals(String.valueOf(error.code().code()))
                                        && error.name().equals(now.parts().get(AnswerPart.NAME)))
                : !PROMISED.contains(part);
    }

    /** What the forms do not show: a token that was used before, a secret in the body, a twin that fails. */
    private static void checks(Judgement before, Judgement after, boolean otherCode, Set<Difference> found) {
        var held = checksOf(before).stream()
                .filter(check -> check.result() == Result.HOLDS || check.holdsByErratum())
                .map(Check::id)
                .collect(Collectors.toSet());
        var parts = found.stream().map(Difference::about).collect(Collectors.toSet());
        if (otherCode) {
            parts.add(AnswerPart.NAME);
        }
        var lost = new ArrayList<Difference>();
        for (var check : checksOf(after)) {
            var part = AnswerPart.of(check.id());
            if (check.weight() != Check.Weight.NOTE
                    && check.failsOutright()
                    && held.contains(check.id())
                    && parts.stream().noneMatch(about -> !part.fields() && part.holds(about))) {
                lost.add(new Difference(check.id(), "holds", "fails", check.must()));
            }
        }
        boolean follows = lost.removeIf(one -> AnswerPart.of(one.about()).fields());
        if (follows && !promiseFields(found) && found.stream().noneMatch(Difference::promised) && lost.isEmpty()) {
            found.add(new Difference(AnswerPart.FIELDS, "hold", "fail", true));
        }
        found.addAll(lost);
    }

    /** Where a check of the fields fails, what lacks or has another type is promised here. */
    private static boolean promiseFields(Set<Difference> found) {
        var fields = found.stream()
                .filter(one -> one.about().startsWith(AnswerPart.FIELD) && !one.promised())
                .filter(one -> !one.old().equals(ABSENT))
                .toList();
        found.removeAll(fields);
        fields.forEach(one -> found.add(new Difference(one.about(), one.old(), one.now(), true)));
        return !fields.isEmpty();
    }

    private static List<Check> checksOf(Judgement judgement) {
        return judgement.observation().map(Observation::checks).orElse(List.of());
    }
}
