package io.regcontract.check;

/** The body follows the schema of its code; what a check of its own judges is left to that check. */
final class BodySchema extends StatedCheck {

    static final String ID = "body.schema";

    BodySchema() {
        super(ID, Weight.MUST, Scope.ERROR, "the schema of the code");
    }

    @Override
    public Finding examine(CheckInput input) {
        var expectation = input.expectation();
        var code = expectation.error().code();
        return input.ofErrorObject(error -> SeparatelyCheckedMembers.remaining(
                expectation.element().isPresent()
                        ? expectation.contract().validateElement(code, error)
                        : expectation.contract().validate(code, error)));
    }
}
