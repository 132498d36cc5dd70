package io.regcontract.check;

import java.util.stream.Stream;

/** The text the page gives to the letter is there, in the description, the message or an invalid field. */
final class BodyLiteral extends StatedCheck {

    static final String ID = "body.literal";

    BodyLiteral() {
        super(ID, Weight.MUST, Scope.ERROR, "registration-error-codes#390: the one text it gives to the letter");
    }

    @Override
    public Finding examine(CheckInput input) {
        var promised = input.expectation().literal();
        if (promised.isEmpty()) {
            return Finding.notApplicable("the page promises no text to the letter here");
        }
        return input.ofErrorObject(error -> {
            var places = Stream.concat(
                    Stream.of(error.path("error_description"), error.path("message")),
                    error.path("invalid_fields")
                            .valueStream()
                            .flatMap(messages -> messages.isArray() ? messages.valueStream() : Stream.of(messages)));
            return places.anyMatch(
                            place -> place.isString() && place.stringValue().equals(promised.get()))
                    ? Finding.holds()
                    : Finding.fails(
                            CheckInput.quoted(promised.get()),
                            error.path("error_description").toString());
        });
    }
}
