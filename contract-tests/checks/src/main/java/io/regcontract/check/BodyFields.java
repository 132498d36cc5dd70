package io.regcontract.check;

import java.util.ArrayList;
import java.util.TreeMap;

/** The extra fields that belong to this condition are there, with the values it gives them. */
final class BodyFields extends StatedCheck {

    static final String ID = "body.fields";

    BodyFields() {
        super(
                ID,
                Weight.MUST,
                Scope.ERROR,
                "extra fields known of the code: vendor's client libraries and documented samples");
    }

    @Override
    public Finding examine(CheckInput input) {
        if (input.expectation().fields().isEmpty()) {
            return Finding.notApplicable("this condition is not known to carry extra fields");
        }
        return input.ofErrorObject(error -> {
            var expected = new ArrayList<String>();
            var actual = new ArrayList<String>();
            new TreeMap<>(input.expectation().fields()).forEach((name, value) -> {
                var member = error.path(name);
                var present = !member.isMissingNode() && !member.isNull();
                var text = member.isString() ? member.stringValue() : member.toString();
                if (!present || !(value.equals(Expectation.ANY) || value.equals(text))) {
                    expected.add(value.equals(Expectation.ANY) ? name : name + " " + CheckInput.quoted(value));
                    actual.add(!present ? "absent" : member.isString() ? CheckInput.quoted(text) : text);
                }
            });
            return expected.isEmpty()
                    ? Finding.holds()
                    : Finding.fails(String.join(", ", expected), String.join(", ", actual));
        });
    }
}
