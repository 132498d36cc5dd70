package io.regcontract.simulator.error;

import io.regcontract.simulator.json.Json;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import tools.jackson.databind.JsonNode;

/**
 * A call that the state of the application forbids: thrown where the condition arises, rendered by the dialect.
 * It carries no stack trace, because it is an answer and not an accident.
 */
public final class ApiErrorException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final SimulatedErrorCode code;
    private final transient Map<String, JsonNode> fields;
    private final transient Optional<SpecificCause> particular;
    private final transient Optional<String> silent;

    /**
     * What exactly happened, for dialects that distinguish more than the code does.
     *
     * @param subject what it happened to, as the circumstance says; may be empty
     */
    public record SpecificCause(ErrorCause circumstance, String subject) {}

    ApiErrorException(SimulatedErrorCode code, String description) {
        this(code, description, Map.of(), Optional.empty(), Optional.empty());
    }

    private ApiErrorException(
            SimulatedErrorCode code,
            String description,
            Map<String, JsonNode> fields,
            Optional<SpecificCause> particular,
            Optional<String> silent) {
        super(description, null, false, false);
        this.code = code;
        this.fields = fields;
        this.particular = particular;
        this.silent = silent;
    }

    /** The same refusal with one more field of the answer. */
    public ApiErrorException with(String field, String value) {
        return with(field, Json.text(value));
    }

    /** The same refusal with one more field of the answer. */
    public ApiErrorException with(String field, JsonNode value) {
        var more = new LinkedHashMap<>(fields);
        more.put(field, value);
        return new ApiErrorException(code, description(), more, particular, silent);
    }

    /** The same refusal, marked with what exactly happened. */
    public ApiErrorException in(ErrorCause circumstance) {
        return in(circumstance, "");
    }

    /** The same refusal, marked with what exactly happened to what. */
    public ApiErrorException in(ErrorCause circumstance, String subject) {
        return new ApiErrorException(
                code, description(), fields, Optional.of(new SpecificCause(circumstance, subject)), silent);
    }

    /** The same refusal, about an attribute that the answer has no field for. */
    public ApiErrorException about(String attribute) {
        return new ApiErrorException(code, description(), fields, particular, Optional.of(attribute));
    }

    /** The same refusal with every text of it, and of its fields, rewritten. */
    public ApiErrorException rewritten(UnaryOperator<String> change) {
        if (fields.isEmpty() && particular.isEmpty()) {
            var changed = change.apply(description());
            return changed.equals(description())
                    ? this
                    : new ApiErrorException(code, changed, fields, particular, silent);
        }
        var others = new LinkedHashMap<String, JsonNode>();
        fields.forEach((name, value) -> others.put(name, rewritten(value, change)));
        return new ApiErrorException(
                code,
                change.apply(description()),
                others,
                particular.map(known -> new SpecificCause(known.circumstance(), change.apply(known.subject()))),
                silent);
    }

    private static JsonNode rewritten(JsonNode value, UnaryOperator<String> change) {
        if (value.isString()) {
            return Json.text(change.apply(value.stringValue()));
        }
        if (value.isArray()) {
            var others = Json.array();
            value.values().forEach(element -> others.add(rewritten(element, change)));
            return others;
        }
        if (value.isObject()) {
            var others = Json.object();
            value.properties()
                    .forEach(member -> others.set(change.apply(member.getKey()), rewritten(member.getValue(), change)));
            return others;
        }
        return value;
    }

    /** Path of the attribute it is about, whether or not the answer names it in a field. */
    public Optional<String> attribute() {
        return silent.or(() -> Optional.ofNullable(fields.get("attribute_name")).map(JsonNode::stringValue));
    }

    /** The code of the error. */
    public SimulatedErrorCode code() {
        return code;
    }

    /** The text of the error, for people. */
    public String description() {
        return String.valueOf(getMessage());
    }

    /** Fields of the answer beyond those that every error has. */
    public Map<String, JsonNode> fields() {
        return fields;
    }

    /** The exact cause, for dialects that tell causes of one code apart. */
    public Optional<SpecificCause> particular() {
        return particular;
    }
}
