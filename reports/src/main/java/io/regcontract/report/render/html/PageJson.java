package io.regcontract.report.render.html;

import io.regcontract.report.judge.VerdictCounts;
import io.regcontract.report.render.TruncatedText;
import java.util.Locale;
import tools.jackson.core.JsonGenerator;

/** The values of which the data of the page consist, each text of a service bounded. */
final class PageJson {

    private static final int LONGEST_TEXT = 2_000;

    private PageJson() {}

    static void counts(JsonGenerator json, String name, VerdictCounts counts) {
        json.writeObjectPropertyStart(name);
        json.writeNumberProperty("total", counts.total());
        for (var verdict : counts.verdicts()) {
            json.writeNumberProperty(verdict.word(), counts.of(verdict));
        }
        json.writeEndObject();
    }

    static void strings(JsonGenerator json, String name, Iterable<String> texts) {
        json.writeArrayPropertyStart(name);
        for (var text : texts) {
            json.writeString(TruncatedText.text(text, LONGEST_TEXT));
        }
        json.writeEndArray();
    }

    static void optional(JsonGenerator json, String name, String text) {
        if (!text.isEmpty()) {
            text(json, name, text);
        }
    }

    static void text(JsonGenerator json, String name, String text) {
        json.writeStringProperty(name, TruncatedText.text(text, LONGEST_TEXT));
    }

    static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
