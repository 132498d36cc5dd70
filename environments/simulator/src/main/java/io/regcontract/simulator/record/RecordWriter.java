package io.regcontract.simulator.record;

import io.regcontract.simulator.error.ApiErrorException;
import io.regcontract.simulator.error.SimulatedErrorCode;
import io.regcontract.simulator.json.Json;
import io.regcontract.simulator.schema.AttributeDefinition;
import io.regcontract.simulator.schema.AttributePath;
import io.regcontract.simulator.schema.AttributeType;
import io.regcontract.simulator.schema.EntityType;
import io.regcontract.simulator.schema.UnknownAttributeError;
import java.util.List;
import java.util.Optional;
import java.util.function.LongSupplier;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Works out what the values of a record become when attributes are written. It gives back a new object and changes
 * none. What depends on other records (uniqueness) or on the past (password history) is not judged here.
 */
final class RecordWriter {

    private final ScalarValues scalars;
    private final LongSupplier elementIds;

    /**
     * @param elementIds where new elements of plurals get their ids from
     */
    RecordWriter(ScalarValues scalars, LongSupplier elementIds) {
        this.scalars = scalars;
        this.elementIds = elementIds;
    }

    /**
     * The values of a new record.
     *
     * @throws ApiErrorException 223, 234, 320, 340 to 342, 360, 362, 363 for what cannot be written
     */
    ObjectNode created(EntityType type, JsonNode attributes) {
        return fresh(type.own(), WriteChecks.checkedRoot(type, attributes, true), "");
    }

    /**
     * The values after some attributes were changed: objects are merged, elements of plurals are appended unless they
     * carry the id of one that is there.
     *
     * @throws ApiErrorException 223, 234, 310, 340 to 342, 360, 362, 363 for what cannot be written
     */
    ObjectNode updated(EntityType type, ObjectNode values, JsonNode attributes) {
        return merged(type.own(), values, WriteChecks.checkedRoot(type, attributes, false), "");
    }

    /**
     * The values after all attributes were written anew; those not named become null.
     *
     * @throws ApiErrorException as {@link #created}, 234 for the id of the record itself
     */
    ObjectNode replaced(EntityType type, JsonNode attributes) {
        return fresh(type.own(), WriteChecks.checkedRoot(type, attributes, false), "");
    }

    /**
     * The values after the value at one path was written.
     *
     * @param replace whether the old value makes way completely
     * @throws ApiErrorException as {@link #updated}; 310 when the path names an element that is not there
     */
    ObjectNode writtenAt(EntityType type, ObjectNode values, AttributePath path, JsonNode value, boolean replace) {
        var steps = path.steps();
        WriteChecks.refuseReserved(steps.get(0).name());
        type.definition(path);
        var definition = type.definition(steps.get(0).name()).orElseThrow();
        var result = values.deepCopy();
        result.set(definition.name(), writtenAt(definition, values.path(definition.name()), steps, value, replace, ""));
        return result;
    }

    /**
     * The values after those at some paths were written anew, or made empty where the value has nothing for them.
     *
     * @param above the path that the value is for, empty for the whole record
     * @param below the ways from there to what is written
     * @throws ApiErrorException as {@link #replaced}
     */
    ObjectNode replacedOnly(
            EntityType type,
            ObjectNode values,
            Optional<AttributePath> above,
            List<AttributePath> below,
            JsonNode value) {
        var result = values;
        if (above.isEmpty()) {
            WriteChecks.refuseUnknown(type.own(), WriteChecks.checkedRoot(type, value, false), "");
        } else {
            PluralElements.object(value, above.get().toString());
        }
        for (var rest : below) {
            var written = RecordValues.at(value, rest).orElseGet(Json::nothing);
            result =
                    writtenAt(type, result, above.map(start -> start.then(rest)).orElse(rest), written, true);
        }
        return result;
    }

    /**
     * The values after an element of a plural was taken out.
     *
     * @throws ApiErrorException 310 when it is not there
     */
    ObjectNode without(EntityType type, ObjectNode values, AttributePath path) {
        type.definition(path);
        var result = values.deepCopy();
        JsonNode parent = result;
        for (var step : path.steps().subList(0, path.steps().size() - 1)) {
            parent = parent.path(step.name());
            if (step.element().isPresent()) {
                parent = PluralElements.element(
                        PluralElements.array(parent), step.element().getAsLong(), path.toString());
            }
        }
        var list = PluralElements.array(parent.path(path.last().name()));
        var gone = PluralElements.element(list, path.last().element().orElseThrow(), path.toString());
        list.remove(PluralElements.indexOf(list, gone));
        return result;
    }

    private JsonNode writtenAt(
            AttributeDefinition definition,
            JsonNode old,
            List<AttributePath.Step> steps,
            JsonNode value,
            boolean replace,
            String parent) {
        var step = steps.get(0);
        var path = parent + "/" + step;
        var rest = steps.subList(1, steps.size());
        if (step.element().isEmpty()) {
            if (rest.isEmpty()) {
                return replace ? freshValue(definition, value, path) : mergedValue(definition, old, value, path);
            }
            if (definition.type() == AttributeType.PLURAL) {
                throw PluralElements.notFound("an element of " + path + " must be named by its id");
            }
            return child(definition, old, rest, value, replace, path);
        }
        var list = PluralElements.array(old).deepCopy();
        var element = PluralElements.element(list, step.element().getAsLong(), path);
        JsonNode written;
        if (!rest.isEmpty()) {
            written = child(definition, element, rest, value, replace, path);
        } else {
            var withoutId = PluralElements.object(value, path).deepCopy();
            withoutId.remove("id");
            var body = replace
                    ? fresh(definition.children(), withoutId, path)
                    : merged(definition.children(), element, withoutId, path);
            written = body.set("id", element.path("id"));
        }
        list.set(PluralElements.indexOf(list, element), written);
        return list;
    }

    private JsonNode child(
            AttributeDefinition definition,
            JsonNode old,
            List<AttributePath.Step> steps,
            JsonNode value,
            boolean replace,
            String path) {
        var childDefinition = definition
                .child(steps.get(0).name())
                .orElseThrow(
                        () -> UnknownAttributeError.at(path + "/" + steps.get(0).name()));
        var result = old.isObject() ? (ObjectNode) old.deepCopy() : Json.object();
        result.set(
                childDefinition.name(),
                writtenAt(childDefinition, old.path(childDefinition.name()), steps, value, replace, path));
        return result;
    }

    private ObjectNode fresh(List<AttributeDefinition> definitions, ObjectNode input, String parent) {
        WriteChecks.refuseUnknown(definitions, input, parent);
        var result = Json.object();
        for (var definition : definitions) {
            var path = parent + "/" + definition.name();
            var value = freshValue(definition, input.path(definition.name()), path);
            if (!value.isNull()) {
                result.set(definition.name(), value);
            }
        }
        return result;
    }

    private ObjectNode merged(List<AttributeDefinition> definitions, JsonNode old, ObjectNode input, String parent) {
        WriteChecks.refuseUnknown(definitions, input, parent);
        var result = old.isObject() ? (ObjectNode) old.deepCopy() : Json.object();
        for (var definition : definitions) {
            if (input.has(definition.name())) {
                var path = parent + "/" + definition.name();
                result.set(
                        definition.name(),
                        mergedValue(definition, old.path(definition.name()), input.path(definition.name()), path));
            }
        }
        return result;
    }

    private JsonNode freshValue(AttributeDefinition definition, JsonNode value, String path) {
        var empty = value.isMissingNode() || value.isNull();
        if (empty) {
            WriteChecks.refuseIfRequired(definition, path);
        }
        return switch (definition.type()) {
            case OBJECT ->
                fresh(definition.children(), empty ? Json.object() : PluralElements.object(value, path), path);
            case PLURAL -> {
                var list = Json.array();
                if (!empty) {
                    for (var element : PluralElements.elements(value, path)) {
                        list.add(newElement(definition, element, path));
                    }
                }
                yield list;
            }
            default -> empty ? Json.nothing() : scalars.normalized(definition, value, path);
        };
    }

    private JsonNode mergedValue(AttributeDefinition definition, JsonNode old, JsonNode value, String path) {
        if (value.isNull()) {
            return freshValue(definition, value, path);
        }
        return switch (definition.type()) {
            case OBJECT -> merged(definition.children(), old, PluralElements.object(value, path), path);
            case PLURAL -> appended(definition, old, value, path);
            default -> scalars.normalized(definition, value, path);
        };
    }

    private ArrayNode appended(AttributeDefinition definition, JsonNode old, JsonNode value, String path) {
        var list = PluralElements.array(old).deepCopy();
        var places = PluralElements.places(list);
        for (var input : PluralElements.elements(value, path)) {
            var id = input.path("id");
            if (id.isMissingNode() || id.isNull()) {
                list.add(newElement(definition, input, path));
            } else {
                if (!id.isIntegralNumber() || !id.canConvertToLong()) {
                    throw ScalarValues.wrongType("a whole number", path + "/id");
                }
                var place = Optional.ofNullable(places.get(id.longValue()))
                        .orElseThrow(() ->
                                PluralElements.notFound("plural element not found: " + path + "#" + id.longValue()));
                var there = list.path(place);
                var change = input.deepCopy();
                change.remove("id");
                var written = merged(definition.children(), there, change, path);
                list.set(place, written.set("id", id));
            }
        }
        return list;
    }

    private ObjectNode newElement(AttributeDefinition definition, ObjectNode input, String path) {
        if (input.hasNonNull("id")) {
            throw SimulatedErrorCode.ID_IN_NEW_RECORD
                    .because("a new element of " + path + " cannot bring its own id")
                    .about(path + "/id");
        }
        var withoutId = input.deepCopy();
        withoutId.remove("id");
        var element = Json.object();
        var values = fresh(definition.children(), withoutId, path);
        element.put("id", elementIds.getAsLong());
        element.setAll(values);
        return element;
    }
}
