package io.regcontract.check;

/** Where several conditions hold at once, the code is the documented one of any of them, and of no other. */
final class BodyOneOf extends StatedCheck {

    static final String ID = "body.one-of";

    BodyOneOf() {
        super(
                ID,
                Weight.MUST,
                Scope.ERROR,
                "registration-error-codes, error codes; which of two comes first is nowhere said (reading: one-condition)");
    }

    @Override
    public Finding examine(CheckInput input) {
        var holding = input.expectation().holding();
        return holding.isEmpty()
                ? Finding.notApplicable("one condition holds: see " + BodyCode.ID)
                : BodyCode.judged(input, holding);
    }
}
