package io.regcontract.simulator.imports.load;

import io.regcontract.simulator.imports.file.ImportException;
import io.regcontract.simulator.json.Json;
import io.regcontract.simulator.record.DateTimes;
import io.regcontract.simulator.record.Passwords;
import io.regcontract.simulator.record.RecordLoad;
import io.regcontract.simulator.schema.AttributeDefinition;
import io.regcontract.simulator.schema.AttributeType;
import io.regcontract.simulator.schema.EntityType;
import java.nio.file.Path;
import java.time.Instant;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Makes records of what entity.find says of them. Types of values are kept to; constraints are not, since the service
 * lets values be that were there before a constraint was.
 */
final class RecordConversion {

    private static final Pattern UUID =
            Pattern.compile("[0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{12}");
    private static final Pattern BCRYPT = Pattern.compile("\\$2[abxy]?\\$[0-9]{2}\\$[./A-Za-z0-9]{53}");

    private final EntityType type;
    private final List<AttributeDefinition> own;
    /** By name; looking through a list of a hundred for each of a hundred takes too long. */
    private final IdentityHashMap<List<AttributeDefinition>, Map<String, AttributeDefinition>> named =
            new IdentityHashMap<>();

    private final Path file;
    private final Passwords passwords;
    private final Instant now;
    private final ImportNotes notes;
    private final boolean fromTexts;
    private String place = "";

    /** @param fromTexts whether every value is a text, as in CSV */
    RecordConversion(
            EntityType type, Path file, boolean fromTexts, Passwords passwords, Instant now, ImportNotes notes) {
        this.fromTexts = fromTexts;
        this.type = type;
        this.own = type.own();
        this.file = file;
        this.passwords = passwords;
        this.now = now;
        this.notes = notes;
    }

    /**
     * The record that a JSON object stands for.
     *
     * @throws ImportException when a value is not of the type of its attribute
     */
    RecordLoad.Foreign convert(ObjectNode record, String where) {
        place = where;
        return new RecordLoad.Foreign(
                id(whole(record.path("id"))),
                uuid(record.path("uuid")),
                time(record.path("created"), "/created"),
                time(record.path("lastUpdated"), "/lastUpdated"),
                object(own, record, ""));
    }

    private OptionalLong id(JsonNode id) {
        if (isEmpty(id)) {
            return OptionalLong.empty();
        }
        if (!id.isIntegralNumber() || !id.canConvertToLong() || id.longValue() < 1) {
            throw wrong("/id", "a whole number above zero");
        }
        return OptionalLong.of(id.longValue());
    }

    private Optional<String> uuid(JsonNode uuid) {
        if (isEmpty(uuid)) {
            return Optional.empty();
        }
        if (!uuid.isString() || !UUID.matcher(uuid.stringValue()).matches()) {
            throw wrong("/uuid", "a uuid");
        }
        return Optional.of(uuid.stringValue());
    }

    private Optional<Instant> time(JsonNode time, String path) {
        return isEmpty(time)
                ? Optional.empty()
                : Optional.of(DateTimes.read(text(time, path), now).orElseThrow(() -> wrong(path, "a time")));
    }

    private ObjectNode object(List<AttributeDefinition> definitions, ObjectNode input, String parent) {
        var values = Json.object();
        var known = named.computeIfAbsent(definitions, each -> each.stream()
                .collect(Collectors.toMap(AttributeDefinition::name, definition -> definition)));
        for (var member : input.properties()) {
            var name = member.getKey();
            var definition = known.get(name);
            if (definition != null) {
                if (!isEmpty(member.getValue())) {
                    values.set(name, value(definition, member.getValue(), parent + "/" + name));
                }
            } else if (!parent.isEmpty() || !EntityType.isReserved(name)) {
                notes.left(file, parent + "/" + name, "type " + type.name() + " has no such attribute");
            }
        }
        return values;
    }

    private JsonNode value(AttributeDefinition definition, JsonNode given, String path) {
        var value = fromTexts && given.isString() ? meant(definition.type(), given.stringValue()) : given;
        return switch (definition.type()) {
            case STRING, IP_ADDRESS -> as(value, value.isString(), path, "a string");
            case BOOLEAN -> as(value, value.isBoolean(), path, "true or false");
            case INTEGER -> as(value, value.isIntegralNumber() && value.canConvertToLong(), path, "a whole number");
            case DECIMAL -> as(value, value.isNumber(), path, "a number");
            case DATE ->
                noted(
                        value,
                        DateTimes.readDate(text(value, path), now)
                                .orElseThrow(() -> wrong(path, "a date"))
                                .toString(),
                        path);
            case DATE_TIME ->
                noted(
                        value,
                        DateTimes.write(
                                DateTimes.read(text(value, path), now).orElseThrow(() -> wrong(path, "a time"))),
                        path);
            case JSON -> value;
            case OBJECT -> object(definition.children(), asObject(value, path), path);
            case PLURAL -> plural(definition, value, path);
            case PASSWORD, PASSWORD_BCRYPT, PASSWORD_MD5, PASSWORD_MD5_SALTED, PASSWORD_SHA, PASSWORD_BASE64 ->
                password(value, path);
            case ID, UUID -> throw new IllegalStateException("not an attribute that can be written: " + path);
        };
    }

    /** What a text stands for where every value is one; the text itself where it stands for nothing else. */
    private static JsonNode meant(AttributeType type, String text) {
        boolean isJson =
                switch (type) {
                    case BOOLEAN -> text.equals("true") || text.equals("false");
                    case INTEGER, DECIMAL -> text.matches("-?[0-9]+([.][0-9]+)?([eE][+-]?[0-9]{1,3})?");
                    case OBJECT, PLURAL, JSON -> true;
                    default -> type.isPassword() && text.startsWith("{");
                };
        if (isJson) {
            try {
                return Json.read(text);
            } catch (JacksonException none) {
                return Json.text(text);
            }
        }
        return Json.text(text);
    }

    private JsonNode whole(JsonNode id) {
        return fromTexts && id.isString() ? meant(AttributeType.INTEGER, id.stringValue()) : id;
    }

    private JsonNode plural(AttributeDefinition definition, JsonNode value, String path) {
        as(value, value.isArray(), path, "a JSON array");
        var list = Json.array();
        for (var each : value.values()) {
            var element = Json.object();
            var rest = asObject(each, path).deepCopy();
            var id = whole(rest.path("id"));
            rest.remove("id");
            if (!isEmpty(id)) {
                element.set(
                        "id", as(id, id.isIntegralNumber() && id.canConvertToLong(), path + "/id", "a whole number"));
            }
            list.add(element.setAll(object(definition.children(), rest, path)));
        }
        return list;
    }

    private JsonNode password(JsonNode value, String path) {
        if (value.isString()) {
            if (BCRYPT.matcher(value.stringValue()).matches()) {
                notes.changed(file, path, "a hash of bcrypt was written as the object that the API shows");
                return Json.object().put("type", "password-bcrypt").set("value", value);
            }
            notes.changed(file, path, "a password in plain text was hashed");
            return passwords.hash(value.stringValue());
        }
        if (!value.isObject() || !value.path("value").isString()) {
            throw wrong(path, "a password hash, an object with type and value");
        }
        return value;
    }

    private JsonNode noted(JsonNode before, String after, String path) {
        if (before.stringValue().equals(after)) {
            return before;
        }
        notes.changed(file, path, "a time was written in the form of the service");
        return Json.text(after);
    }

    private static boolean isEmpty(JsonNode value) {
        return value.isMissingNode() || value.isNull();
    }

    private ObjectNode asObject(JsonNode value, String path) {
        return (ObjectNode) as(value, value.isObject(), path, "a JSON object");
    }

    private JsonNode as(JsonNode value, boolean holds, String path, String expected) {
        if (!holds) {
            throw wrong(path, expected);
        }
        return value;
    }

    private String text(JsonNode value, String path) {
        return as(value, value.isString(), path, "a string").stringValue();
    }

    private ImportException wrong(String path, String expected) {
        return ImportException.at(file, place, "the value of " + path + " must be " + expected);
    }
}
