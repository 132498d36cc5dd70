package io.regcontract.simulator;

import static io.regcontract.simulator.SimulatorFixture.json;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** What is refused has changed nothing, not even half of it. */
class AllOrNothingTest {

    private final SimulatorFixture world = new SimulatorFixture();

    @BeforeEach
    void prepare() {
        world.type(
                "pet",
                "[{'name':'name','type':'string'},{'name':'chip','type':'string','constraints':['unique']},"
                        + "{'name':'toys','type':'plural','attr_defs':["
                        + "{'name':'kind','type':'string','constraints':['locally-unique']},"
                        + "{'name':'serial','type':'string','constraints':['unique']}]}]");
    }

    @AfterEach
    void stop() {
        world.close();
    }

    @Test
    void leavesAnElementWhereItIsThatTheOtherRecordDoesNotTake() {
        var from = world.record("pet", "{'toys':[{'kind':'ball','serial':'1'}]}");
        var to = world.record("pet", "{'toys':[{'kind':'ball','serial':'2'}]}");
        var before = record(from);
        adopt(to, before).fails(361, "unique_violation");
        assertThat(record(from)).isEqualTo(before);
        world.owner("/entity.update", "type_name", "pet", "uuid", to, "attributes", json("{'toys':null}"))
                .succeeds();
        adopt(to, before).succeeds();
        assertThat(record(from).path("toys")).isEmpty();
        assertThat(record(to).path("toys").path(0).path("serial").stringValue()).isEqualTo("1");
        // The unique value has gone along, and is still known as taken.
        world.owner("/entity.create", "type_name", "pet", "attributes", json("{'toys':[{'serial':'1'}]}"))
                .fails(361, "unique_violation");
    }

    @Test
    void leavesAnElementWhereItIsWhenTheStorageTakesNoWrites() {
        var from = world.record("pet", "{'toys':[{'kind':'ball','serial':'1'}]}");
        var to = world.record("pet", "{}");
        var before = record(from);
        world.control("PUT", "/applications/shop/storage", json("{'refuseWrites':true}"));
        adopt(to, before).fails(500, "unexpected_error");
        world.control("PUT", "/applications/shop/storage", "{}");
        assertThat(record(from)).isEqualTo(before);
        world.owner("/entity.create", "type_name", "pet", "attributes", json("{'toys':[{'serial':'1'}]}"))
                .fails(361, "unique_violation");
    }

    @Test
    void leavesNoTraceOfRecordsThatWereCreatedTogetherWithOneThatWasNot() {
        world.owner(
                        "/entity.bulkCreate",
                        "type_name",
                        "pet",
                        "commit_each",
                        "false",
                        "all_attributes",
                        json("[{'chip':'1'},{'chip':'1'}]"))
                .succeeds();
        assertThat(count()).isZero();
        world.owner("/versions/entity", "type_name", "pet", "id", "1", "timestamp", "now")
                .fails(310, "record_not_found");
        world.record("pet", "{'chip':'1'}");
    }

    @Test
    void keepsTheTokensOfARecordThatTheStorageDoesNotLetGo() {
        var uuid = world.record("pet", "{}");
        var token = new Permissions(world).token("pet", uuid, "owner");
        world.control("PUT", "/applications/shop/storage", json("{'refuseWrites':true}"));
        for (var path : new String[] {"/entity.delete", "/entity.bulkDelete", "/entity.purge"}) {
            world.owner(path, "type_name", "pet", "uuid", uuid, "filter", "id > 0", "commit", "true")
                    .fails(500, "unexpected_error");
        }
        world.control("PUT", "/applications/shop/storage", "{}");
        world.anyone("/entity", "access_token", token).succeeds();
    }

    @Test
    void keepsATypeAsItWasWhoseRecordsTheStorageDoesNotChange() {
        world.record("pet", "{'name':'bo'}");
        var before = world.owner("/entityType", "type_name", "pet").succeeds();
        world.control("PUT", "/applications/shop/storage", json("{'refuseWrites':true}"));
        world.owner("/entityType.removeAttribute", "type_name", "pet", "attribute_name", "name")
                .fails(500, "unexpected_error");
        world.owner("/entityType.renameAttribute", "type_name", "pet", "source_name", "name", "target_name", "nick")
                .fails(500, "unexpected_error");
        world.control("PUT", "/applications/shop/storage", "{}");
        assertThat(world.owner("/entityType", "type_name", "pet").succeeds()).isEqualTo(before);
    }

    private SimulatorFixture.Reply adopt(String parent, JsonNode holder) {
        return world.owner(
                "/entity.adopt",
                "type_name",
                "pet",
                "id",
                record(parent).path("id").toString(),
                "attribute_name",
                "toys",
                "child_id",
                holder.path("toys").path(0).path("id").toString());
    }

    private int count() {
        return world.owner("/entity.count", "type_name", "pet")
                .succeeds()
                .path("total_count")
                .asInt();
    }

    private JsonNode record(String uuid) {
        return world.owner("/entity", "type_name", "pet", "uuid", uuid)
                .succeeds()
                .path("result");
    }
}
