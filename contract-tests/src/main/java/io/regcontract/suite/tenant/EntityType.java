package io.regcontract.suite.tenant;

import java.util.Map;

/** An entity type the scenario made. */
public final class EntityType {

    private final Tenant tenant;
    private final String name;

    EntityType(Tenant tenant, String name) {
        this.tenant = tenant;
        this.name = name;
    }

    public String name() {
        return name;
    }

    /** With a record that has one value; for scenarios that need the value taken, not the record. */
    public EntityType holding(String attribute, Object value) {
        entity(Map.of(attribute, value));
        return this;
    }

    /** Adds a record. */
    public Entity entity(Map<String, Object> attributes) {
        return tenant.entity(name, attributes);
    }

    /** Adds a record with one attribute. */
    public Entity entity(String attribute, Object value) {
        return entity(Map.of(attribute, value));
    }

    /** Turns password history on or off. */
    public EntityType passwordHistory(int size) {
        tenant.passwordHistory(name, size);
        return this;
    }
}
