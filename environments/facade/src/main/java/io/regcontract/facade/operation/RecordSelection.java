package io.regcontract.facade.operation;

import io.regcontract.facade.api.ApiError;
import io.regcontract.facade.api.Refusal;
import io.regcontract.facade.pipeline.Call;
import io.regcontract.facade.schema.AttributePath;
import io.regcontract.facade.schema.Times;
import io.regcontract.facade.store.EntityRecord;
import io.regcontract.facade.store.EntityType;
import io.regcontract.facade.store.Issued;
import java.time.Instant;
import java.util.Optional;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/**
 * The record that a call is about.
 *
 * @param type of the record
 */
record RecordSelection(EntityType type, EntityRecord record) {

    private static final String KEY = "key_attribute";
    private static final String KEY_VALUE = "key_value";
    private static final Pattern UUID = Pattern.compile("[0-9a-fA-F]{8}(?:-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");

    /** @throws Refusal when one that is needed was left out */
    static void requireArguments(Call call) {
        var arguments = call.arguments();
        if (call.token().isPresent()) {
            return;
        }
        arguments.require("type_name");
        if (arguments.has(KEY)) {
            arguments.require(KEY_VALUE);
        } else if (!arguments.has("uuid") && !arguments.has("id")) {
            throw Refusal.missing("uuid");
        }
    }

    /** @throws Refusal when the arguments are wrong, or no record is selected by them */
    static RecordSelection of(Call call) {
        var arguments = call.arguments();
        if (arguments.has("uuid") && arguments.has("id")) {
            throw ApiError.DUPLICATE_ARGUMENT.because("id and uuid both name a record");
        }
        var uuid = arguments.text("uuid");
        if (uuid.filter(text -> !UUID.matcher(text).matches()).isPresent()) {
            throw Refusal.invalid("uuid", "it is no uuid");
        }
        var id = arguments.whole("id", 0, Long.MAX_VALUE);
        var keyValue = arguments.json(KEY_VALUE);
        var type = call.type(call.token().map(Issued::type).orElseGet(() -> arguments.required("type_name")));
        var key = arguments.text(KEY).map(text -> path(type, text));
        var created = arguments.moment("created", call.now());
        var lastUpdated = arguments.moment("lastUpdated", call.now());
        var selected = uuid.flatMap(type::byUuid)
                .or(() -> id.flatMap(number -> type.first(each -> each.id() == number)))
                .or(() -> key.flatMap(path -> type.first(each -> holds(each, path, keyValue.orElseThrow()))));
        var record =
                call.token().map(token -> ofToken(call, type, token, selected)).orElse(selected);
        return new RecordSelection(
                type, asBelieved(record.orElseThrow(RecordSelection::notFound), created, lastUpdated));
    }

    /** A token gives a right to the record of its person, and to no other one. */
    private static Optional<EntityRecord> ofToken(
            Call call, EntityType type, Issued token, Optional<EntityRecord> selected) {
        var own = type.byUuid(token.uuid());
        var arguments = call.arguments();
        if ((arguments.has("uuid") || arguments.has("id") || arguments.has(KEY)) && !selected.equals(own)) {
            throw ApiError.CLIENT_PERMISSION_ERROR.because("the access token gives no right to this record");
        }
        return own;
    }

    private static EntityRecord asBelieved(
            EntityRecord record, Optional<Instant> created, Optional<Instant> lastUpdated) {
        created.ifPresent(believed -> same("/created", record.created(), believed));
        lastUpdated.ifPresent(believed -> same("/lastUpdated", record.lastUpdated(), believed));
        return record;
    }

    private static void same(String attribute, Instant actual, Instant supplied) {
        if (!Times.written(actual).equals(Times.written(supplied))) {
            throw ApiError.TIMESTAMP_MISMATCH
                    .because(attribute + " of the record is another")
                    .with("attribute_name", attribute)
                    .with("actual_value", Times.written(actual))
                    .with("supplied_value", Times.written(supplied));
        }
    }

    /** @throws Refusal when the type has no such attribute */
    static AttributePath path(EntityType type, String text) {
        return AttributePath.parse(text)
                .filter(path -> path.definition(type.attributes()).isPresent()
                        || (path.steps().size() == 1
                                && EntityType.RESERVED.contains(
                                        path.steps().get(0).name())))
                .orElseThrow(() -> ApiError.UNKNOWN_ATTRIBUTE
                        .because("attribute does not exist: " + text)
                        .with("attribute_name", text.startsWith("/") ? text : "/" + text));
    }

    private static boolean holds(EntityRecord record, AttributePath path, JsonNode value) {
        return value(record.all(), path).equals(value);
    }

    /** What a record holds at a path; the element of a plural by its id. */
    static JsonNode value(JsonNode record, AttributePath path) {
        JsonNode at = record;
        for (var step : path.steps()) {
            at = at.path(step.name());
            if (step.element().isPresent()) {
                JsonNode found = JsonNodeFactory.instance.missingNode();
                for (var element : at) {
                    if (element.path("id").asLong(-1) == step.element().getAsLong()) {
                        found = element;
                    }
                }
                at = found;
            }
        }
        return at;
    }

    static Refusal notFound() {
        return ApiError.RECORD_NOT_FOUND.because("record not found");
    }
}
