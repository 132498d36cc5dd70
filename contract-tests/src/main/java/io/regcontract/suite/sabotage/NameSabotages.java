package io.regcontract.suite.sabotage;

import static io.regcontract.suite.sabotage.FailingAnswer.ERROR;
import static io.regcontract.suite.sabotage.SabotageBuilder.sabotage;

import java.util.List;
import java.util.Locale;

/** The code is right, and the name is not. */
final class NameSabotages {

    private static final String CHECK = "body.error";

    private NameSabotages() {}

    static List<Sabotage> all() {
        return List.of(
                sabotage("name-neighbour", "The name is that of the error next to it in the table.")
                        .foundBy(CHECK)
                        .within((failure, context) -> NeighbouringErrors.of(failure.error(), context)
                                .filter(other ->
                                        !other.name().equals(failure.error().name()))
                                .findFirst()
                                .map(other -> failure.with(ERROR, other.name()))),
                sabotage("name-capitals", "The name is written in capitals.")
                        .foundBy(CHECK)
                        .as(failure ->
                                failure.with(ERROR, failure.error().name().toUpperCase(Locale.ROOT))),
                sabotage("name-padded", "The name has a blank behind it.")
                        .foundBy(CHECK)
                        .as(failure -> failure.with(ERROR, failure.error().name() + " ")),
                sabotage(
                                "name-half-a-character",
                                "The name has half a character in it, which JSON can say and UTF-8 cannot.")
                        .foundBy(CHECK)
                        .as(failure -> failure.raw(ERROR, "\"" + failure.error().name() + "\\ud83d\"")),
                sabotage("name-empty", "The name is empty.").foundBy(CHECK).as(failure -> failure.with(ERROR, "")),
                sabotage("name-number", "The name is the code.")
                        .foundBy(CHECK)
                        .as(failure -> failure.raw(ERROR, Integer.toString(failure.code()))),
                sabotage("name-null", "The name is null.").foundBy(CHECK).as(failure -> failure.raw(ERROR, "null")),
                sabotage("name-missing", "There is no name.").foundBy(CHECK).as(failure -> failure.without(ERROR)));
    }
}
