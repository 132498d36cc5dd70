package io.regcontract.suite.tenant;

import java.util.Map;

/** An entity type the scenario made. */
public final class EntityType {

    private final TenantTypes types;
    private final String name;

    EntityType(TenantTypes types, String name) {
        this.types = types;
        this.name = name;
    }

    /** The name under which the service knows it. */
    public String name() {
        return name;
    }

    /** Adds a record with one value; for scenarios that need the value taken, not the record. */
    public EntityType holding(String attribute, Object value) {
        entity(Map.of(attribute, value));
        return this;
    }

    /** Adds a record. */
    public Entity entity(Map<String, Object> attributes) {
        return types.record(name, attributes);
    }

    /** Adds a record with one attribute. */
    public Entity entity(String attribute, Object value) {
        return entity(Map.of(attribute, value));
    }

    /** Sets how many former passwords are remembered for each record. */
    public EntityType passwordHistory(int size) {
        types.setPasswordHistory(name, size);
        return this;
    }
}
