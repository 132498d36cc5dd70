package io.regcontract.suite.errors;

import static io.regcontract.contract.model.ErrorCode.ERROR_CREATING_RECORD;
import static io.regcontract.contract.model.ErrorCode.ID_IN_NEW_RECORD;
import static io.regcontract.contract.model.ErrorCode.RECORD_NOT_FOUND;
import static io.regcontract.contract.model.ErrorCode.TIMESTAMP_MISMATCH;
import static io.regcontract.suite.tenant.Attribute.plural;
import static io.regcontract.suite.tenant.Attribute.string;

import io.regcontract.environment.Capability;
import io.regcontract.suite.call.Call;
import io.regcontract.suite.scenario.ErrorFamily;
import io.regcontract.suite.state.Json;
import io.regcontract.suite.tenant.Entity;
import io.regcontract.suite.tenant.Tenant;
import java.util.List;
import java.util.Map;

/** 300, 310, 320, 330: records that cannot be made, are not there, or are not what the caller believes. */
final class RecordErrors extends ErrorFamily {

    /** A well-formed uuid that no record has: version 4 is drawn at random, and never all zeros. */
    private static final String NO_RECORD = "00000000-0000-4000-8000-000000000000";

    private static final String LONG_AGO = "2001-02-03 04:05:06.000000 +0000";

    /** A record with one plural element. */
    private record WithElement(Entity entity, long element) {}

    private static Entity entity(Tenant tenant) {
        return tenant.types().create(string("badge")).entity("badge", "7");
    }

    private static WithElement withElement(Tenant tenant) {
        var entity = tenant.types()
                .create(plural("cards", string("number")))
                .entity("cards", List.of(Map.of("number", "7")));
        return new WithElement(
                entity, tenant.types().value(entity, "cards").path(0).path("id").asLong(0));
    }

    {
        prove(ERROR_CREATING_RECORD, "writes-refused")
                .on("/entity.create")
                .when("the storage refuses the new record")
                .readAs("R-storage")
                .needs(Capability.STORAGE_FAULTS)
                .given(tenant -> {
                    var type = tenant.types().create(string("badge"));
                    tenant.environment().storage(true, false);
                    return type;
                })
                .drive((tenant, type) -> tenant.owner().create(type, "badge", "7"))
                .undo((tenant, type) -> tenant.environment().storage(false, false));

        prove(RECORD_NOT_FOUND, "unknown-uuid")
                .on("/entity")
                .when("no record has the uuid")
                .citing("page: 310")
                .given(RecordErrors::entity)
                .drive((tenant, entity) -> tenant.owner().of("/entity", entity).with("uuid", NO_RECORD))
                .twin((tenant, entity) -> tenant.owner().of("/entity", entity));

        prove(RECORD_NOT_FOUND, "unknown-uuid")
                .on("/entity.delete")
                .when("the record to delete is not there")
                .citing("page: 310")
                .given(RecordErrors::entity)
                .drive((tenant, entity) ->
                        tenant.owner().of("/entity.delete", entity).with("uuid", NO_RECORD))
                .twin((tenant, entity) -> tenant.owner().of("/entity.delete", entity));

        prove(RECORD_NOT_FOUND, "unknown-element")
                .on("/entity.update")
                .when("the plural element to update is not there")
                .citing("page: 310")
                .given(RecordErrors::withElement)
                .drive((tenant, record) -> card(tenant, record.entity(), record.element() + 1_000_000))
                .twin((tenant, record) -> card(tenant, record.entity(), record.element()));

        prove(ID_IN_NEW_RECORD, "record")
                .on("/entity.create")
                .when("a new record brings an id of its own")
                .readAs("R-reserved")
                .given(tenant -> tenant.types().create(string("badge")))
                .drive((tenant, type) -> tenant.owner()
                        .create(type, "badge", "7")
                        .with("attributes", Json.of(Map.of("badge", "7", "id", 4711))))
                .twin((tenant, type) -> tenant.owner().create(type, "badge", "7"));

        prove(ID_IN_NEW_RECORD, "plural-element")
                .on("/entity.create")
                .when("a new plural element brings an id of its own")
                .readAs("R-reserved")
                .given(tenant -> tenant.types().create(plural("cards", string("number"))))
                .drive((tenant, type) ->
                        tenant.owner().create(type, "cards", List.of(Map.of("number", "7", "id", 4711))))
                .twin((tenant, type) -> tenant.owner().create(type, "cards", List.of(Map.of("number", "7"))));

        prove(TIMESTAMP_MISMATCH, "created")
                .on("/entity.update")
                .when("the caller believes in another time of creation")
                .readAs("R-reserved")
                .carrying("attribute_name", "/created")
                .carrying("actual_value")
                .carrying("supplied_value", LONG_AGO)
                .given(RecordErrors::entity)
                .drive((tenant, entity) ->
                        tenant.owner().update(entity, "badge", "8").with("created", LONG_AGO))
                .twin((tenant, entity) -> tenant.owner()
                        .update(entity, "badge", "8")
                        .with("created", tenant.types().value(entity, "created").asString()));

        prove(TIMESTAMP_MISMATCH, "last-updated")
                .on("/entity.update")
                .when("somebody else wrote the record since the caller read it")
                .readAs("R-reserved")
                .carrying("attribute_name", "/lastUpdated")
                .carrying("actual_value")
                .carrying("supplied_value")
                .given(tenant -> {
                    var entity = entity(tenant);
                    var stale = tenant.types().value(entity, "lastUpdated").asString();
                    tenant.perform(tenant.owner().update(entity, "badge", "written-by-somebody-else"));
                    return new Stale(
                            entity,
                            stale,
                            tenant.types().value(entity, "lastUpdated").asString());
                })
                .drive((tenant, stale) ->
                        tenant.owner().update(stale.entity(), "badge", "8").with("lastUpdated", stale.read()))
                .twin((tenant, stale) ->
                        tenant.owner().update(stale.entity(), "badge", "8").with("lastUpdated", stale.current()));
    }

    /** A record, its time of change as it was once read, and as it is. */
    private record Stale(Entity entity, String read, String current) {}

    private static Call card(Tenant tenant, Entity entity, long element) {
        return tenant.owner()
                .of("/entity.update", entity)
                .with("attribute_name", "cards#" + element)
                .with("attributes", Json.of(Map.of("number", "8")));
    }
}
