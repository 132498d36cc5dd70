package io.regcontract.suite.tenant;

import io.regcontract.suite.state.EnvironmentState;
import io.regcontract.suite.state.Json;
import io.regcontract.suite.state.SetUpException;
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
     * Creates an entity type with these attributes and a new name.
     *
     * @throws SetUpException when the service refuses
     */
    public EntityType create(Attribute... attributes) {
        var name = tenant.uniqueName("type");
        var definitions = Arrays.stream(attributes).map(Attribute::definition).toList();
        if (tenant.implemented("/entityType.create") || !tenant.environment().entityType(name, definitions)) {
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
