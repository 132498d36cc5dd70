package io.regcontract.check;

/** There is a description a person can read. */
final class DescriptionPresent extends StatedCheck {

    static final String ID = "description.present";

    DescriptionPresent() {
        super(ID, Weight.MUST, Scope.ERROR, "registration-error-codes: error_description is a text description");
    }

    @Override
    public Finding examine(CheckInput input) {
        return input.ofErrorObject(error -> {
            var description = error.path("error_description");
            if (description.isString() && hasWords(description.stringValue())) {
                return Finding.holds();
            }
            return Finding.fails("a text", description.isMissingNode() ? "absent" : description.toString());
        });
    }

    /** Blanks of every sort, and characters without a shape, are nothing a person can read. */
    private static boolean hasWords(String text) {
        return text.codePoints().anyMatch(Character::isLetterOrDigit);
    }
}
