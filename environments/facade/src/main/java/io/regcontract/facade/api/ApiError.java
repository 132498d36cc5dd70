package io.regcontract.facade.api;

import java.util.Locale;

/** The errors that the facade can answer with: numbers and names, as its makers read them in the vendor's table. */
public enum ApiError {
    MISSING_ARGUMENT(100),
    INVALID_ARGUMENT(200),
    DUPLICATE_ARGUMENT(201),
    INVALID_AUTH_METHOD(205),
    INVALID_CREDENTIALS(210),
    NO_PASSWORD(211),
    NO_SUCH_ACCOUNT(212),
    PASSWORD_INCORRECT(213),
    UNKNOWN_APPLICATION(221),
    UNKNOWN_ENTITY_TYPE(222),
    UNKNOWN_ATTRIBUTE(223),
    APPLICATION_NOT_FOUND(224),
    FLOW_ERROR(226),
    RESERVED_ATTRIBUTE(234),
    ERROR_CREATING_RECORD(300),
    RECORD_NOT_FOUND(310),
    ID_IN_NEW_RECORD(320),
    TIMESTAMP_MISMATCH(330),
    INVALID_DATA_FORMAT(340),
    INVALID_JSON_TYPE(341),
    INVALID_DATE_TIME(342),
    /** The table repeats the name of 221 here. */
    PASSWORD_USED_BEFORE(352),
    CONSTRAINT_VIOLATION(360),
    UNIQUE_VIOLATION(361),
    MISSING_REQUIRED_ATTRIBUTE(362),
    LENGTH_VIOLATION(363),
    EMAIL_ADDRESS_IN_USE(380),
    INVALID_FORM_FIELDS(390),
    INVALID_CLIENT_CREDENTIALS(402),
    CLIENT_PERMISSION_ERROR(403),
    NO_ACCESS_GRANT(413),
    ACCESS_TOKEN_EXPIRED(414),
    AUTHORIZATION_CODE_EXPIRED(415),
    VERIFICATION_CODE_EXPIRED(416),
    REDIRECT_URI_MISMATCH(420),
    API_FEATURE_DISABLED(480),
    UNEXPECTED_ERROR(500),
    API_LIMIT_ERROR(510),
    TRIGGERED_ERROR(540);

    private final int code;

    ApiError(int code) {
        this.code = code;
    }

    /** Its number. */
    public int code() {
        return code;
    }

    /** Its name on the wire. */
    public String wireName() {
        return this == PASSWORD_USED_BEFORE ? UNKNOWN_APPLICATION.wireName() : name().toLowerCase(Locale.ROOT);
    }

    /** A refusal for this reason, described for people. */
    public Refusal because(String description) {
        return new Refusal(this, description);
    }
}
