package io.regcontract.suite.sabotage;

import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** A sabotage being written down: {@code sabotage(id, words).foundBy(check).as(damage)}. */
record Draft(String id, String words, String check, Set<String> alsoIn, boolean wire) {

    static Draft sabotage(String id, String words) {
        return new Draft(id, words, "", Set.of(), false);
    }

    /** Below the JSON: status, header lines, or bytes. */
    static Draft onTheWire(String id, String words) {
        return new Draft(id, words, "", Set.of(), true);
    }

    Draft foundBy(String id) {
        return new Draft(this.id, words, id, alsoIn, wire);
    }

    Draft andBy(String... ids) {
        return new Draft(id, words, check, Set.of(ids), wire);
    }

    /** Damages what every failure has. */
    Sabotage as(Function<Failure, Reply> damage) {
        return within((failure, scene) -> Optional.of(damage.apply(failure)));
    }

    /** Damages what not every failure has. */
    Sabotage perhaps(Function<Failure, Optional<Reply>> damage) {
        return within((failure, scene) -> damage.apply(failure));
    }

    /** Damages with what lies around the answer. */
    Sabotage within(Sabotage.Damage damage) {
        return new Sabotage(id, words, check, alsoIn, wire, damage);
    }
}
