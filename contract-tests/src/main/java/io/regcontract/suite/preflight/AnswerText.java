package io.regcontract.suite.preflight;

import io.regcontract.check.answer.Answer;
import io.regcontract.contract.model.ErrorCode;
import io.regcontract.contract.text.ServiceText;
import io.regcontract.suite.redaction.Redactor;
import io.regcontract.suite.transport.LenientCode;

/** Describes an answer that was not the expected one, redacted and in few words. */
final class AnswerText {

    private final Redactor redactor;

    AnswerText(Redactor redactor) {
        this.redactor = redactor;
    }

    /** What was answered: code and name of the error, or else the HTTP status. */
    String of(Answer answer) {
        var code = LenientCode.of(answer);
        return ServiceText.bounded(redactor.redact(
                code == 0
                        ? "it answers HTTP " + answer.status()
                        : "it answers " + code + " "
                                + answer.text("error").orElse("")
                                + (code == ErrorCode.API_FEATURE_DISABLED.code()
                                        ? ": this group of operations is off for maintenance"
                                        : "")));
    }
}
