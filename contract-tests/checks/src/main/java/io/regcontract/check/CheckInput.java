package io.regcontract.check;

import io.regcontract.check.answer.Answer;
import io.regcontract.check.answer.Body;
import java.util.List;
import java.util.function.Function;
import tools.jackson.databind.JsonNode;

/** What a check looks at. */
public record CheckInput(Answer answer, Expectation expectation, CheckContext circumstances) {

    private static final List<Check> TOKEN_FORM =
            List.of(new TokenLength(), new TokenBlankFree(), new TokenCharacters());

    /** The same, held against the one of several conditions that the answer names. */
    CheckInput forAnsweredCondition() {
        return new CheckInput(answer, expectation.forAnsweredCondition(judged()), circumstances);
    }

    /** The answer that is judged: the whole, or the part of it where the error is expected. */
    Answer judged() {
        return expectation.element().flatMap(answer::element).orElse(answer);
    }

    /** What a check finds here: in the answer, or in the part of it where the error is expected. */
    Finding examinedBy(Check check) {
        if (expectation.element().isEmpty() || check.scope() == Check.Scope.ANSWER) {
            return check.examine(this);
        }
        if (check.scope() == Check.Scope.ENVELOPE) {
            return Finding.notApplicable("an error among the results of a success: it has no envelope of its own");
        }
        return expectation
                .element()
                .flatMap(answer::element)
                .filter(Answer::isError)
                .map(part -> check.examine(new CheckInput(part, expectation, circumstances)))
                .orElseGet(() -> Finding.notApplicable("no error among the results: see " + ElementPresent.ID));
    }

    /** A text of an answer in quotes, unabridged. */
    static String quoted(String text) {
        return '"' + text + '"';
    }

    /** Applies a check to the error object, or says what stands in the way of there being one, naming its check. */
    Finding ofErrorObject(Function<JsonNode, Finding> check) {
        if (!(answer.json() instanceof Body.Json json)) {
            return Finding.notApplicable("no JSON: see " + BodyJson.ID);
        }
        if (!json.root().isObject()) {
            return Finding.notApplicable("no JSON object: see " + BodyEnvelope.ID);
        }
        if (!answer.isError()) {
            return Finding.notApplicable("a success: see " + AnswerFailure.ID);
        }
        return check.apply(json.root());
    }

    /** Applies a check to the request token, when there is one to look at. */
    Finding ofToken(Function<String, Finding> check) {
        return ofErrorObject(error -> error.path("request_token").isString()
                ? check.apply(error.path("request_token").stringValue())
                : Finding.notApplicable("no token: see " + TokenPresent.ID));
    }

    /** The same for a token that has its form: what is wrong with another has been said, and is said once. */
    Finding ofWellFormedToken(Function<String, Finding> check) {
        return ofToken(token -> {
            for (var form : TOKEN_FORM) {
                if (form.examine(this) instanceof Finding.Fails) {
                    return Finding.notApplicable("no well-formed token: see " + form.id());
                }
            }
            return check.apply(token);
        });
    }
}
