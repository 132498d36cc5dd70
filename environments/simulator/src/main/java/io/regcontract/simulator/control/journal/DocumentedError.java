package io.regcontract.simulator.control.journal;

import java.util.Arrays;
import java.util.Optional;

/** The documented errors by name, for tests that ask whether one was met. */
public enum DocumentedError {
    /** 100 missing_argument. */
    MISSING_ARGUMENT(100, "missing_argument"),
    /** 200 invalid_argument. */
    INVALID_ARGUMENT(200, "invalid_argument"),
    /** 201 duplicate_argument. */
    DUPLICATE_ARGUMENT(201, "duplicate_argument"),
    /** 205 invalid_auth_method. */
    INVALID_AUTH_METHOD(205, "invalid_auth_method"),
    /** 210 invalid_credentials. */
    INVALID_CREDENTIALS(210, "invalid_credentials"),
    /** 211 no_password. */
    NO_PASSWORD(211, "no_password"),
    /** 212 no_such_account. */
    NO_SUCH_ACCOUNT(212, "no_such_account"),
    /** 213 password_incorrect. */
    PASSWORD_INCORRECT(213, "password_incorrect"),
    /** 214 password_unacceptable. */
    PASSWORD_UNACCEPTABLE(214, "password_unacceptable"),
    /** 221 unknown_application. */
    UNKNOWN_APPLICATION(221, "unknown_application"),
    /** 222 unknown_entity_type. */
    UNKNOWN_ENTITY_TYPE(222, "unknown_entity_type"),
    /** 223 unknown_attribute. */
    UNKNOWN_ATTRIBUTE(223, "unknown_attribute"),
    /** 224 application_not_found. */
    APPLICATION_NOT_FOUND(224, "application_not_found"),
    /** 226 flow_error. */
    FLOW_ERROR(226, "flow_error"),
    /** 232 entity_type_exists. */
    ENTITY_TYPE_EXISTS(232, "entity_type_exists"),
    /** 233 attribute_exists. */
    ATTRIBUTE_EXISTS(233, "attribute_exists"),
    /** 234 reserved_attribute. */
    RESERVED_ATTRIBUTE(234, "reserved_attribute"),
    /** 300 error_creating_record. */
    ERROR_CREATING_RECORD(300, "error_creating_record"),
    /** 310 record_not_found. */
    RECORD_NOT_FOUND(310, "record_not_found"),
    /** 320 id_in_new_record. */
    ID_IN_NEW_RECORD(320, "id_in_new_record"),
    /** 330 timestamp_mismatch. */
    TIMESTAMP_MISMATCH(330, "timestamp_mismatch"),
    /** 340 invalid_data_format. */
    INVALID_DATA_FORMAT(340, "invalid_data_format"),
    /** 341 invalid_json_type. */
    INVALID_JSON_TYPE(341, "invalid_json_type"),
    /** 342 invalid_date_time. */
    INVALID_DATE_TIME(342, "invalid_date_time"),
    /** 352 unknown_application. */
    PASSWORD_REUSED(352, "unknown_application"),
    /** 360 constraint_violation. */
    CONSTRAINT_VIOLATION(360, "constraint_violation"),
    /** 361 unique_violation. */
    UNIQUE_VIOLATION(361, "unique_violation"),
    /** 362 missing_required_attribute. */
    MISSING_REQUIRED_ATTRIBUTE(362, "missing_required_attribute"),
    /** 363 length_violation. */
    LENGTH_VIOLATION(363, "length_violation"),
    /** 380 email_address_in_use. */
    EMAIL_ADDRESS_IN_USE(380, "email_address_in_use"),
    /** 390 invalid_form_fields. */
    INVALID_FORM_FIELDS(390, "invalid_form_fields"),
    /** 402 invalid_client_credentials. */
    INVALID_CLIENT_CREDENTIALS(402, "invalid_client_credentials"),
    /** 403 client_permission_error. */
    CLIENT_PERMISSION_ERROR(403, "client_permission_error"),
    /** 413 no_access_grant. */
    NO_ACCESS_GRANT(413, "no_access_grant"),
    /** 414 access_token_expired. */
    ACCESS_TOKEN_EXPIRED(414, "access_token_expired"),
    /** 415 authorization_code_expired. */
    AUTHORIZATION_CODE_EXPIRED(415, "authorization_code_expired"),
    /** 416 verification_code_expired. */
    VERIFICATION_CODE_EXPIRED(416, "verification_code_expired"),
    /** 417 creation_token_expired. */
    CREATION_TOKEN_EXPIRED(417, "creation_token_expired"),
    /** 420 redirect_uri_mismatch. */
    REDIRECT_URI_MISMATCH(420, "redirect_uri_mismatch"),
    /** 480 api_feature_disabled. */
    API_FEATURE_DISABLED(480, "api_feature_disabled"),
    /** 500 unexpected_error. */
    UNEXPECTED_ERROR(500, "unexpected_error"),
    /** 510 api_limit_error. */
    API_LIMIT_ERROR(510, "api_limit_error"),
    /** 540 triggered_error. */
    TRIGGERED_ERROR(540, "triggered_error");

    private final int code;
    private final String documentedName;

    DocumentedError(int code, String documentedName) {
        this.code = code;
        this.documentedName = documentedName;
    }

    /** The error with that number; empty when none is documented. */
    public static Optional<DocumentedError> of(int code) {
        return Arrays.stream(values()).filter(error -> error.code == code).findFirst();
    }

    /** The number that stands in {@code code}. */
    public int code() {
        return code;
    }

    /** The name that the documentation gives it; 221 and 352 share one. */
    public String documentedName() {
        return documentedName;
    }
}
