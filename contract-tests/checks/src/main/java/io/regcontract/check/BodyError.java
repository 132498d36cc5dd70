package io.regcontract.check;

import java.util.regex.Pattern;

/** The error is the documented name. */
final class BodyError extends StatedCheck {

    static final String ID = "body.error";

    private static final Pattern WORD = Pattern.compile("\\S+");

    BodyError() {
        super(ID, Weight.MUST, Scope.ERROR, "registration-error-codes, error codes");
    }

    @Override
    public Finding examine(CheckInput input) {
        return input.ofErrorObject(error -> {
            var promised = input.expectation().error().name();
            var name = error.path("error");
            if (name.isString() && name.stringValue().equals(promised)) {
                return Finding.holds();
            }
            return Finding.fails(
                    promised,
                    name.isMissingNode() ? "absent" : name.isString() ? shown(name.stringValue()) : name.toString(),
                    SchemaProposer.ofName(input, error));
        });
    }

    /** In quotes where a person would not see otherwise what is wrong with it: a blank, or nothing at all. */
    private static String shown(String name) {
        return WORD.matcher(name).matches() ? name : CheckInput.quoted(name);
    }
}
