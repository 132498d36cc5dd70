package io.regcontract.contract.model;

import java.util.List;
import java.util.Locale;

/**
 * What a parameter may hold, and what comes of it when it does not. There is one for each {@link Kind}; {@code parameter-types.yaml} holds them.
 *
 * @param kind what it is
 * @param emptyIsAbsent whether a parameter that is sent without a value counts as left out; otherwise the empty text is a value like any other
 * @param whenMissing the error when a required parameter of this type is left out
 * @param wrongValues values that no parameter of this type takes; empty when by itself no text is wrong
 */
public record ParameterType(
        Kind kind, boolean emptyIsAbsent, Operation.KnownError whenMissing, List<WrongValue> wrongValues) {

    public ParameterType {
        wrongValues = List.copyOf(wrongValues);
    }

    /** Its name in the data files. */
    @Override
    public String toString() {
        return kind.toString();
    }

    /** The closed set of the types; each is described in {@code meta/parameter-types.schema.json}. */
    public enum Kind {
        STRING,
        TEXT,
        CHOICE,
        INTEGER,
        SECONDS,
        BOOLEAN,
        DATE_TIME,
        UUID,
        URI,
        PATH,
        TYPE_NAME,
        CLIENT_ID,
        FILTER,
        TOKEN,
        CALLER,
        FLOW_NAME,
        FLOW_VERSION,
        FORM_NAME,
        FORM_FIELD,
        JSON,
        JSON_STRING,
        JSON_OBJECT,
        JSON_OBJECT_OF_STRING,
        JSON_ATTRIBUTE_DEFINITION,
        JSON_ARRAY_OF_STRING,
        JSON_ARRAY_OF_CHOICE,
        JSON_ARRAY_OF_CIDR,
        JSON_ARRAY_OF_PATH,
        JSON_ARRAY_OF_OBJECT,
        JSON_ARRAY_OF_ATTRIBUTE_DEFINITION;

        /** Its name in the data files. */
        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }
}
