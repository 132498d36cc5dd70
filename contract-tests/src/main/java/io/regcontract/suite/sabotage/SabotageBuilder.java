package io.regcontract.suite.sabotage;

import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** Builds a sabotage: {@code sabotage(id, words).foundBy(check).as(damage)}. */
record SabotageBuilder(String id, String words, String check, Set<String> alsoIn, boolean wire) {

    static SabotageBuilder sabotage(String id, String words) {
        return new SabotageBuilder(id, words, "", Set.of(), false);
    }

    /** Begins a sabotage below the JSON: of status, header lines, or bytes. */
    static SabotageBuilder onTheWire(String id, String words) {
        return new SabotageBuilder(id, words, "", Set.of(), true);
    }

    SabotageBuilder foundBy(String id) {
        return new SabotageBuilder(this.id, words, id, alsoIn, wire);
    }

    SabotageBuilder andBy(String... ids) {
        return new SabotageBuilder(id, words, check, Set.of(ids), wire);
    }

    /** The damage, to something that every failure has. */
    Sabotage as(Function<FailingAnswer, RawResponse> damage) {
        return within((failure, context) -> Optional.of(damage.apply(failure)));
    }

    /** The damage, to something that some failures lack. */
    Sabotage perhaps(Function<FailingAnswer, Optional<RawResponse>> damage) {
        return within((failure, context) -> damage.apply(failure));
    }

    /** The damage, by something from outside the answer. */
    Sabotage within(Sabotage.Damage damage) {
        return new Sabotage(id, words, check, alsoIn, wire, damage);
    }
}
