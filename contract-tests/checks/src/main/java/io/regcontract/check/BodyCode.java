package io.regcontract.check;

import io.regcontract.check.answer.Body;
import io.regcontract.contract.model.ErrorCode;
import java.util.Set;

/** The code is the documented one of the condition. */
final class BodyCode extends StatedCheck {

    static final String ID = "body.code";

    BodyCode() {
        super(ID, Weight.MUST, Scope.ERROR, "registration-error-codes, error codes");
    }

    @Override
    public Finding examine(CheckInput input) {
        if (!input.expectation().holding().isEmpty()) {
            return Finding.notApplicable("several conditions hold: see " + BodyOneOf.ID);
        }
        return judged(input, Set.of(input.expectation().error().code()));
    }

    /** Whether the code is one of those that are right. */
    static Finding judged(CheckInput input, Set<ErrorCode> right) {
        return input.ofErrorObject(error -> {
            var written = ((Body.Json) input.answer().json()).written().get("code");
            if (written == null || written.kind() != Body.Written.Kind.INTEGER) {
                return Finding.notApplicable("no integer: see " + BodyCodeInteger.ID);
            }
            var promised =
                    right.stream().map(code -> Integer.toString(code.code())).toList();
            return promised.contains(written.text())
                    ? Finding.holds()
                    : Finding.fails(
                            String.join(" or ", promised), written.shown(), SchemaProposer.ofCode(input, error));
        });
    }
}
