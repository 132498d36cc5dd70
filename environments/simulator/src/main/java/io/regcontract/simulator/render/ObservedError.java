package io.regcontract.simulator.render;

import io.regcontract.simulator.error.ApiErrorException;
import io.regcontract.simulator.error.SimulatedErrorCode;
import io.regcontract.simulator.json.Json;
import java.util.LinkedHashMap;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/**
 * An error as the real service was seen to give it, where that is not what the page says.
 *
 * @param fields fields of the answer beyond those that every error has
 */
record ObservedError(int code, String name, String description, Map<String, JsonNode> fields) {

    /** Seen only as a number, in the code of a client; the name is ours. */
    private static final int WRONG_PASSWORD_VALUE = 350;
    /** Known as a number from the vendor's page on searches; the name is ours. */
    private static final int OPERATOR_REMOVED = 485;

    /** Known as a number from the code of clients, which try again with a longer timeout; the name is ours. */
    private static final int SEARCH_TIMED_OUT = 504;

    static ObservedError of(ApiErrorException refusal) {
        return refusal.particular()
                .map(particular -> switch (particular.circumstance()) {
                    case MALFORMED_IP_ADDRESS ->
                        plain(refusal)
                                .as(SimulatedErrorCode.INVALID_ARGUMENT)
                                .withOnly("argument_name", Json.text(particular.subject()));
                    case EMAIL_TAKEN_AT_REGISTRATION ->
                        plain(refusal)
                                .as(SimulatedErrorCode.INVALID_FORM_FIELDS)
                                .withOnly("invalid_fields", invalid(particular.subject(), refusal.description()));
                    case PASSWORD_CHECK_FAILED -> plain(refusal).as(WRONG_PASSWORD_VALUE, "password_incorrect");
                    case FILTER_OPERATOR_REMOVED -> plain(refusal).as(OPERATOR_REMOVED, "invalid_filter_operator");
                    // The text is documented; that it comes with 500 is inferred.
                    case RESERVED_IN_ACCESS_SCHEMA ->
                        new ObservedError(
                                SimulatedErrorCode.UNEXPECTED_ERROR.number(),
                                SimulatedErrorCode.UNEXPECTED_ERROR.documentedName(),
                                "Unexpected internal error",
                                Map.of());
                    case SEARCH_TIMED_OUT -> plain(refusal).as(SEARCH_TIMED_OUT, "search_timed_out");
                    case ARGUMENTS_LISTED, UNKNOWN_ACCESS_TOKEN ->
                        plain(refusal).without("argument_name");
                })
                .orElseGet(() -> plain(refusal));
    }

    private static ObservedError plain(ApiErrorException refusal) {
        var code = refusal.code();
        return new ObservedError(
                code.number(),
                code == SimulatedErrorCode.PASSWORD_REUSED ? "password_unacceptable" : code.documentedName(),
                refusal.description(),
                refusal.fields());
    }

    private ObservedError as(SimulatedErrorCode other) {
        return as(other.number(), other.documentedName());
    }

    private ObservedError as(int otherCode, String otherName) {
        return new ObservedError(otherCode, otherName, description, fields);
    }

    private ObservedError withOnly(String field, JsonNode value) {
        return new ObservedError(code, name, description, Map.of(field, value));
    }

    private ObservedError without(String field) {
        var fewer = new LinkedHashMap<>(fields);
        fewer.remove(field);
        return new ObservedError(code, name, description, fewer);
    }

    private static JsonNode invalid(String field, String message) {
        var invalid = Json.object();
        invalid.putArray(field).add(message);
        return invalid;
    }
}
