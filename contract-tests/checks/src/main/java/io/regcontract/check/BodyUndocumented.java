package io.regcontract.check;

import java.util.TreeSet;

/** Fields that the contract does not know are noted: an answer has at least the named fields, and may have more. */
final class BodyUndocumented extends StatedCheck {

    static final String ID = "body.undocumented";

    BodyUndocumented() {
        super(ID, Weight.NOTE, Scope.ERROR, "registration-error-codes: an answer has at least the named fields");
    }

    @Override
    public Finding examine(CheckInput input) {
        return input.ofErrorObject(error -> {
            var unknown = new TreeSet<>(error.propertyNames());
            unknown.removeAll(input.expectation()
                    .contract()
                    .knownFields(input.expectation().error().code()));
            return unknown.isEmpty()
                    ? Finding.holds()
                    : Finding.fails(
                            "fields the contract knows",
                            String.join(", ", unknown),
                            SchemaProposer.ofFields(input, error, unknown));
        });
    }
}
