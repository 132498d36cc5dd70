package io.regcontract.check;

/** The error is the documented name. */
final class BodyError implements Check {

    static final String ID = "body.error";

    @Override
    public String id() {
        return ID;
    }

    @Override
    public String source() {
        return "registration-error-codes, error codes";
    }

    @Override
    public Finding examine(Subject subject) {
        return subject.ofErrorObject(error -> {
            var promised = subject.expectation().error().name();
            var name = error.path("error");
            if (name.isString() && name.stringValue().equals(promised)) {
                return Finding.holds();
            }
            return Finding.fails(
                    promised,
                    name.isMissingNode()
                            ? "absent"
                            : name.isString() ? Shown.text(name.stringValue()) : Shown.text(name.toString()),
                    ProposedSchema.ofName(subject, error));
        });
    }
}
