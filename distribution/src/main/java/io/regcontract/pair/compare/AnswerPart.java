package io.regcontract.pair.compare;

import java.util.Map;
import java.util.Set;

/**
 * The part of an answer that a check looks at.
 *
 * @param name as a difference has it; of a check without a part of its own, the check
 * @param fields whether it is any of the fields
 */
record AnswerPart(String name, boolean fields) {

    static final String CODE = "code";
    static final String NAME = "name";
    static final String TOKEN = "token";
    static final String BODY = "body";
    static final String STATUS = "status";
    static final String TYPE = "content type";
    static final String STAT = "field stat";
    static final String DESCRIPTION = "field error_description";
    static final String FIELD = "field ";
    static final String FIELDS = "fields";

    /** They are about fields, and fail along with what is told by its own name. */
    private static final Set<String> OF_FIELDS = Set.of("body.schema", "body.envelope", "body.fields");

    private static final Map<String, String> PART_OF = Map.ofEntries(
            Map.entry("http.status", STATUS),
            Map.entry("http.content-type", TYPE),
            Map.entry("body.json", BODY),
            Map.entry("body.code", CODE),
            Map.entry("body.code.integer", CODE),
            Map.entry("body.one-of", CODE),
            Map.entry("answer.failure", CODE),
            Map.entry("body.error", NAME),
            Map.entry("description.present", DESCRIPTION),
            Map.entry("token.present", TOKEN),
            Map.entry("token.length", TOKEN),
            Map.entry("token.blank-free", TOKEN),
            Map.entry("token.characters", TOKEN));

    static AnswerPart of(String check) {
        boolean fields = OF_FIELDS.contains(check);
        return new AnswerPart(fields ? FIELDS : PART_OF.getOrDefault(check, check), fields);
    }

    /** Whether a difference is about it. */
    boolean holds(String about) {
        return about.equals(name) || (fields && about.startsWith(FIELD));
    }
}
