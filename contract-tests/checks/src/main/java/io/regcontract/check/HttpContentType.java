package io.regcontract.check;

import io.regcontract.check.answer.Body;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** JSON is announced as JSON. */
final class HttpContentType extends StatedCheck {

    static final String ID = "http.content-type";

    private static final Pattern JSON = Pattern.compile("application/json\\s*(;\\s*charset=\"?utf-8\"?\\s*)?");

    HttpContentType() {
        super(ID, Weight.MUST, Scope.ANSWER, "vendor's error page: application/json");
    }

    @Override
    public Finding examine(CheckInput input) {
        if (input.answer().json() instanceof Body.NotJson) {
            return Finding.notApplicable("no JSON: see " + BodyJson.ID);
        }
        // All of them: a second one is a contradiction that a reader of the first would not see.
        var actual = input.answer().headers().stream()
                .filter(header -> header.name().equalsIgnoreCase("Content-Type"))
                .map(header -> header.value().strip())
                .collect(Collectors.joining(", "));
        return JSON.matcher(actual.toLowerCase(Locale.ROOT)).matches()
                ? Finding.holds()
                : Finding.fails("application/json", actual.isEmpty() ? "no Content-Type" : actual);
    }
}
