package io.regcontract.suite.sabotage;

import io.regcontract.check.Check;
import io.regcontract.check.Checks;
import java.util.Optional;
import java.util.Set;

/**
 * One way to break an answer that is in order.
 *
 * @param id kebab-case; never changes, because reports and command lines name it
 * @param words what it does, as a sentence for a person
 * @param check id of the check that must find it; with several conditions, or an error in a success, another check may
 *     find it instead: {@link RecordedAnswer#check}
 * @param alsoIn ids of checks that may find it too, because the damage is several in one
 * @param wire whether it breaks something below the JSON, so that only a real socket proves that it is found
 * @param damage what it does
 */
public record Sabotage(String id, String words, String check, Set<String> alsoIn, boolean wire, Damage damage) {

    public Sabotage {
        alsoIn = Set.copyOf(alsoIn);
    }

    /** What a sabotage does: a pure function. */
    @FunctionalInterface
    interface Damage {
        /** The broken answer; empty if there is nothing to break. */
        Optional<RawResponse> to(FailingAnswer failure, SabotageContext context);
    }

    /** The broken answer; empty if the reply is no documented failure or offers nothing to break. */
    public Optional<RawResponse> apply(RawResponse reply, SabotageContext context) {
        return FailingAnswer.in(reply, context.contract(), context.element().orElse(""))
                .flatMap(failure -> damage.to(failure, context));
    }

    /**
     * The weight of the check that must find it. Where the contract permits what a sabotage does ("at least"), the
     * check only notes it.
     */
    public Check.Weight weight() {
        return Checks.ofAnError().stream()
                .filter(one -> one.id().equals(check))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("there is no check " + check))
                .weight();
    }

    @Override
    public String toString() {
        return id;
    }
}
