package io.regcontract.suite.selftest;

import io.regcontract.check.Check.Weight;
import io.regcontract.check.Expectation;
import io.regcontract.check.Finding;
import io.regcontract.check.answer.Answer;
import io.regcontract.check.answer.Body;
import io.regcontract.contract.Contract;
import io.regcontract.contract.model.ResolvedCode;
import io.regcontract.suite.observe.Observation;
import io.regcontract.suite.sabotage.RecordedAnswer;
import io.regcontract.suite.sabotage.Sabotage;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Whether a sabotage was caught, from what the checks said. */
final class SabotageVerdict {

    /** What fails when another code of the family came, and nothing else is wrong. */
    private static final Set<String> SAY_WHICH_CODE = Set.of("body.code", "body.error", "body.schema");

    private SabotageVerdict() {}

    /** @param before what the checks said of the answer when it was in order: what was said then was not caught now */
    static SabotagedRequirement of(
            RecordedAnswer recorded,
            Sabotage sabotage,
            Answer answer,
            List<Observation.ExaminedCheck> examined,
            List<Observation.ExaminedCheck> before) {
        var contradicting = new TreeSet<String>();
        var failing = new TreeSet<String>();
        for (var one : examined) {
            if (one.finding() instanceof Finding.Fails && !before.contains(one)) {
                failing.add(one.id());
                if (one.contradicts()) {
                    contradicting.add(one.id());
                }
            }
        }
        return new SabotagedRequirement(
                recorded.requirement(),
                sabotage,
                recorded.check(sabotage),
                caught(recorded, sabotage, contradicting, failing, answer, recorded.expectation()),
                failing.isEmpty() ? "nothing" : String.join(", ", failing));
    }

    private static boolean caught(
            RecordedAnswer recorded,
            Sabotage sabotage,
            Set<String> contradicting,
            Set<String> failing,
            Answer answer,
            Expectation expectation) {
        if (sabotage.weight() != Weight.MUST) {
            // What the contract permits is remarked upon, and contradicts nothing.
            return contradicting.isEmpty() && failing.contains(sabotage.check());
        }
        return contradicting.contains(recorded.check(sabotage))
                && contradicting.stream()
                        .allMatch(id -> id.equals(recorded.check(sabotage))
                                || recorded.alsoIn(sabotage).contains(id))
                && !(SAY_WHICH_CODE.containsAll(contradicting) && softened(answer, expectation));
    }

    /** Coarser or refined: the gate has words of its own for these, and may let them pass. */
    private static boolean softened(Answer whole, Expectation expectation) {
        var answer = expectation.element().flatMap(whole::element).orElse(whole);
        if (!(answer.json() instanceof Body.Json json
                && json.root().path("code").isInt())) {
            return false;
        }
        Contract contract = expectation.contract();
        var code = json.root().path("code").intValue();
        var coarser = contract.catchAllOf(expectation.error().code())
                .filter(parent -> parent.code().code() == code)
                .filter(parent ->
                        answer.text("error").filter(parent.name()::equals).isPresent())
                .isPresent();
        return coarser
                || (contract.resolve(code) instanceof ResolvedCode.CatchAll child
                        && child.parent().code() == expectation.error().code());
    }
}
