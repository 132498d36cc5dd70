package io.regcontract.simulator;

import static io.regcontract.simulator.SimulatorFixture.json;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** 300 to 330: records and elements that cannot be made, are not there, or are not what the caller takes them for. */
class RecordErrorsTest {

    private static final String NO_ONE = "00000000-0000-4000-8000-000000000000";

    private final SimulatorFixture world = new SimulatorFixture();

    @BeforeEach
    void defineType() {
        world.type(
                "pet",
                "[{'name':'tag','type':'string'},{'name':'toys','type':'plural','attr_defs':["
                        + "{'name':'kind','type':'string'},{'name':'colour','type':'string'}]}]");
    }

    @AfterEach
    void stop() {
        world.close();
    }

    /** A client of the vendor tells apart what to do when one of many records fails. */
    @Test
    void createsManyRecordsTogetherOrNotAtAllWhenAskedTo() {
        var mixed = json("[{'email':'a@example.com'},{'email':'a@example.com'},{'nope':1},{'email':'b@example.com'}]");
        var together = world.owner(
                        "/entity.bulkCreate", "type_name", "user", "all_attributes", mixed, "commit_each", "false")
                .succeeds();
        assertThat(codes(together.path("results"))).containsExactly(361, 361, 223, 361);
        assertThat(codes(together.path("uuid_results"))).containsExactly(361, 361, 223, 361);
        assertThat(count()).isZero();
        for (var each : List.of("true", "smart")) {
            var apart = world.owner(
                            "/entity.bulkCreate",
                            "type_name",
                            "user",
                            "all_attributes",
                            mixed.replace("example", each),
                            "commit_each",
                            each)
                    .succeeds();
            assertThat(codes(apart.path("results"))).containsExactly(0, 361, 223, 0);
        }
        assertThat(count()).isEqualTo(4);
        world.owner(
                        "/entity.bulkCreate",
                        "type_name",
                        "user",
                        "all_attributes",
                        json("[{'email':'a@example.com'},{'email':'b@example.com'}]"),
                        "commit_each",
                        "false")
                .succeeds();
        assertThat(count()).isEqualTo(6);
    }

    @Test
    void cannotCreateWhileTheStorageTakesNoWrites() {
        var create = new String[] {"type_name", "pet", "attributes", "{}"};
        world.control("PUT", "/applications/shop/storage", "{\"refuseWrites\":true}");
        world.owner("/entity.create", create).fails(300, "error_creating_record");
        world.owner("/entity.count", "type_name", "pet").succeeds();
        world.control("PUT", "/applications/shop/storage", "{\"refuseWrites\":false}");
        world.owner("/entity.create", create).succeeds();
        assertThat(world.owner("/entity.count", "type_name", "pet")
                        .succeeds()
                        .path("total_count")
                        .asInt())
                .isEqualTo(1);
    }

    @Test
    void doesNotFindWhatIsNotThere() {
        world.owner("/entity", "type_name", "pet", "uuid", NO_ONE).fails(310, "record_not_found");
        world.owner("/entity", "type_name", "pet", "id", "77").fails(310, "record_not_found");
        world.owner("/access/getAccessToken", "type_name", "pet", "uuid", NO_ONE)
                .fails(310, "record_not_found");
        var uuid = world.record("pet", "{}");
        world.owner("/entity", "type_name", "pet", "uuid", uuid.toUpperCase(Locale.ROOT))
                .succeeds();
        world.owner("/entity.delete", "type_name", "pet", "uuid", uuid).succeeds();
        world.owner("/entity", "type_name", "pet", "uuid", uuid).fails(310, "record_not_found");
    }

    @Test
    void doesNotFindAnElementThatIsNotThere() {
        var uuid = world.record("pet", "{'toys':[{'kind':'ball'}]}");
        var id = toys(uuid).path(0).path("id").asLong();
        for (var path : new String[] {"/entity", "/entity.delete"}) {
            world.owner(path, "type_name", "pet", "uuid", uuid, "attribute_name", "toys#999")
                    .fails(310, "record_not_found");
        }
        world.owner("/entity.update", "type_name", "pet", "uuid", uuid, "attribute_name", "toys#999", "value", "{}")
                .fails(310, "record_not_found");
        world.owner("/entity.update", "type_name", "pet", "uuid", uuid, "attributes", json("{'toys':[{'id':999}]}"))
                .fails(310, "record_not_found");
        assertThat(world.owner("/entity", "type_name", "pet", "uuid", uuid, "attribute_name", "/toys#" + id + "/kind")
                        .succeeds()
                        .path("result")
                        .stringValue())
                .isEqualTo("ball");
        world.owner("/entity.delete", "type_name", "pet", "uuid", uuid, "attribute_name", "toys#" + id)
                .succeeds();
        assertThat(toys(uuid).size()).isZero();
    }

    @Test
    void addsAndChangesElements() {
        var uuid = world.record("pet", "{'toys':[{'kind':'ball','colour':'red'}]}");
        var id = toys(uuid).path(0).path("id").asLong();
        world.owner(
                        "/entity.update",
                        "type_name",
                        "pet",
                        "uuid",
                        uuid,
                        "attributes",
                        json("{'toys':[{'id':" + id + ",'colour':'blue'},{'kind':'bone'}]}"))
                .succeeds();
        assertThat(toys(uuid).path(0).toString()).isEqualTo(json("{'id':" + id + ",'kind':'ball','colour':'blue'}"));
        assertThat(toys(uuid).path(1).path("kind").stringValue()).isEqualTo("bone");
        world.owner(
                        "/entity.update",
                        "type_name",
                        "pet",
                        "uuid",
                        uuid,
                        "attribute_name",
                        "toys#" + id,
                        "value",
                        json("{'kind':'rope'}"))
                .succeeds();
        assertThat(toys(uuid).path(0).toString()).isEqualTo(json("{'id':" + id + ",'kind':'rope','colour':'blue'}"));
        world.owner(
                        "/entity.replace",
                        "type_name",
                        "pet",
                        "uuid",
                        uuid,
                        "attribute_name",
                        "toys#" + id,
                        "value",
                        json("{'kind':'rope'}"))
                .succeeds();
        assertThat(toys(uuid).path(0).toString()).isEqualTo(json("{'id':" + id + ",'kind':'rope','colour':null}"));
        world.owner(
                        "/entity.replace",
                        "type_name",
                        "pet",
                        "uuid",
                        uuid,
                        "attributes",
                        json("{'toys':[{'kind':'stick'}]}"))
                .succeeds();
        assertThat(toys(uuid).size()).isEqualTo(1);
        assertThat(toys(uuid).path(0).path("id").asLong()).isNotEqualTo(id);
    }

    @Test
    void givesIdsItself() {
        world.owner("/entity.create", "type_name", "pet", "attributes", json("{'id':7}"))
                .fails(320, "id_in_new_record");
        world.owner("/entity.create", "type_name", "pet", "attributes", json("{'toys':[{'id':7,'kind':'x'}]}"))
                .fails(320, "id_in_new_record");
        world.owner("/entity.create", "type_name", "pet", "id", "7", "attributes", "{}")
                .fails(320, "id_in_new_record");
        var created = world.owner(
                        "/entity.create",
                        "type_name",
                        "pet",
                        "include_record",
                        "true",
                        "attributes",
                        json("{'toys':[{'kind':'x'}]}"))
                .succeeds();
        assertThat(created.path("result").path("id")).isEqualTo(created.path("id"));
        world.owner(
                        "/entity.replace",
                        "type_name",
                        "pet",
                        "uuid",
                        created.path("uuid").stringValue(),
                        "attributes",
                        json("{'toys':[{'id':7}]}"))
                .fails(320, "id_in_new_record");
    }

    @ParameterizedTest
    @ValueSource(strings = {"created", "lastUpdated"})
    void holdsTimestampsAgainstTheRecord(String name) {
        var uuid = world.record("pet", "{}");
        world.advance(Duration.ofSeconds(5));
        world.owner("/entity.update", "type_name", "pet", "uuid", uuid, "attributes", json("{'tag':'x'}"))
                .succeeds();
        var actual = world.owner("/entity", "type_name", "pet", "uuid", uuid, "attribute_name", name)
                .succeeds()
                .path("result")
                .stringValue();
        assertThat(actual)
                .isEqualTo(
                        name.equals("created")
                                ? "2026-03-01 12:00:00.000000 +0000"
                                : "2026-03-01 12:00:05.000000 +0000");
        var supplied = "2026-03-01 12:00:01.000000 +0000";
        for (var path : new String[] {"/entity", "/entity.update", "/entity.replace", "/entity.delete"}) {
            var body = world.owner(
                            path,
                            "type_name",
                            "pet",
                            "uuid",
                            uuid,
                            "attributes",
                            path.equals("/entity") ? "[]" : "{}",
                            name,
                            supplied)
                    .fails(330, "timestamp_mismatch");
            assertThat(body.path("attribute_name").stringValue()).isEqualTo("/" + name);
            assertThat(body.path("actual_value").stringValue()).isEqualTo(actual);
            assertThat(body.path("supplied_value").stringValue()).isEqualTo(supplied);
        }
        world.owner("/entity.update", "type_name", "pet", "uuid", uuid, "attributes", "{}", name, actual)
                .succeeds();
    }

    @Test
    void replacesWhatIsNotNamedByNothing() {
        var uuid = world.record("user", "{'givenName':'A','familyName':'B'}");
        world.owner("/entity.replace", "type_name", "user", "uuid", uuid, "attributes", json("{'givenName':'C'}"))
                .succeeds();
        var record = world.owner("/entity", "type_name", "user", "uuid", uuid)
                .succeeds()
                .path("result");
        assertThat(record.path("givenName").stringValue()).isEqualTo("C");
        assertThat(record.path("familyName").isNull()).isTrue();
        assertThat(record.path("profiles").isArray()).isTrue();
    }

    @Test
    void createsManyAndShowsFailuresInTheirPlace() {
        var body = world.owner(
                        "/entity.bulkCreate",
                        "type_name",
                        "user",
                        "all_attributes",
                        json("[{'email':'a@b.de'},{'email':'A@b.de'},{'nope':1},{'email':'c@b.de'}]"))
                .succeeds();
        assertThat(body.path("results").path(0).isIntegralNumber()).isTrue();
        assertThat(body.path("uuid_results").path(3).isString()).isTrue();
        for (var field : new String[] {"results", "uuid_results"}) {
            var failed = body.path(field).path(1);
            assertThat(failed.toString())
                    .isEqualTo(json("{'code':361,'error':'unique_violation','error_description':"
                            + "'Attempted to update a duplicate value','stat':'error'}"));
            assertThat(body.path(field).path(2).path("code").asInt()).isEqualTo(223);
        }
        assertThat(world.owner("/entity.count", "type_name", "user")
                        .succeeds()
                        .path("total_count")
                        .asInt())
                .isEqualTo(2);
    }

    private JsonNode toys(String uuid) {
        return world.owner("/entity", "type_name", "pet", "uuid", uuid, "attribute_name", "toys")
                .succeeds()
                .path("result");
    }

    private List<Integer> codes(JsonNode results) {
        return results.values().stream()
                .map(result -> result.path("code").asInt(0))
                .toList();
    }

    private int count() {
        return world.owner("/entity.count", "type_name", "user")
                .succeeds()
                .path("total_count")
                .asInt();
    }
}
