package io.regcontract.simulator.argument;

import io.regcontract.simulator.error.ApiErrorException;
import io.regcontract.simulator.error.ErrorCause;
import io.regcontract.simulator.error.SimulatedErrorCode;
import io.regcontract.simulator.json.Json;
import io.regcontract.simulator.record.DateTimes;
import io.regcontract.simulator.schema.AttributePath;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import tools.jackson.core.JacksonException;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.databind.JsonNode;

/**
 * Which arguments an operation takes. Judged in this order: what is missing (100), what contradicts itself (201),
 * what is malformed (200), of another JSON type (341) or no time (342).
 *
 * @param oneOf groups of which one must be there, unless a token says which record is meant
 * @param together groups that come whole or not at all
 * @param conflicting groups of which at most one may be there
 * @param listsMissing whether the answer names all missing arguments at once, as the form operations do
 * @param takesForm whether any other parameter is the field of a form
 */
public record ArgumentRules(
        List<Parameter> parameters,
        List<List<String>> oneOf,
        List<List<String>> together,
        List<List<String>> conflicting,
        boolean listsMissing,
        boolean takesForm) {

    private static final Pattern UUID = Pattern.compile("[0-9a-fA-F]{8}(?:-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");
    private static final Set<String> FLAGS = Set.of("true", "false", "1", "0");
    private static final Pattern WHOLE = Pattern.compile("-?[0-9]{1,18}");

    /** Whether there is an argument of that name. */
    public boolean takes(String name) {
        for (var parameter : parameters) {
            if (parameter.name().equals(name)) {
                return true;
            }
        }
        return false;
    }

    /**
     * The arguments of a call.
     *
     * @param withToken whether a token says which record is meant
     * @param setting the value of a setting for the calling client
     * @throws ApiErrorException 100, 201, 200, 341 or 342
     */
    public Arguments judge(
            Parameters sent, boolean withToken, Function<String, Optional<String>> setting, Instant now) {
        var texts = new LinkedHashMap<String, String>();
        for (var parameter : parameters) {
            value(parameter, sent, setting).ifPresent(text -> texts.put(parameter.name(), text));
        }
        refuseMissing(texts, withToken);
        refuseConflicts(texts, sent, withToken);
        var values = new LinkedHashMap<String, JsonNode>();
        for (var parameter : parameters) {
            var text = texts.get(parameter.name());
            if (text != null && !isComparedOnly(parameter, withToken)) {
                read(parameter, text, now).ifPresent(json -> values.put(parameter.name(), json));
            }
        }
        return new Arguments(texts, values, sent, this::declares, takesForm);
    }

    private boolean declares(String name) {
        for (var parameter : parameters) {
            if (parameter.name().equals(name)
                    || parameter.otherName().filter(name::equals).isPresent()) {
                return true;
            }
        }
        return false;
    }

    private static Optional<String> value(
            Parameter parameter, Parameters sent, Function<String, Optional<String>> setting) {
        var given = parameter.mayBeEmpty() ? sent.sent(parameter.name()) : sent.given(parameter.name());
        return given.or(() -> parameter.otherName().flatMap(sent::given))
                .or(() -> parameter.setting().flatMap(setting))
                .or(parameter::fallback);
    }

    private void refuseMissing(LinkedHashMap<String, String> texts, boolean withToken) {
        var missing = new ArrayList<String>();
        for (var parameter : parameters) {
            if (parameter.presence().isNeeded(withToken) && !texts.containsKey(parameter.name())) {
                missing.add(parameter.name());
            }
        }
        for (var group : oneOf) {
            if (!withToken && group.stream().noneMatch(texts::containsKey)) {
                missing.add(group.get(0));
            }
        }
        for (var group : together) {
            if (group.stream().anyMatch(texts::containsKey) && !isSelector(group, withToken)) {
                group.stream().filter(name -> !texts.containsKey(name)).forEach(missing::add);
            }
        }
        if (missing.isEmpty()) {
            return;
        }
        var refusal = listsMissing
                ? SimulatedErrorCode.MISSING_ARGUMENT
                        .because("missing arguments: " + String.join(", ", missing))
                        .in(ErrorCause.ARGUMENTS_LISTED)
                : SimulatedErrorCode.MISSING_ARGUMENT.because("missing required argument: " + missing.get(0));
        throw refusal.with("argument_name", missing.get(0));
    }

    /** What names a record beside a token is held against the token's own record, in whatever shape it is. */
    private static boolean isComparedOnly(Parameter parameter, boolean withToken) {
        return withToken && parameter.presence() == Parameter.Presence.COMPARED_WITH_TOKEN;
    }

    private boolean isSelector(List<String> group, boolean withToken) {
        return withToken
                && parameters.stream()
                        .filter(parameter -> group.contains(parameter.name()))
                        .allMatch(parameter -> isComparedOnly(parameter, true));
    }

    private void refuseConflicts(LinkedHashMap<String, String> texts, Parameters sent, boolean withToken) {
        for (var group : conflicting) {
            if (isSelector(group, withToken)) {
                continue;
            }
            var present = group.stream().filter(texts::containsKey).toList();
            if (present.size() > 1) {
                throw SimulatedErrorCode.DUPLICATE_ARGUMENT.because(
                        "these arguments cannot be used together: " + String.join(", ", present));
            }
        }
        for (var parameter : parameters) {
            if (parameter.otherName().isPresent()) {
                refuseDifferent(parameter.name(), parameter.otherName().get(), sent);
            }
        }
        for (var name : takesForm ? sent.names() : texts.keySet()) {
            if (sent.hasDifferentValues(name)) {
                throw SimulatedErrorCode.DUPLICATE_ARGUMENT.because(
                        "argument was given several times with different values: " + name);
            }
        }
    }

    private static void refuseDifferent(String name, String otherName, Parameters sent) {
        var given = sent.given(name);
        var other = sent.given(otherName);
        if (given.isPresent() && other.isPresent() && !given.equals(other)) {
            throw SimulatedErrorCode.DUPLICATE_ARGUMENT.because(
                    name + " and " + otherName + " mean the same here and hold different values");
        }
    }

    /** The JSON value of a parameter that has one; the texts of the others are judged and left as they are. */
    private static Optional<JsonNode> read(Parameter parameter, String text, Instant now) {
        var name = parameter.name();
        return switch (parameter.kind()) {
            case TEXT ->
                judged(
                        parameter.choices().isEmpty() || parameter.choices().contains(text),
                        name,
                        "must be one of " + String.join(", ", parameter.choices()));
            case JSON -> Optional.of(json(name, text));
            case JSON_ARRAY -> Optional.of(typed(json(name, text), JsonNode::isArray, name, "a JSON array"));
            case JSON_OBJECT -> Optional.of(typed(json(name, text), JsonNode::isObject, name, "a JSON object"));
            case JSON_TEXT -> Optional.of(typed(json(name, text), ArgumentRules::isText, name, "a JSON string"));
            case JSON_TEXTS ->
                Optional.of(typed(json(name, text), ArgumentRules::isArrayOfTexts, name, "a JSON array of strings"));
            case JSON_TEXTS_BY_NAME ->
                Optional.of(typed(json(name, text), ArgumentRules::isObjectOfTexts, name, "a JSON object of strings"));
            case WHOLE -> judged(isWithin(parameter, text), name, "must be a whole number" + bounds(parameter));
            case FLAG -> judged(FLAGS.contains(text), name, "must be true or false");
            case UUID -> judged(UUID.matcher(text).matches(), name, "invalid uuid");
            case TIME -> {
                if (DateTimes.read(text, now).isEmpty()) {
                    throw SimulatedErrorCode.INVALID_DATE_TIME.because(name + " is not a valid dateTime");
                }
                yield Optional.empty();
            }
            case PATH -> judged(AttributePath.parse(text).isPresent(), name, "invalid attribute path");
        };
    }

    private static boolean isText(JsonNode json) {
        return json.isString() || json.isNull();
    }

    private static boolean isObjectOfTexts(JsonNode json) {
        return json.isObject() && json.values().stream().allMatch(JsonNode::isString);
    }

    private static boolean isArrayOfTexts(JsonNode json) {
        return json.isArray() && json.values().stream().allMatch(JsonNode::isString);
    }

    private static JsonNode json(String name, String text) {
        try {
            return Json.read(text);
        } catch (StreamConstraintsException tooMuch) {
            throw invalid(
                    name,
                    "the JSON is nested deeper than " + Json.DEEPEST + " levels, or holds a number of more than 1000"
                            + " digits or out of every range, or a name of more than 50000 characters");
        } catch (JacksonException notJson) {
            throw invalid(name, "the JSON is not syntactically valid");
        }
    }

    private static boolean isWithin(Parameter parameter, String text) {
        if (!WHOLE.matcher(text).matches()) {
            return false;
        }
        long number = Long.parseLong(text);
        return number >= parameter.least() && number <= parameter.most();
    }

    private static String bounds(Parameter parameter) {
        return parameter.most() == Long.MAX_VALUE
                ? " of at least " + parameter.least()
                : " from " + parameter.least() + " to " + parameter.most();
    }

    private static JsonNode typed(JsonNode json, Predicate<JsonNode> rule, String name, String expected) {
        if (!rule.test(json)) {
            throw SimulatedErrorCode.INVALID_JSON_TYPE.because(name + " must be " + expected);
        }
        return json;
    }

    private static Optional<JsonNode> judged(boolean holds, String name, String reason) {
        if (!holds) {
            throw invalid(name, reason);
        }
        return Optional.empty();
    }

    /** The refusal of an argument whose value is no good. */
    public static ApiErrorException invalid(String argument, String reason) {
        return SimulatedErrorCode.INVALID_ARGUMENT
                .because(argument + " was not valid for the following reason: " + reason)
                .with("argument_name", argument);
    }
}
