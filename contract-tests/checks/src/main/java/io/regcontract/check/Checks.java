package io.regcontract.check;

import java.util.List;

/** Every check, in the order a person wants to read them. */
public final class Checks {

    private static final List<Check> OF_AN_ERROR = List.of(
            new HttpStatus(),
            new BodyJson(),
            new HttpContentType(),
            new HttpCacheControl(),
            new BodyEnvelope(),
            new AnswerFailure(),
            new ElementPresent(),
            new BodyStat(),
            new BodyCodeInteger(),
            new BodyCode(),
            new BodyOneOf(),
            new BodyError(),
            new DescriptionPresent(),
            new BodySecretFree(),
            new BodyLiteral(),
            new BodySchema(),
            new BodyFields(),
            new BodyUndocumented(),
            new TokenPresent(),
            new TokenLength(),
            new TokenBlankFree(),
            new TokenCharacters(),
            new TokenAlphabet(),
            new TokenUnique(),
            new TokenLogged());

    private Checks() {}

    /** The checks that are applied to every error answer. */
    public static List<Check> ofAnError() {
        return OF_AN_ERROR;
    }

    /** Applies them all; every finding is kept, so that a person sees all of an answer's troubles at once. */
    public static List<CheckResult> examine(CheckInput input) {
        var settled = input.forAnsweredCondition();
        return OF_AN_ERROR.stream()
                .map(check -> new CheckResult(check, settled.examinedBy(check)))
                .toList();
    }
}
