package io.regcontract.simulator.error;

import io.regcontract.simulator.json.Json;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/**
 * A call that a condition of the world forbids: thrown where the condition arises, rendered where the dialect is known.
 * It carries no stack trace, because it is an answer and not an accident.
 */
public final class Refusal extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final ErrorCode code;
    private final transient Map<String, JsonNode> fields;
    private final transient Optional<Circumstance> circumstance;

    Refusal(ErrorCode code, String description) {
        this(code, description, Map.of(), Optional.empty());
    }

    private Refusal(
            ErrorCode code, String description, Map<String, JsonNode> fields, Optional<Circumstance> circumstance) {
        super(description, null, false, false);
        this.code = code;
        this.fields = fields;
        this.circumstance = circumstance;
    }

    /** The same refusal with one more field of the answer. */
    public Refusal with(String field, String value) {
        return with(field, Json.text(value));
    }

    /** The same refusal with one more field of the answer. */
    public Refusal with(String field, JsonNode value) {
        var more = new LinkedHashMap<>(fields);
        more.put(field, value);
        return new Refusal(code, description(), more, circumstance);
    }

    /** The same refusal, marked with what exactly happened, for dialects that distinguish more than the code does. */
    public Refusal in(Circumstance particular) {
        return new Refusal(code, description(), fields, Optional.of(particular));
    }

    public ErrorCode code() {
        return code;
    }

    public String description() {
        return String.valueOf(getMessage());
    }

    /** Fields of the answer beyond those that every error has. */
    public Map<String, JsonNode> fields() {
        return fields;
    }

    public Optional<Circumstance> circumstance() {
        return circumstance;
    }
}
