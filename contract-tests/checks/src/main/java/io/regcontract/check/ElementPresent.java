package io.regcontract.check;

import io.regcontract.check.answer.Body;

/** An error inside a success: the call succeeds, and the result at its place is an error object. */
final class ElementPresent extends StatedCheck {

    static final String ID = "element.present";

    ElementPresent() {
        super(
                ID,
                Weight.MUST,
                Scope.ANSWER,
                "recorded answers: a record that fails is an error object among the results (reading: bulk-create)");
    }

    @Override
    public Finding examine(CheckInput input) {
        var element = input.expectation().element();
        if (element.isEmpty()) {
            return Finding.notApplicable("the error is the answer: see " + AnswerFailure.ID);
        }
        if (!(input.answer().json() instanceof Body.Json)) {
            return Finding.notApplicable("no JSON: see " + BodyJson.ID);
        }
        if (input.answer().status() != input.expectation().status()) {
            return Finding.notApplicable("another HTTP status than promised: see " + HttpStatus.ID);
        }
        var expected = "a success with an error at " + element.get();
        if (!input.answer().isSuccess()) {
            return Finding.fails(expected, "no success: " + input.answer().body());
        }
        return input.answer()
                .element(element.get())
                .map(part -> part.isError() ? Finding.holds() : Finding.fails(expected, "there is " + part.body()))
                .orElseGet(() -> Finding.fails(expected, "there is nothing"));
    }
}
