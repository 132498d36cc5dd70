package io.regcontract.contract.model;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * All that is documented about one error.
 *
 * @param code the code
 * @param name the documented value of {@code error}; not unique, see erratum E-13
 * @param title the title of its schema: the name
 * @param description what the error means, in one sentence
 * @param category the group it is reported under, see {@code contract/meta/error.schema.json}
 * @param condition what makes the error happen, in one sentence
 * @param section where it is documented: page and anchor
 * @param errata ids of the errata that concern it
 * @param extraFields the fields it is known to carry beyond the envelope, in the order of its schema, each with its meaning; none of them is promised
 */
public record DocumentedError(
        ErrorCode code,
        String name,
        String title,
        String description,
        String category,
        String condition,
        String section,
        List<String> errata,
        Map<String, String> extraFields) {

    public DocumentedError {
        errata = List.copyOf(errata);
        extraFields = Collections.unmodifiableMap(new LinkedHashMap<>(extraFields));
    }
}
