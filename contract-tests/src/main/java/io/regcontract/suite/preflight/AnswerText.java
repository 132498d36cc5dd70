package io.regcontract.suite.preflight;

import io.regcontract.check.answer.Answer;
import io.regcontract.check.answer.Body;
import io.regcontract.contract.model.ErrorCode;
import io.regcontract.contract.text.ServiceText;
import io.regcontract.suite.redaction.Redactor;

/** Describes an answer that was not the expected one, redacted and in few words. */
final class AnswerText {

    private final Redactor redactor;

    AnswerText(Redactor redactor) {
        this.redactor = redactor;
    }

    /** The code in the answer's body; 0 if there is none. */
    static int code(Answer answer) {
        return answer.json() instanceof Body.Json json
                ? json.root().path("code").asInt(0)
                : 0;
    }

    /** What was answered: code and name of the error, or else the HTTP status. */
    String of(Answer answer) {
        return ServiceText.bounded(redactor.redact(
                code(answer) == 0
                        ? "it answers HTTP " + answer.status()
                        : "it answers " + code(answer) + " "
                                + answer.text("error").orElse("")
                                + (code(answer) == ErrorCode.API_FEATURE_DISABLED.code()
                                        ? ": this group of operations is off for maintenance"
                                        : "")));
    }
}
