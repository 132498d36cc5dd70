package io.regcontract.assertion;

import io.regcontract.check.Answer;
import io.regcontract.check.Check;
import io.regcontract.check.Checks;
import io.regcontract.check.Circumstances;
import io.regcontract.check.Expectation;
import io.regcontract.check.Failures;
import io.regcontract.check.Subject;
import io.regcontract.contract.Contract;
import io.regcontract.contract.ErrorCode;
import java.util.Map;
import java.util.Optional;
import org.assertj.core.api.AbstractAssert;

/** Assertions about one answer of the Registration APIs. */
public final class AnswerAssert extends AbstractAssert<AnswerAssert, Answer> {

    private static final Contract CONTRACT = Contract.load();

    AnswerAssert(Answer actual) {
        super(actual, AnswerAssert.class);
    }

    /**
     * Every promise of the documented error holds: status, content type, strict JSON, envelope, schema, code, name,
     * description and request token. All that is broken is reported at once.
     */
    public AnswerAssert isDocumentedError(ErrorCode code) {
        return isDocumentedError(code, Map.of());
    }

    /** As {@link #isDocumentedError(ErrorCode)}, with extra fields the answer must carry, by name and value. */
    public AnswerAssert isDocumentedError(ErrorCode code, Map<String, String> fields) {
        isNotNull();
        var error = CONTRACT.error(code);
        var expectation = new Expectation(CONTRACT, error, "", 200, fields, Optional.empty());
        var failures = Checks.examine(new Subject(actual, expectation, Circumstances.NONE)).stream()
                .filter(checked -> checked.failed() && checked.check().weight() == Check.Weight.MUST)
                .toList();
        if (!failures.isEmpty()) {
            failWithMessage(
                    "expected %s%n%s%nin %s",
                    code.code() + " " + error.name(), Failures.inColumns(failures), Answer.bounded(actual.toString()));
        }
        return this;
    }

    /** The operation succeeded, as {@link Answer#isSuccess()} has it. */
    public AnswerAssert isSuccess() {
        isNotNull();
        if (!actual.isSuccess()) {
            failWithMessage("expected a success%nbut was %s", Answer.bounded(actual.toString()));
        }
        return this;
    }
}
