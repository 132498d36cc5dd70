package io.regcontract.check;

import java.util.TreeSet;

/** Fields the contract does not know are worth knowing: at least is not at most. */
final class BodyUndocumented implements Check {

    static final String ID = "body.undocumented";

    @Override
    public String id() {
        return ID;
    }

    @Override
    public Weight weight() {
        return Weight.NOTE;
    }

    @Override
    public String source() {
        return "registration-error-codes: an answer has at least the named fields";
    }

    @Override
    public Finding examine(CheckInput subject) {
        return subject.ofErrorObject(error -> {
            var unknown = new TreeSet<>(error.propertyNames());
            unknown.removeAll(subject.expectation()
                    .contract()
                    .knownFields(subject.expectation().error().code()));
            return unknown.isEmpty()
                    ? Finding.holds()
                    : Finding.fails(
                            "fields the contract knows",
                            String.join(", ", unknown),
                            SchemaProposer.ofFields(subject, error, unknown));
        });
    }
}
