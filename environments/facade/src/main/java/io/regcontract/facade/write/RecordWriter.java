package io.regcontract.facade.write;

import io.regcontract.facade.api.ApiError;
import io.regcontract.facade.api.Refusal;
import io.regcontract.facade.schema.Attribute;
import io.regcontract.facade.schema.AttributePath;
import io.regcontract.facade.store.EntityRecord;
import io.regcontract.facade.store.EntityType;
import io.regcontract.facade.store.PasswordHash;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.NullNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Writes records: judges what is to be written as a whole, and only then changes anything. An element of a plural that
 * has an id is changed, one without is added.
 */
public final class RecordWriter {

    private final EntityType type;
    private final Instant now;
    private final ValueJudge values;

    /** Writes records of a type. */
    public RecordWriter(EntityType type, Instant now) {
        this.type = type;
        this.now = now;
        this.values = new ValueJudge(now);
    }

    /**
     * Adds a record.
     *
     * @throws Refusal when one of its values is not taken
     */
    public EntityRecord create(ObjectNode attributes) {
        var written = JsonNodeFactory.instance.objectNode();
        merge(type.attributes(), written, attributes, "", true);
        for (var attribute : type.attributes()) {
            if (!written.has(attribute.name())) {
                written.set(attribute.name(), attribute.isPlural() ? written.arrayNode() : NullNode.instance);
            }
            if (attribute.constraints().contains("required")
                    && written.path(attribute.name()).isNull()) {
                throw required("/" + attribute.name());
            }
        }
        Uniqueness.judge(type, Optional.empty(), written);
        var record = type.add(written, now);
        remember(record, NullNode.instance);
        return record;
    }

    /**
     * Changes a record, and leaves alone what is not named.
     *
     * @param path below which is written; empty for the record
     * @throws Refusal when a value is not taken; the record is as it was
     */
    public void update(EntityRecord record, Optional<AttributePath> path, JsonNode content) {
        var written = record.values().deepCopy();
        if (path.isEmpty()) {
            ValueJudge.type(content.isObject(), "an object", "/");
            merge(type.attributes(), written, (ObjectNode) content, "", false);
        } else {
            below(type.attributes(), written, path.get().steps(), content, "");
        }
        refusePasswordsUsedBefore(record, content);
        Uniqueness.judge(type, Optional.of(record), written);
        var before = record.values().path("password");
        type.replace(record, written, now);
        remember(record, before);
    }

    private void below(
            List<Attribute> level, ObjectNode holder, List<AttributePath.Step> steps, JsonNode content, String above) {
        var step = steps.get(0);
        var rest = steps.subList(1, steps.size());
        var path = above + "/" + step.name();
        refuseReserved(step.name(), above);
        var attribute = Attribute.named(level, step.name()).orElseThrow(() -> unknown(path));
        if (step.element().isPresent()) {
            var element =
                    element(holder.withArray(attribute.name()), step.element().getAsLong(), path);
            if (rest.isEmpty()) {
                ValueJudge.type(content.isObject(), "an object", path);
                merge(attribute.children(), element, (ObjectNode) content, path, false);
            } else {
                below(attribute.children(), element, rest, content, path);
            }
        } else if (rest.isEmpty()) {
            holder.set(attribute.name(), written(attribute, holder.path(attribute.name()), content, path, false));
        } else {
            below(attribute.children(), object(holder, attribute.name()), rest, content, path);
        }
    }

    private static ObjectNode object(ObjectNode holder, String name) {
        return holder.path(name) instanceof ObjectNode there ? there : holder.putObject(name);
    }

    private void merge(List<Attribute> level, ObjectNode into, ObjectNode attributes, String above, boolean makesNew) {
        attributes.forEachEntry((name, value) -> {
            var path = above + "/" + name;
            if (above.isEmpty()) {
                if (makesNew && (name.equals("id") || name.equals("uuid"))) {
                    throw ApiError.ID_IN_NEW_RECORD.because("a new record gets its " + name + " from the service");
                }
                refuseReserved(name, above);
            }
            var attribute = Attribute.named(level, name).orElseThrow(() -> unknown(path));
            into.set(name, written(attribute, into.path(name), value, path, makesNew));
        });
    }

    private JsonNode written(Attribute attribute, JsonNode before, JsonNode value, String path, boolean makesNew) {
        if (value.isNull()) {
            if (attribute.constraints().contains("required")) {
                throw required(path);
            }
            return attribute.isPlural() ? JsonNodeFactory.instance.arrayNode() : NullNode.instance;
        }
        if (attribute.isObject()) {
            ValueJudge.type(value.isObject(), "an object", path);
            var object = before instanceof ObjectNode there ? there : JsonNodeFactory.instance.objectNode();
            merge(attribute.children(), object, (ObjectNode) value, path, makesNew);
            return object;
        }
        if (attribute.isPlural()) {
            ValueJudge.type(value.isArray(), "an array", path);
            var elements = before instanceof ArrayNode there ? there : JsonNodeFactory.instance.arrayNode();
            value.forEach(each -> element(attribute, elements, each, path, makesNew));
            return elements;
        }
        values.judge(attribute, value, path);
        return attribute.isPassword() && value.isString() ? PasswordHash.of(value.asString()) : value;
    }

    private void element(Attribute plural, ArrayNode elements, JsonNode value, String path, boolean makesNew) {
        ValueJudge.type(value.isObject(), "a list of objects", path);
        var attributes = ((ObjectNode) value).deepCopy();
        var id = attributes.remove("id");
        if (id != null && makesNew) {
            throw ApiError.ID_IN_NEW_RECORD.because("a new element of " + path + " gets its id from the service");
        }
        if (id != null) {
            merge(plural.children(), element(elements, id.asLong(-1), path), attributes, path, false);
            return;
        }
        var added = JsonNodeFactory.instance.objectNode().put("id", type.nextElementId());
        merge(plural.children(), added, attributes, path, makesNew);
        plural.children().stream()
                .filter(child -> child.constraints().contains("required"))
                .filter(child -> !added.hasNonNull(child.name()))
                .forEach(child -> {
                    throw required(path + "/" + child.name());
                });
        elements.add(added);
    }

    private static ObjectNode element(ArrayNode elements, long id, String path) {
        for (var each : elements) {
            if (each instanceof ObjectNode element && element.path("id").asLong(-1) == id) {
                return element;
            }
        }
        throw ApiError.RECORD_NOT_FOUND.because(path + " has no element with the id " + id);
    }

    /** Only the attribute called password has a history. */
    private void refusePasswordsUsedBefore(EntityRecord record, JsonNode content) {
        if (type.passwordHistory().isEmpty() || !content.path("password").isString()) {
            return;
        }
        var wanted = content.path("password").asString();
        record.formerPasswords().stream()
                .limit(type.passwordHistory().getAsInt())
                .filter(former -> PasswordHash.matches(wanted, former))
                .findFirst()
                .ifPresent(former -> {
                    throw ApiError.PASSWORD_USED_BEFORE.because("the password was used before");
                });
    }

    private static void remember(EntityRecord record, JsonNode before) {
        var password = record.values().path("password");
        if (password.isObject() && !password.equals(before)) {
            record.formerPasswords().addFirst(password);
        }
    }

    private static void refuseReserved(String name, String above) {
        if (above.isEmpty() && EntityType.RESERVED.contains(name)) {
            throw ApiError.RESERVED_ATTRIBUTE
                    .because("/" + name + " is kept by the service")
                    .with("attribute_name", "/" + name);
        }
    }

    private static Refusal unknown(String path) {
        return ApiError.UNKNOWN_ATTRIBUTE
                .because("attribute does not exist: " + path)
                .with("attribute_name", path);
    }

    private static Refusal required(String path) {
        return ApiError.MISSING_REQUIRED_ATTRIBUTE
                .because(path + " must have a value")
                .with("attribute_name", path);
    }
}
