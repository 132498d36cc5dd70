package io.regcontract.pair.compare;

import io.regcontract.contract.Contract;
import io.regcontract.pair.half.AnswerParts;
import io.regcontract.report.judge.Judgement;
import io.regcontract.report.record.Check;
import io.regcontract.report.record.Check.Result;
import io.regcontract.report.record.Observation;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** In what the answers to one requirement differ. */
final class RequirementComparison {

    private static final String CODE = "code";
    private static final String NAME = "name";
    private static final String TOKEN = "token";
    private static final String BODY = "body";
    private static final String ABSENT = "absent";
    private static final String FIELD = "field ";
    private static final String FIELDS = "fields";

    /** What is promised of every answer; which fields beyond these an error has is known, and not promised. */
    private static final Set<String> PROMISED =
            Set.of(CODE, NAME, TOKEN, BODY, "status", "content type", "field stat", "field error_description");

    /** The part that a check looks at; a check that is not here is a part of its own. */
    private static final Map<String, String> PART_OF = Map.ofEntries(
            Map.entry("http.status", "status"),
            Map.entry("http.content-type", "content type"),
            Map.entry("body.json", BODY),
            Map.entry("body.stat", "field stat"),
            Map.entry("body.code", CODE),
            Map.entry("body.code.integer", CODE),
            Map.entry("body.one-of", CODE),
            Map.entry("answer.failure", CODE),
            Map.entry("body.error", NAME),
            Map.entry("description.present", "field error_description"),
            Map.entry("token.present", TOKEN),
            Map.entry("token.length", TOKEN),
            Map.entry("token.blank-free", TOKEN),
            Map.entry("token.characters", TOKEN));

    /** They are about fields, and fail along with what is told by its own name. */
    private static final Set<String> FOLLOWING = Set.of("body.schema", "body.envelope", "body.fields");

    private final Contract contract;

    RequirementComparison(Contract contract) {
        this.contract = contract;
    }

    List<Difference> between(AnswerParts old, AnswerParts now, Judgement before, Judgement after) {
        var found = new TreeSet<Difference>();
        boolean otherCode = !old.code().equals(now.code());
        if (otherCode) {
            found.add(new Difference(CODE, old.code(), now.code(), true));
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
        return part.equals(NAME)
                ? contract.errors().stream()
                        .anyMatch(error ->
                                now.code().equals(String.valueOf(error.code().code()))
                                        && error.name().equals(now.parts().get(NAME)))
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
            parts.add(NAME);
        }
        var lost = new ArrayList<Difference>();
        for (var check : checksOf(after)) {
            var part = PART_OF.getOrDefault(check.id(), check.id());
            if (check.weight() != Check.Weight.NOTE
                    && check.failsOutright()
                    && held.contains(check.id())
                    && !parts.contains(part)) {
                lost.add(new Difference(check.id(), "holds", "fails", check.must()));
            }
        }
        boolean follows = lost.removeIf(one -> FOLLOWING.contains(one.about()));
        if (follows && !promiseFields(found) && found.stream().noneMatch(Difference::promised) && lost.isEmpty()) {
            found.add(new Difference(FIELDS, "hold", "fail", true));
        }
        found.addAll(lost);
    }

    /** Where a check of the fields fails, what lacks or has another type is promised here. */
    private static boolean promiseFields(Set<Difference> found) {
        var fields = found.stream()
                .filter(one -> one.about().startsWith(FIELD) && !one.promised())
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
