package io.regcontract.facade.store;

import io.regcontract.facade.schema.Attribute;
import java.time.Instant;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import tools.jackson.databind.node.ObjectNode;

/** An entity type with its records. Whoever uses it holds the lock of the application. */
public final class EntityType {

    /** What the service keeps by itself. */
    public static final Set<String> RESERVED = Set.of("id", "uuid", "created", "lastUpdated");

    private final String name;
    private final List<Attribute> attributes;
    private final Map<String, EntityRecord> records = new LinkedHashMap<>();
    private long ids;
    private long elementIds;
    private OptionalInt passwordHistory = OptionalInt.empty();

    EntityType(String name, List<Attribute> attributes) {
        this.name = name;
        this.attributes = List.copyOf(attributes);
    }

    /** Its name. */
    public String name() {
        return name;
    }

    /** Its attributes without the reserved ones. */
    public List<Attribute> attributes() {
        return attributes;
    }

    /** How many passwords of a record are not taken again. */
    public OptionalInt passwordHistory() {
        return passwordHistory;
    }

    /** Sets how many passwords of a record are not taken again; 0 for none. */
    public void rememberPasswords(int size) {
        passwordHistory = size == 0 ? OptionalInt.empty() : OptionalInt.of(size);
    }

    /** A new id for an element of a plural. */
    public long nextElementId() {
        elementIds++;
        return elementIds;
    }

    /** Adds a record with values that were judged. */
    public EntityRecord add(ObjectNode values, Instant now) {
        ids++;
        var added = new EntityRecord(ids, UUID.randomUUID().toString(), now, values);
        records.put(added.uuid(), added);
        return added;
    }

    /** Takes a record away. */
    public void remove(EntityRecord gone) {
        records.remove(gone.uuid());
    }

    /** Gives a record other values, which were judged. */
    public void replace(EntityRecord changed, ObjectNode values, Instant now) {
        changed.replace(values, now);
    }

    /** Its records, the oldest first. */
    public Collection<EntityRecord> records() {
        return Collections.unmodifiableCollection(records.values());
    }

    /** The record with a uuid. */
    public Optional<EntityRecord> byUuid(String uuid) {
        return Optional.ofNullable(records.get(uuid));
    }

    /** The first record of which something is true. */
    public Optional<EntityRecord> first(Predicate<EntityRecord> wanted) {
        return records.values().stream().filter(wanted).findFirst();
    }

    /** The record whose {@code email} is that address, whatever its case. */
    public Optional<EntityRecord> byEmail(String address) {
        return first(each -> each.values().path("email").asString("").equalsIgnoreCase(address));
    }
}
