package io.regcontract.check;

/** The HTTP status is what the operation promises; the Registration code never becomes the HTTP status. */
final class HttpStatus extends StatedCheck {

    static final String ID = "http.status";

    HttpStatus() {
        super(
                ID,
                Weight.MUST,
                Scope.ANSWER,
                "vendor's error page: every answer is HTTP 200 unless said otherwise; registration-error-codes: the codes are not HTTP codes");
    }

    @Override
    public Finding examine(CheckInput input) {
        var promised = input.expectation().status();
        var actual = input.answer().status();
        if (actual == promised) {
            return Finding.holds();
        }
        return Finding.fails(
                "HTTP " + promised,
                "HTTP " + actual
                        + (actual == input.expectation().error().code().code()
                                ? ", the Registration code mirrored into the HTTP status"
                                : ""));
    }
}
