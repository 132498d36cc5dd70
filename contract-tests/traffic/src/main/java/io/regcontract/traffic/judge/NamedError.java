package io.regcontract.traffic.judge;

import io.regcontract.check.answer.Answer;
import io.regcontract.contract.model.DocumentedError;
import io.regcontract.contract.model.ErrorCode;
import io.regcontract.contract.model.Operation;
import io.regcontract.contract.model.ResolvedCode;
import io.regcontract.traffic.answer.AnsweredCode;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * Which documented error an answer names. Nothing was driven, so the answer itself says what it is to be held against.
 *
 * @param error that the answer is held against
 * @param code that the answer names, documented or not, also where it is no integer on the wire
 */
record NamedError(DocumentedError error, OptionalInt code) {

    /** An answer that names nothing is held against the catch-all of all. */
    private static final ErrorCode LAST_RESORT = ErrorCode.UNEXPECTED_ERROR;

    static NamedError of(JudgeTerms terms, Operation operation, Answer answer) {
        var code = AnsweredCode.of(answer);
        if (code.isEmpty()) {
            return new NamedError(byName(terms, answer), code);
        }
        var resolved = terms.contract().resolve(code.getAsInt());
        if (resolved instanceof ResolvedCode.Documented documented) {
            return new NamedError(documented.e(), code);
        }
        return new NamedError(
                byReading(terms, operation, code.getAsInt())
                        .orElseGet(() -> resolved instanceof ResolvedCode.CatchAll family
                                ? family.parent()
                                : byName(terms, answer)),
                code);
    }

    /** The documented error that an accepted reading lets another code stand in for. */
    private static Optional<DocumentedError> byReading(JudgeTerms terms, Operation operation, int code) {
        return terms.readings().stream()
                .flatMap(reading -> reading.alternatives().stream()
                        .filter(other -> other.accepted().contains(code))
                        .filter(other -> other.operations().isEmpty()
                                || other.operations().contains(operation.path())))
                .flatMap(other -> terms.contract().find(other.expected()).stream())
                .findFirst();
    }

    private static DocumentedError byName(JudgeTerms terms, Answer answer) {
        var named = answer.text("error").map(name -> terms.contract().errors().stream()
                .filter(error -> error.name().equals(name))
                .toList());
        return named.isPresent() && named.get().size() == 1
                ? named.get().get(0)
                : terms.contract().error(LAST_RESORT);
    }
}
