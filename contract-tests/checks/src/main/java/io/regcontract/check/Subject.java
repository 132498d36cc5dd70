package io.regcontract.check;

import java.util.function.Function;
import tools.jackson.databind.JsonNode;

/** What a check looks at. */
public record Subject(Answer answer, Expectation expectation, Circumstances circumstances) {

    /** Applies a check to the error object, or says what stands in the way of there being one, naming its check. */
    Finding ofErrorObject(Function<JsonNode, Finding> check) {
        if (!(answer.json() instanceof Body.Json json)) {
            return Finding.notApplicable("no JSON: see " + BodyJson.ID);
        }
        if (!json.root().isObject()) {
            return Finding.notApplicable("no JSON object: see " + BodyEnvelope.ID);
        }
        if (isSuccess(json.root())) {
            return Finding.notApplicable("a success: see " + AnswerFailure.ID);
        }
        return check.apply(json.root());
    }

    /** Neither code nor error, and nothing that says "error": that is how every recorded success looks. */
    static boolean isSuccess(JsonNode root) {
        return !root.has("code")
                && !root.has("error")
                && !"error".equals(root.path("stat").asString(""));
    }

    /** Applies a check to the request token, when there is one to look at. */
    Finding ofToken(Function<String, Finding> check) {
        return ofErrorObject(error -> error.path("request_token").isString()
                ? check.apply(error.path("request_token").stringValue())
                : Finding.notApplicable("no token: see " + TokenPresent.ID));
    }
}
