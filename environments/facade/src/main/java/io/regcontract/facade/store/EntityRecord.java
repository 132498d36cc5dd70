package io.regcontract.facade.store;

import io.regcontract.facade.schema.Times;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** A record of an entity type. Whoever uses it holds the lock of the application. */
public final class EntityRecord {

    private final long id;
    private final String uuid;
    private final Instant created;
    private Instant lastUpdated;
    private ObjectNode values;
    private final Deque<JsonNode> formerPasswords = new ArrayDeque<>();

    EntityRecord(long id, String uuid, Instant created, ObjectNode values) {
        this.id = id;
        this.uuid = uuid;
        this.created = created;
        this.lastUpdated = created;
        this.values = values;
    }

    /** Its number among the records of its type. */
    public long id() {
        return id;
    }

    /** Its identity for life. */
    public String uuid() {
        return uuid;
    }

    /** When it was made. */
    public Instant created() {
        return created;
    }

    /** When it was written last. */
    public Instant lastUpdated() {
        return lastUpdated;
    }

    /** Its values without the reserved ones; not a copy. */
    public ObjectNode values() {
        return values;
    }

    /** The passwords that it had, the newest first, with the one that it has. */
    public Deque<JsonNode> formerPasswords() {
        return formerPasswords;
    }

    /** Takes other values in. Two writes never have one time, so that each can be told from the next. */
    void replace(ObjectNode written, Instant now) {
        values = written;
        lastUpdated = now.isAfter(lastUpdated) ? now : lastUpdated.plusNanos(1_000);
    }

    /** All of its values, with the reserved ones. */
    public ObjectNode all() {
        var all = JsonNodeFactory.instance
                .objectNode()
                .put("id", id)
                .put("uuid", uuid)
                .put("created", Times.written(created))
                .put("lastUpdated", Times.written(lastUpdated));
        values.forEachEntry((name, value) -> all.set(name, value.deepCopy()));
        return all;
    }
}
