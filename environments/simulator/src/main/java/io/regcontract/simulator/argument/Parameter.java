package io.regcontract.simulator.argument;

import java.util.List;
import java.util.Optional;

/**
 * A parameter that an operation declares.
 *
 * @param least for whole numbers: the smallest one
 * @param most for whole numbers: the largest one
 * @param mayBeEmpty whether an empty value is a value
 * @param setting the setting that stands in when the parameter is absent
 * @param fallback the value that stands in when parameter and setting are absent
 * @param choices the texts that it may be; none when it may be any
 * @param otherName what some programs call it
 */
public record Parameter(
        String name,
        Presence presence,
        Kind kind,
        long least,
        long most,
        boolean mayBeEmpty,
        Optional<String> setting,
        Optional<String> fallback,
        List<String> choices,
        Optional<String> otherName) {

    /** When a parameter must be there. */
    public enum Presence {
        REQUIRED,
        OPTIONAL,
        /** An access token of a user, or a creation token, says it all. */
        REQUIRED_WITHOUT_TOKEN,
        /** Beside a token, which says which record is meant, only compared with that record. */
        COMPARED_WITH_TOKEN;

        /** Whether a call without the parameter lacks something. */
        public boolean isNeeded(boolean withToken) {
            return switch (this) {
                case REQUIRED -> true;
                case OPTIONAL, COMPARED_WITH_TOKEN -> false;
                case REQUIRED_WITHOUT_TOKEN -> !withToken;
            };
        }
    }

    /** What the text of a parameter must be. */
    public enum Kind {
        TEXT,
        JSON,
        JSON_ARRAY,
        JSON_OBJECT,
        JSON_TEXT,
        JSON_TEXTS,
        JSON_TEXTS_BY_NAME,
        WHOLE,
        FLAG,
        UUID,
        TIME,
        PATH
    }

    /** A text that every call must have. */
    public static Parameter required(String name) {
        return new Parameter(
                name,
                Presence.REQUIRED,
                Kind.TEXT,
                0,
                Long.MAX_VALUE,
                false,
                Optional.empty(),
                Optional.empty(),
                List.of(),
                Optional.empty());
    }

    /** A text that a call may have. */
    public static Parameter optional(String name) {
        return required(name).with(Presence.OPTIONAL);
    }

    /** A text that a call must have unless it has an access token or a creation token. */
    public static Parameter requiredWithoutToken(String name) {
        return required(name).with(Presence.REQUIRED_WITHOUT_TOKEN);
    }

    /** A way to name a record, which must name the token's own when a token names one. */
    public static Parameter selector(String name) {
        return required(name).with(Presence.COMPARED_WITH_TOKEN);
    }

    /** Any JSON value. */
    public Parameter json() {
        return with(Kind.JSON);
    }

    /** A JSON array. */
    public Parameter jsonArray() {
        return with(Kind.JSON_ARRAY);
    }

    /** A JSON object. */
    public Parameter jsonObject() {
        return with(Kind.JSON_OBJECT);
    }

    /** A JSON array of strings. */
    public Parameter jsonTexts() {
        return with(Kind.JSON_TEXTS);
    }

    /** A JSON string, or null. */
    public Parameter jsonText() {
        return with(Kind.JSON_TEXT);
    }

    /** A JSON object whose values are strings. */
    public Parameter jsonTextsByName() {
        return with(Kind.JSON_TEXTS_BY_NAME);
    }

    /** A text that is one of several. */
    public Parameter oneOf(String... texts) {
        return new Parameter(
                name, presence, kind, least, most, mayBeEmpty, setting, fallback, List.of(texts), otherName);
    }

    /** A whole number within bounds, both of them allowed. */
    public Parameter whole(long smallest, long largest) {
        return new Parameter(
                name, presence, Kind.WHOLE, smallest, largest, mayBeEmpty, setting, fallback, choices, otherName);
    }

    /** true or false. */
    public Parameter flag() {
        return with(Kind.FLAG);
    }

    /** A uuid. */
    public Parameter uuid() {
        return with(Kind.UUID);
    }

    /** A point in time. */
    public Parameter time() {
        return with(Kind.TIME);
    }

    /** The path of an attribute. */
    public Parameter path() {
        return with(Kind.PATH);
    }

    /** Takes an empty value as a value. */
    public Parameter orEmpty() {
        return new Parameter(name, presence, kind, least, most, true, setting, fallback, choices, otherName);
    }

    /** Takes the value of a setting when the parameter is absent. */
    public Parameter orSetting(String key) {
        return new Parameter(
                name, presence, kind, least, most, mayBeEmpty, Optional.of(key), fallback, choices, otherName);
    }

    /** Takes a fixed value when parameter and setting are absent. */
    public Parameter orElse(String value) {
        return new Parameter(
                name, presence, kind, least, most, mayBeEmpty, setting, Optional.of(value), choices, otherName);
    }

    /** What some programs call it: taken where its own name was not sent. */
    public Parameter orNamed(String other) {
        return new Parameter(
                name, presence, kind, least, most, mayBeEmpty, setting, fallback, choices, Optional.of(other));
    }

    private Parameter with(Kind other) {
        return new Parameter(name, presence, other, least, most, mayBeEmpty, setting, fallback, choices, otherName);
    }

    private Parameter with(Presence other) {
        return new Parameter(name, other, kind, least, most, mayBeEmpty, setting, fallback, choices, otherName);
    }
}
