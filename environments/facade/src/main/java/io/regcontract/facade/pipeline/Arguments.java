package io.regcontract.facade.pipeline;

import io.regcontract.facade.api.ApiError;
import io.regcontract.facade.api.Refusal;
import io.regcontract.facade.schema.Times;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The parameters of a call. One that is empty counts as left out. */
public final class Arguments {

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();
    private static final Pattern WHOLE = Pattern.compile("-?[0-9]{1,18}");

    private final Map<String, String> values;

    Arguments(Map<String, String> values) {
        this.values = values;
    }

    /** A parameter, when it was sent with a value. */
    public Optional<String> text(String name) {
        return Optional.ofNullable(values.get(name)).filter(value -> !value.isEmpty());
    }

    /** Whether a parameter was sent with a value. */
    public boolean has(String name) {
        return text(name).isPresent();
    }

    /**
     * Goes on only where all of these were sent.
     *
     * @throws Refusal when one of these was left out
     */
    public void require(String... names) {
        for (var name : names) {
            if (!has(name)) {
                throw Refusal.missing(name);
            }
        }
    }

    /**
     * A parameter that has to be there.
     *
     * @throws Refusal when it was left out
     */
    public String required(String name) {
        return text(name).orElseThrow(() -> Refusal.missing(name));
    }

    /**
     * A parameter that is a whole number.
     *
     * @throws Refusal when it is no whole number of that range
     */
    public Optional<Long> whole(String name, long least, long most) {
        return text(name).map(text -> {
            if (!WHOLE.matcher(text).matches()) {
                throw Refusal.invalid(name, "it is no whole number");
            }
            var number = Long.parseLong(text);
            if (number < least || number > most) {
                throw Refusal.invalid(name, "it is not between " + least + " and " + most);
            }
            return number;
        });
    }

    /**
     * A parameter that is true or false.
     *
     * @throws Refusal when it is neither true nor false
     */
    public Optional<Boolean> flag(String name) {
        return text(name).map(text -> switch (text) {
            case "true" -> true;
            case "false" -> false;
            default -> throw Refusal.invalid(name, "it is neither true nor false");
        });
    }

    /**
     * A parameter that is a point in time.
     *
     * @throws Refusal when it is no point in time
     */
    public Optional<Instant> moment(String name, Instant now) {
        return text(name).map(text -> Times.moment(text, now)
                .orElseThrow(() -> ApiError.INVALID_DATE_TIME.because(name + " is no point in time")));
    }

    /**
     * A parameter that is JSON.
     *
     * @throws Refusal when it is no JSON
     */
    public Optional<JsonNode> json(String name) {
        return text(name).map(text -> {
            try {
                return JSON.readTree(text);
            } catch (JacksonException none) {
                throw Refusal.invalid(name, "the JSON is not syntactically valid");
            }
        });
    }

    /**
     * A parameter that is a list of strings in JSON.
     *
     * @throws Refusal when it is no JSON, or no list of strings
     */
    public Optional<List<String>> texts(String name) {
        return json(name).map(json -> {
            var texts = new ArrayList<String>();
            if (json.isArray()) {
                json.forEach(each -> each.stringValueOpt().ifPresent(texts::add));
            }
            if (!json.isArray() || texts.size() < json.size()) {
                throw ApiError.INVALID_JSON_TYPE.because(name + " must be a list of strings");
            }
            return List.copyOf(texts);
        });
    }
}
