package io.regcontract.suite.sabotage;

import io.regcontract.contract.model.ErrorCode;
import java.util.Optional;

/**
 * The HTTP status that an implementer would pick who confuses Registration codes with HTTP statuses. The pairing is
 * ours; no page documents it.
 */
final class LookalikeStatus {

    private static final int FORBIDDEN = 403;
    private static final int INTERNAL_SERVER_ERROR = 500;

    private LookalikeStatus() {}

    /** The status for a code; empty where the code already equals it. */
    static Optional<Integer> of(ErrorCode code) {
        var status = status(code);
        return status == code.code() ? Optional.empty() : Optional.of(status);
    }

    private static int status(ErrorCode code) {
        return switch (code) {
            case MISSING_ARGUMENT,
                    INVALID_ARGUMENT,
                    ID_IN_NEW_RECORD,
                    INVALID_DATA_FORMAT,
                    INVALID_JSON_TYPE,
                    INVALID_DATE_TIME,
                    MISSING_REQUIRED_ATTRIBUTE,
                    LENGTH_VIOLATION,
                    INVALID_FORM_FIELDS,
                    AUTHORIZATION_CODE_EXPIRED,
                    REDIRECT_URI_MISMATCH -> 400;
            case INVALID_AUTH_METHOD,
                    INVALID_CREDENTIALS,
                    NO_PASSWORD,
                    PASSWORD_INCORRECT,
                    INVALID_CLIENT_CREDENTIALS,
                    ACCESS_TOKEN_EXPIRED -> 401;
            case CLIENT_PERMISSION_ERROR, NO_ACCESS_GRANT -> FORBIDDEN;
            case NO_SUCH_ACCOUNT,
                    UNKNOWN_APPLICATION,
                    UNKNOWN_ENTITY_TYPE,
                    UNKNOWN_ATTRIBUTE,
                    APPLICATION_NOT_FOUND,
                    RECORD_NOT_FOUND -> 404;
            case DUPLICATE_ARGUMENT,
                    ENTITY_TYPE_EXISTS,
                    ATTRIBUTE_EXISTS,
                    RESERVED_ATTRIBUTE,
                    UNIQUE_VIOLATION,
                    EMAIL_ADDRESS_IN_USE -> 409;
            case VERIFICATION_CODE_EXPIRED, CREATION_TOKEN_EXPIRED -> 410;
            case TIMESTAMP_MISMATCH -> 412;
            case PASSWORD_UNACCEPTABLE, PASSWORD_IN_HISTORY, CONSTRAINT_VIOLATION -> 422;
            case API_LIMIT_ERROR -> 429;
            case FLOW_ERROR, ERROR_CREATING_RECORD, UNEXPECTED_ERROR -> INTERNAL_SERVER_ERROR;
            case TRIGGERED_ERROR -> 502;
            case API_FEATURE_DISABLED -> 503;
        };
    }
}
