package io.regcontract.suite.redaction;

import io.regcontract.contract.MultiPatternSearch;
import java.util.List;

/** Replaces all forms of all known secrets in one pass over a text. Not thread-safe. */
final class SecretMatcher {

    /** Forms are found by how they begin, so that none may be shorter. */
    static final int BEGINNING = 6;

    private final MultiPatternSearch<String> variables = new MultiPatternSearch<>(BEGINNING);

    /** Adds a form, unless it is known already. */
    void add(String text, String variable) {
        variables.add(text, variable);
    }

    /** Adds a form that is found when at least its first characters are there. */
    void add(String text, int shortest, String variable) {
        variables.add(text, shortest, variable);
    }

    /** The text with every form replaced by its variable. */
    String replaced(String text) {
        var found = in(text);
        if (found.isEmpty()) {
            return text;
        }
        var replaced = new StringBuilder();
        var copied = 0;
        for (var form : found) {
            replaced.append(text, copied, form.from()).append(form.value());
            copied = form.to();
        }
        return replaced.append(text, copied, text.length()).toString();
    }

    /** Where forms stand in a text, in order; none overlaps another. */
    List<MultiPatternSearch.Match<String>> in(String text) {
        return variables.findApart(text);
    }
}
