package io.regcontract.suite.tenant;

import io.regcontract.suite.state.EnvironmentState;
import io.regcontract.suite.state.Json;
import io.regcontract.suite.state.SetUpException;
import io.regcontract.suite.transport.CallBlockedException;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** The entity types of a tenant and their records. */
public final class TenantTypes {

    private final Tenant tenant;

    TenantTypes(Tenant tenant) {
        this.tenant = tenant;
    }

    /**
     * Creates an entity type with these attributes and a new name, or hands out one that exists.
     *
     * @throws SetUpException when the service refuses
     * @throws CallBlockedException when neither is possible in a replacement: the requirement is not drivable
     */
    public EntityType create(Attribute... attributes) {
        var name = tenant.uniqueName("type");
        var definitions = Arrays.stream(attributes).map(Attribute::definition).toList();
        if (tenant.implemented("/entityType.create") || !tenant.environment().entityType(name, definitions)) {
            var existing = tenant.configuration().things();
            if (!tenant.implemented("/entityType.create") && existing.hasTypes()) {
                return new EntityType(this, existing.type(definitions).name());
            }
            tenant.perform(tenant.owner()
                    .call("/entityType.create")
                    .with("type_name", name)
                    .with("attr_defs", Json.of(definitions)));
        }
        return new EntityType(this, name);
    }

    /** Creates a record of a type. */
    Entity record(String type, Map<String, Object> attributes) {
        var made = tenant.implemented("/entity.create")
                ? Optional.<EnvironmentState.MadeRecord>empty()
                : tenant.environment().record(type, attributes);
        if (made.isPresent()) {
            return new Entity(type, made.get().uuid(), made.get().id());
        }
        var answer = tenant.perform(
                tenant.owner().call("/entity.create").with("type_name", type).with("attributes", Json.of(attributes)));
        return new Entity(type, Tenant.text(answer, "uuid"), answer.path("id").asLong(0));
    }

    /**
     * The record with a value, by an operation that finds it; empty where the service implements none.
     *
     * @throws SetUpException when there is none, or more than one
     */
    Optional<Entity> find(String type, String attribute, String value) {
        if (tenant.implemented("/entity")) {
            var found = tenant.perform(tenant.owner()
                    .call("/entity")
                    .with("type_name", type)
                    .with("key_attribute", attribute)
                    .with("key_value", Json.of(value)));
            return Optional.of(entity(type, found.path("result")));
        }
        if (tenant.implemented("/entity.find")) {
            var found = tenant.perform(tenant.owner()
                            .call("/entity.find")
                            .with("type_name", type)
                            .with("filter", attribute + " = '" + value + "'"))
                    .path("results");
            if (found.size() != 1) {
                throw new SetUpException("/entity.find finds " + found.size() + " records of the type " + type
                        + " by an address under fixtures.accounts of the profile");
            }
            return Optional.of(entity(type, found.path(0)));
        }
        return Optional.empty();
    }

    private static Entity entity(String type, JsonNode record) {
        return new Entity(type, Tenant.text(record, "uuid"), record.path("id").asLong(0));
    }

    /** Sets how many former passwords are remembered for each record of a type. */
    void setPasswordHistory(String type, int size) {
        tenant.instead(
                "/entityType.setPasswordSettings", state -> state.passwordHistory(type, size), () -> tenant.owner()
                        .call("/entityType.setPasswordSettings")
                        .with("type_name", type)
                        .with("settings", Json.of(Map.of("historySize", size))));
    }

    /**
     * The value of an attribute of a record.
     *
     * @throws SetUpException when the service refuses to read it
     */
    public JsonNode value(Entity entity, String attribute) {
        return tenant.perform(tenant.owner().of("/entity", entity).with("attribute_name", attribute))
                .path("result");
    }
}
