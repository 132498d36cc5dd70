package io.regcontract.suite.errors;

import static io.regcontract.contract.model.ErrorCode.ATTRIBUTE_EXISTS;
import static io.regcontract.contract.model.ErrorCode.ENTITY_TYPE_EXISTS;
import static io.regcontract.contract.model.ErrorCode.RESERVED_ATTRIBUTE;
import static io.regcontract.contract.model.ErrorCode.UNKNOWN_ATTRIBUTE;
import static io.regcontract.contract.model.ErrorCode.UNKNOWN_ENTITY_TYPE;
import static io.regcontract.suite.tenant.Attribute.string;

import io.regcontract.suite.call.Call;
import io.regcontract.suite.scenario.ErrorFamily;
import io.regcontract.suite.state.Json;
import io.regcontract.suite.tenant.Attribute;
import io.regcontract.suite.tenant.EntityType;
import io.regcontract.suite.tenant.Tenant;

/** 222, 223, 232-234: entity types and attributes that are not there, already there, or not to be touched. */
final class EntityTypeErrors extends ErrorFamily {

    private static EntityType badges(Tenant tenant) {
        return tenant.types().create(string("badge"));
    }

    {
        prove(UNKNOWN_ENTITY_TYPE, "unknown-type")
                .on("/entity")
                .when("no entity type has the name")
                .citing("page: 222")
                .carrying("type_name")
                .given(tenant -> badges(tenant).entity("badge", "7"))
                .drive((tenant, entity) ->
                        tenant.owner().of("/entity", entity).with("type_name", tenant.uniqueName("nothing")))
                .twin((tenant, entity) -> tenant.owner().of("/entity", entity));

        prove(UNKNOWN_ENTITY_TYPE, "unknown-type")
                .on("/entityType")
                .when("no entity type has the name")
                .citing("page: 222")
                .carrying("type_name")
                .given(EntityTypeErrors::badges)
                .drive((tenant, type) ->
                        tenant.owner().call("/entityType").with("type_name", tenant.uniqueName("nothing")))
                .twin((tenant, type) -> tenant.owner().call("/entityType").with("type_name", type.name()));

        prove(UNKNOWN_ATTRIBUTE, "unknown-attribute")
                .on("/entity.update")
                .when("a record is given an attribute its type does not have")
                .readAs("R-unknown-attribute")
                .carrying("attribute_name", "/emblem")
                .given(tenant -> badges(tenant).entity("badge", "7"))
                .drive((tenant, entity) -> tenant.owner().update(entity, "emblem", "8"))
                .twin((tenant, entity) -> tenant.owner().update(entity, "badge", "8"));

        prove(UNKNOWN_ATTRIBUTE, "unknown-attribute")
                .on("/entity.create")
                .when("a new record has an attribute its type does not have")
                .readAs("R-unknown-attribute")
                .carrying("attribute_name", "/emblem")
                .given(EntityTypeErrors::badges)
                .drive((tenant, type) -> tenant.owner().create(type, "emblem", "8"))
                .twin((tenant, type) -> tenant.owner().create(type, "badge", "8"));

        prove(UNKNOWN_ATTRIBUTE, "unknown-attribute")
                .on("/entityType.removeAttribute")
                .when("the attribute to remove is not there")
                .readAs("R-unknown-attribute")
                .carrying("attribute_name")
                .given(EntityTypeErrors::badges)
                .drive((tenant, type) -> remove(tenant, type, "emblem"))
                .twin((tenant, type) -> remove(tenant, type, "badge"));

        prove(ENTITY_TYPE_EXISTS, "name-taken")
                .on("/entityType.create")
                .when("another entity type has the name")
                .citing("techdocs: create-an-entity-type")
                .carrying("type_name")
                .given(EntityTypeErrors::badges)
                .drive((tenant, type) -> create(tenant, type.name()))
                .twin((tenant, type) -> create(tenant, tenant.uniqueName("type")));

        prove(ATTRIBUTE_EXISTS, "name-taken")
                .on("/entityType.addAttribute")
                .when("the entity type has an attribute of that name")
                .citing("techdocs: create-an-attribute")
                .carrying("attribute_name")
                .given(EntityTypeErrors::badges)
                .drive((tenant, type) -> add(tenant, type, "badge"))
                .twin((tenant, type) -> add(tenant, type, "emblem"));

        prove(RESERVED_ATTRIBUTE, "remove-uuid")
                .on("/entityType.removeAttribute")
                .when("the attribute to remove is one the service needs")
                .readAs("R-reserved")
                .carrying("attribute_name")
                .given(EntityTypeErrors::badges)
                .drive((tenant, type) -> remove(tenant, type, "uuid"))
                .twin((tenant, type) -> remove(tenant, type, "badge"));

        prove(RESERVED_ATTRIBUTE, "write-created")
                .on("/entity.update")
                .when("a record's time of creation is to be rewritten")
                .readAs("R-reserved")
                .carrying("attribute_name")
                .given(tenant -> badges(tenant).entity("badge", "7"))
                .drive((tenant, entity) -> tenant.owner().update(entity, "created", "2001-02-03 04:05:06 +0000"))
                .twin((tenant, entity) -> tenant.owner().update(entity, "badge", "2001-02-03 04:05:06 +0000"));
    }

    private static Call create(Tenant tenant, String name) {
        return tenant.owner().call("/entityType.create").with("type_name", name).with("attr_defs", "[]");
    }

    private static Call add(Tenant tenant, EntityType type, String attribute) {
        return tenant.owner()
                .call("/entityType.addAttribute")
                .with("type_name", type.name())
                .with("attr_def", Json.of(Attribute.string(attribute).definition()));
    }

    private static Call remove(Tenant tenant, EntityType type, String attribute) {
        return tenant.owner()
                .call("/entityType.removeAttribute")
                .with("type_name", type.name())
                .with("attribute_name", attribute);
    }
}
