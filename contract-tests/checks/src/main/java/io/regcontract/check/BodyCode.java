package io.regcontract.check;

/** The code is the documented one of the condition. */
final class BodyCode implements Check {

    static final String ID = "body.code";

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
            var written = ((Body.Json) subject.answer().json()).written().get("code");
            if (written == null || written.kind() != Body.Written.Kind.INTEGER) {
                return Finding.notApplicable("no integer: see " + BodyCodeInteger.ID);
            }
            var promised = Integer.toString(subject.expectation().error().code().code());
            return written.text().equals(promised) ? Finding.holds() : Finding.fails(promised, written.shown());
        });
    }
}
