package io.regcontract.contract;

import io.regcontract.contract.model.ErrorCode;
import java.util.List;
import java.util.stream.Stream;

/**
 * The facts of the page of the error codes, copied from it by hand: no data file was looked at, and nothing here may be derived from one. A parent of 0
 * stands for none.
 */
record DocumentationFacts(int code, ErrorCode constant, String name, String category, List<String> ranges, int parent) {

    /** "A generated string of 16 characters". */
    static final int REQUEST_TOKEN_LENGTH = 16;

    static final List<DocumentationFacts> ALL = List.of(
            new DocumentationFacts(
                    100, ErrorCode.MISSING_ARGUMENT, "missing_argument", "missing-argument", List.of("100"), 0),
            new DocumentationFacts(
                    200, ErrorCode.INVALID_ARGUMENT, "invalid_argument", "invalid-argument", List.of("200-399"), 0),
            new DocumentationFacts(
                    201,
                    ErrorCode.DUPLICATE_ARGUMENT,
                    "duplicate_argument",
                    "invalid-argument",
                    List.of("200-399"),
                    200),
            new DocumentationFacts(
                    205,
                    ErrorCode.INVALID_AUTH_METHOD,
                    "invalid_auth_method",
                    "invalid-argument",
                    List.of("200-399"),
                    200),
            new DocumentationFacts(
                    210,
                    ErrorCode.INVALID_CREDENTIALS,
                    "invalid_credentials",
                    "invalid-argument",
                    List.of("200-399"),
                    200),
            new DocumentationFacts(
                    211, ErrorCode.NO_PASSWORD, "no_password", "invalid-argument", List.of("200-399"), 210),
            new DocumentationFacts(
                    212, ErrorCode.NO_SUCH_ACCOUNT, "no_such_account", "invalid-argument", List.of("200-399"), 210),
            new DocumentationFacts(
                    213,
                    ErrorCode.PASSWORD_INCORRECT,
                    "password_incorrect",
                    "invalid-argument",
                    List.of("200-399"),
                    210),
            new DocumentationFacts(
                    214,
                    ErrorCode.PASSWORD_UNACCEPTABLE,
                    "password_unacceptable",
                    "invalid-argument",
                    List.of("200-399"),
                    210),
            new DocumentationFacts(
                    221,
                    ErrorCode.UNKNOWN_APPLICATION,
                    "unknown_application",
                    "invalid-argument",
                    List.of("200-399"),
                    200),
            new DocumentationFacts(
                    222,
                    ErrorCode.UNKNOWN_ENTITY_TYPE,
                    "unknown_entity_type",
                    "invalid-argument",
                    List.of("200-399"),
                    200),
            new DocumentationFacts(
                    223, ErrorCode.UNKNOWN_ATTRIBUTE, "unknown_attribute", "invalid-argument", List.of("200-399"), 200),
            new DocumentationFacts(
                    224,
                    ErrorCode.APPLICATION_NOT_FOUND,
                    "application_not_found",
                    "invalid-argument",
                    List.of("200-399"),
                    200),
            new DocumentationFacts(
                    226, ErrorCode.FLOW_ERROR, "flow_error", "invalid-argument", List.of("200-399"), 200),
            new DocumentationFacts(
                    232,
                    ErrorCode.ENTITY_TYPE_EXISTS,
                    "entity_type_exists",
                    "invalid-argument",
                    List.of("200-399"),
                    200),
            new DocumentationFacts(
                    233, ErrorCode.ATTRIBUTE_EXISTS, "attribute_exists", "invalid-argument", List.of("200-399"), 200),
            new DocumentationFacts(
                    234,
                    ErrorCode.RESERVED_ATTRIBUTE,
                    "reserved_attribute",
                    "invalid-argument",
                    List.of("200-399"),
                    200),
            new DocumentationFacts(
                    300,
                    ErrorCode.ERROR_CREATING_RECORD,
                    "error_creating_record",
                    "record",
                    List.of("200-399", "300-399"),
                    0),
            new DocumentationFacts(
                    310, ErrorCode.RECORD_NOT_FOUND, "record_not_found", "record", List.of("200-399", "300-399"), 300),
            new DocumentationFacts(
                    320, ErrorCode.ID_IN_NEW_RECORD, "id_in_new_record", "record", List.of("200-399", "300-399"), 300),
            new DocumentationFacts(
                    330,
                    ErrorCode.TIMESTAMP_MISMATCH,
                    "timestamp_mismatch",
                    "record",
                    List.of("200-399", "300-399"),
                    300),
            new DocumentationFacts(
                    340,
                    ErrorCode.INVALID_DATA_FORMAT,
                    "invalid_data_format",
                    "data-type",
                    List.of("200-399", "300-399", "340-369", "340-359"),
                    300),
            new DocumentationFacts(
                    341,
                    ErrorCode.INVALID_JSON_TYPE,
                    "invalid_json_type",
                    "data-type",
                    List.of("200-399", "300-399", "340-369", "340-359"),
                    340),
            new DocumentationFacts(
                    342,
                    ErrorCode.INVALID_DATE_TIME,
                    "invalid_date_time",
                    "data-type",
                    List.of("200-399", "300-399", "340-369", "340-359"),
                    340),
            new DocumentationFacts(
                    352,
                    ErrorCode.PASSWORD_IN_HISTORY,
                    "unknown_application",
                    "data-type",
                    List.of("200-399", "300-399", "340-369", "340-359"),
                    300),
            new DocumentationFacts(
                    360,
                    ErrorCode.CONSTRAINT_VIOLATION,
                    "constraint_violation",
                    "constraint",
                    List.of("200-399", "300-399", "340-369", "360-379"),
                    300),
            new DocumentationFacts(
                    361,
                    ErrorCode.UNIQUE_VIOLATION,
                    "unique_violation",
                    "constraint",
                    List.of("200-399", "300-399", "340-369", "360-379"),
                    360),
            new DocumentationFacts(
                    362,
                    ErrorCode.MISSING_REQUIRED_ATTRIBUTE,
                    "missing_required_attribute",
                    "constraint",
                    List.of("200-399", "300-399", "340-369", "360-379"),
                    360),
            new DocumentationFacts(
                    363,
                    ErrorCode.LENGTH_VIOLATION,
                    "length_violation",
                    "constraint",
                    List.of("200-399", "300-399", "340-369", "360-379"),
                    360),
            new DocumentationFacts(
                    380,
                    ErrorCode.EMAIL_ADDRESS_IN_USE,
                    "email_address_in_use",
                    "form",
                    List.of("200-399", "300-399"),
                    300),
            new DocumentationFacts(
                    390,
                    ErrorCode.INVALID_FORM_FIELDS,
                    "invalid_form_fields",
                    "form",
                    List.of("200-399", "300-399"),
                    300),
            new DocumentationFacts(
                    402,
                    ErrorCode.INVALID_CLIENT_CREDENTIALS,
                    "invalid_client_credentials",
                    "authentication-and-permission",
                    List.of("400-499"),
                    0),
            new DocumentationFacts(
                    403,
                    ErrorCode.CLIENT_PERMISSION_ERROR,
                    "client_permission_error",
                    "authentication-and-permission",
                    List.of("400-499"),
                    0),
            new DocumentationFacts(
                    413,
                    ErrorCode.NO_ACCESS_GRANT,
                    "no_access_grant",
                    "authentication-and-permission",
                    List.of("400-499"),
                    0),
            new DocumentationFacts(
                    414,
                    ErrorCode.ACCESS_TOKEN_EXPIRED,
                    "access_token_expired",
                    "authentication-and-permission",
                    List.of("400-499"),
                    0),
            new DocumentationFacts(
                    415,
                    ErrorCode.AUTHORIZATION_CODE_EXPIRED,
                    "authorization_code_expired",
                    "authentication-and-permission",
                    List.of("400-499"),
                    0),
            new DocumentationFacts(
                    416,
                    ErrorCode.VERIFICATION_CODE_EXPIRED,
                    "verification_code_expired",
                    "authentication-and-permission",
                    List.of("400-499"),
                    0),
            new DocumentationFacts(
                    417,
                    ErrorCode.CREATION_TOKEN_EXPIRED,
                    "creation_token_expired",
                    "authentication-and-permission",
                    List.of("400-499"),
                    0),
            new DocumentationFacts(
                    420,
                    ErrorCode.REDIRECT_URI_MISMATCH,
                    "redirect_uri_mismatch",
                    "authentication-and-permission",
                    List.of("400-499"),
                    0),
            new DocumentationFacts(
                    480,
                    ErrorCode.API_FEATURE_DISABLED,
                    "api_feature_disabled",
                    "authentication-and-permission",
                    List.of("400-499"),
                    0),
            new DocumentationFacts(
                    500, ErrorCode.UNEXPECTED_ERROR, "unexpected_error", "unexpected", List.of("500+"), 0),
            new DocumentationFacts(
                    510, ErrorCode.API_LIMIT_ERROR, "api_limit_error", "unexpected", List.of("500+"), 500),
            new DocumentationFacts(
                    540, ErrorCode.TRIGGERED_ERROR, "triggered_error", "unexpected", List.of("500+"), 500));

    static Stream<DocumentationFacts> all() {
        return ALL.stream();
    }

    @Override
    public String toString() {
        return code + " " + name;
    }
}
