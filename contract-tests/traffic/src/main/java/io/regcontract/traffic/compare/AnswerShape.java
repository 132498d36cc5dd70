package io.regcontract.traffic.compare;

import io.regcontract.check.answer.Answer;
import io.regcontract.check.answer.Body;
import io.regcontract.contract.text.ServiceText;
import io.regcontract.traffic.answer.JsonType;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import tools.jackson.databind.JsonNode;

/** The forms that the answers of one kind have had. Bounded, as what a service sends is hostile. */
public final class AnswerShape {

    private static final int MOST_FIELDS = 60;
    private static final int MOST_FORMS = 20;
    private static final int LONGEST = 64;
    private static final String TOKEN = "request_token";

    /** What recorded services call it: erratum E-02. */
    private static final String RECORDED_TOKEN = "request_id";

    private static final String NONE = "none";

    private final SortedMap<String, Set<String>> forms = new TreeMap<>();
    private long answers;

    /**
     * The forms of one answer, by the part that has them: {@code status}, {@code content type}, {@code body}; of an error
     * {@code name} and {@code token}; {@code field NAME} for each member of the body.
     */
    public static SortedMap<String, String> of(Answer answer) {
        var shape = new AnswerShape();
        shape.add(answer);
        var forms = new TreeMap<String, String>();
        shape.forms.forEach((part, seen) -> forms.put(part, String.join(" ", seen)));
        return forms;
    }

    /** Adds the forms of an answer. */
    void add(Answer answer) {
        answers++;
        note("status", Integer.toString(answer.status()));
        note("content type", mediaType(answer));
        if (!(answer.json() instanceof Body.Json json) || !json.root().isObject()) {
            note("body", answer.body().isBlank() ? "empty" : "no JSON object");
            return;
        }
        note("body", "JSON object");
        if (answer.isError()) {
            note("name", answer.text("error").orElse(NONE));
            note("token", token(json.root()));
        }
        for (Map.Entry<String, JsonNode> field : json.root().properties()) {
            note("field " + field.getKey(), type(field.getValue()));
        }
    }

    private static String mediaType(Answer answer) {
        return answer.header("Content-Type")
                .map(value -> value.split(";", 2)[0].strip().toLowerCase(Locale.ROOT))
                .orElse(NONE);
    }

    /** What it is called where that is not the documented name, how long it is, and of what. */
    private static String token(JsonNode body) {
        return !body.has(TOKEN) && body.has(RECORDED_TOKEN)
                ? RECORDED_TOKEN + " in its place, " + form(body.path(RECORDED_TOKEN))
                : form(body.path(TOKEN));
    }

    private static String form(JsonNode token) {
        if (token.isMissingNode()) {
            return NONE;
        }
        if (!token.isString()) {
            return "no string";
        }
        var text = token.stringValue();
        var signs = text.matches("[a-z0-9]*")
                ? "a-z and 0-9"
                : text.matches("[A-Za-z0-9]*") ? "letters and 0-9" : "other characters";
        return text.codePointCount(0, text.length()) + " of " + signs;
    }

    private static String type(JsonNode value) {
        if (value.isArray()) {
            var types = new TreeSet<String>();
            value.forEach(element -> types.add(JsonType.of(element)));
            return types.isEmpty() ? "array" : "array of " + String.join(" and ", types);
        }
        return JsonType.of(value);
    }

    private void note(String what, String form) {
        var known = forms.get(bounded(what));
        if (known == null) {
            if (forms.size() >= MOST_FIELDS) {
                return;
            }
            known = new TreeSet<>();
            forms.put(bounded(what), known);
        }
        if (known.size() < MOST_FORMS) {
            known.add(bounded(form));
        }
    }

    private static String bounded(String text) {
        return ServiceText.start(ServiceText.onOneLine(text), LONGEST);
    }

    /** What was seen of each part, by its name. */
    SortedMap<String, Set<String>> forms() {
        return forms;
    }

    /** How many answers had them. */
    long answers() {
        return answers;
    }
}
