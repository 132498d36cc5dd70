package io.regcontract.contract.model;

import io.regcontract.contract.Contract;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * The documented codes, for use at compile time. The names of the constants are ours: 221 and 352 share a documented name, so an error is known by
 * its code. What is documented about a code stands in its schema file: {@link Contract#error(ErrorCode)}.
 */
public enum ErrorCode {
    MISSING_ARGUMENT(100),
    INVALID_ARGUMENT(200),
    DUPLICATE_ARGUMENT(201),
    INVALID_AUTH_METHOD(205),
    INVALID_CREDENTIALS(210),
    NO_PASSWORD(211),
    NO_SUCH_ACCOUNT(212),
    PASSWORD_INCORRECT(213),
    PASSWORD_UNACCEPTABLE(214),
    UNKNOWN_APPLICATION(221),
    UNKNOWN_ENTITY_TYPE(222),
    UNKNOWN_ATTRIBUTE(223),
    APPLICATION_NOT_FOUND(224),
    FLOW_ERROR(226),
    ENTITY_TYPE_EXISTS(232),
    ATTRIBUTE_EXISTS(233),
    RESERVED_ATTRIBUTE(234),
    ERROR_CREATING_RECORD(300),
    RECORD_NOT_FOUND(310),
    ID_IN_NEW_RECORD(320),
    TIMESTAMP_MISMATCH(330),
    INVALID_DATA_FORMAT(340),
    INVALID_JSON_TYPE(341),
    INVALID_DATE_TIME(342),
    PASSWORD_IN_HISTORY(352),
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
    CREATION_TOKEN_EXPIRED(417),
    REDIRECT_URI_MISMATCH(420),
    API_FEATURE_DISABLED(480),
    UNEXPECTED_ERROR(500),
    API_LIMIT_ERROR(510),
    TRIGGERED_ERROR(540);

    private static final Map<Integer, ErrorCode> BY_CODE =
            Arrays.stream(values()).collect(Collectors.toUnmodifiableMap(ErrorCode::code, Function.identity()));

    private final int code;

    ErrorCode(int code) {
        this.code = code;
    }

    /** The number as it stands in {@code code} of an answer. */
    public int code() {
        return code;
    }

    /** The documented code with this number, or nothing when the documentation does not list it. */
    public static Optional<ErrorCode> of(int code) {
        return Optional.ofNullable(BY_CODE.get(code));
    }
}
