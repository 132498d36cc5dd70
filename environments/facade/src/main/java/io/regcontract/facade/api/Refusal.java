package io.regcontract.facade.api;

import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** A call that is refused with an error of the API. */
public final class Refusal extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final ApiError error;
    private final transient ObjectNode fields = JsonNodeFactory.instance.objectNode();

    Refusal(ApiError error, String description) {
        super(description, null, false, false);
        this.error = error;
    }

    /** Says one thing more about it. */
    public Refusal with(String field, String value) {
        fields.put(field, value);
        return this;
    }

    /** Says one thing more about it. */
    public Refusal with(String field, JsonNode value) {
        fields.set(field, value);
        return this;
    }

    /** Says of fields of a form, by name, what is wrong with them. */
    public Refusal withInvalidFields(Map<String, List<String>> messages) {
        var invalid = fields.putObject("invalid_fields");
        messages.forEach((field, texts) -> {
            var list = invalid.putArray(field);
            texts.forEach(list::add);
        });
        return this;
    }

    /** The error. */
    public ApiError error() {
        return error;
    }

    /** What it says, for people. */
    public String description() {
        return String.valueOf(getMessage());
    }

    /** What it says besides. */
    public ObjectNode fields() {
        return fields;
    }

    /** An argument that is required and missing. */
    public static Refusal missing(String argument) {
        return ApiError.MISSING_ARGUMENT
                .because("missing argument: " + argument)
                .with("argument_name", argument);
    }

    /** An argument that is there and wrong. */
    public static Refusal invalid(String argument, String reason) {
        return ApiError.INVALID_ARGUMENT
                .because(argument + " is not valid: " + reason)
                .with("argument_name", argument);
    }
}
