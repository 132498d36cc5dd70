package io.regcontract.suite.sabotage;

import static io.regcontract.suite.sabotage.FailingAnswer.CODE;
import static io.regcontract.suite.sabotage.FailingAnswer.ERROR;
import static io.regcontract.suite.sabotage.SabotageBuilder.sabotage;

import java.util.List;
import java.util.Optional;

/** The code is not the documented one, or is not written as an integer. */
final class CodeSabotages {

    private static final int UNHEARD_OF = 999;

    private CodeSabotages() {}

    static List<Sabotage> all() {
        return List.of(
                sabotage("code-neighbour", "The code is that of the error next to it in the table.")
                        .foundBy("body.code")
                        .within((failure, context) -> NeighbouringErrors.of(failure.error(), context)
                                .findFirst()
                                .map(other ->
                                        failure.raw(CODE, digits(other.code().code())))),
                sabotage("error-neighbour", "Code and name are those of the error next to it in the table.")
                        .foundBy("body.code")
                        .andBy("body.error")
                        .within((failure, context) -> NeighbouringErrors.of(failure.error(), context)
                                .findFirst()
                                .map(other -> failure.changed(members ->
                                        members.put(CODE, other.code().code()).put(ERROR, other.name())))),
                sabotage("code-catch-all", "The code is that of the catch-all above it, the name stays.")
                        .foundBy("body.code")
                        .within((failure, context) -> context.contract()
                                .catchAllOf(failure.error().code())
                                .filter(parent -> !context.right().contains(parent.code()))
                                .map(parent ->
                                        failure.raw(CODE, digits(parent.code().code())))),
                sabotage("code-http-twin", "The code is the HTTP status that means about the same.")
                        .foundBy("body.code")
                        .within((failure, context) -> LookalikeStatus.of(
                                        failure.error().code())
                                .filter(status -> context.right().stream().noneMatch(code -> code.code() == status))
                                .map(status -> failure.raw(CODE, digits(status)))),
                sabotage("code-unheard-of", "The code is one that no table has.")
                        .foundBy("body.code")
                        .as(failure -> failure.raw(CODE, digits(UNHEARD_OF))),
                sabotage("code-undocumented-sibling", "The code is an undocumented one of the same family.")
                        .foundBy("body.code")
                        .within((failure, context) -> Optional.of(failure.raw(
                                CODE, digits(NeighbouringErrors.undocumented(failure.code(), context.contract()))))),
                sabotage("code-negative", "The code has a minus before it.")
                        .foundBy("body.code")
                        .as(failure -> failure.raw(CODE, "-" + failure.code())),
                written("code-string", "The code is a string.", "\"%d\""),
                written("code-fraction", "The code is a number with a fraction.", "%d.0"),
                sabotage("code-exponent", "The code is written with an exponent.")
                        .foundBy("body.code.integer")
                        .as(failure -> failure.raw(CODE, digits(failure.code()).replaceFirst("(?<=^.)", ".") + "e2")),
                written("code-array", "The code stands in an array.", "[%d]"),
                written("code-object", "The code stands in an object.", "{\"value\":%d}"),
                written("code-true", "The code is true.", "true"),
                written("code-null", "The code is null.", "null"),
                sabotage("code-missing", "There is no code.")
                        .foundBy("body.code.integer")
                        .as(failure -> failure.without(CODE)));
    }

    private static Sabotage written(String id, String words, String json) {
        return sabotage(id, words)
                .foundBy("body.code.integer")
                .as(failure -> failure.raw(CODE, json.replace("%d", digits(failure.code()))));
    }

    private static String digits(int code) {
        return Integer.toString(code);
    }
}
