package io.regcontract.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import io.regcontract.simulator.control.ArmedErrorDrill;
import io.regcontract.simulator.control.DrillOrder;
import io.regcontract.simulator.control.OfferedDrill;
import io.regcontract.simulator.store.StorageException;
import io.regcontract.simulator.store.WriteRefusedException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Several drills of one record and its schema at once: whichever are in force, each perhaps twice, and in whatever order they are undone. */
class DrillsTogetherTest {

    private static final int SEEDS = 100;

    private static final String TYPE = "badges";

    private final SimulatorFixture world = new SimulatorFixture();

    @AfterEach
    void stop() {
        world.close();
    }

    @Test
    void leaveNoTraceInWhateverOrderTheyComeAndGo() {
        world.type(
                TYPE,
                "[{'name':'badge','type':'string','constraints':['unique']},{'name':'text','type':'string'},"
                        + "{'name':'note','type':'string'},{'name':'cards','type':'plural','attr_defs':"
                        + "[{'name':'number','type':'string'}]}]");
        world.record(TYPE, "{'badge':'another','text':'a text of some length'}");
        var uuid = world.record(TYPE, "{'badge':'7','text':'old','note':'n','cards':[{'number':'1'},{'number':'2'}]}");
        var before = state(uuid);
        var record = before.get(0);
        var write = new String[] {
            "type_name",
            TYPE,
            "uuid",
            uuid,
            "lastUpdated",
            record.path("lastUpdated").stringValue(),
            "attributes",
            SimulatorFixture.json("{'badge':'8','text':'a text of some length','note':null,'cards':[{'id':"
                    + record.path("cards").path(0).path("id") + ",'number':'9'}]}")
        };
        var offered = world.simulator.control().offeredDrills().stream()
                .filter(drill -> drill.operations().contains("/entity.update") && drill.code() > 0)
                .map(OfferedDrill::name)
                .toList();
        assertThat(offered).hasSizeGreaterThan(22);

        for (int seed = 0; seed < SEEDS; seed++) {
            var random = new Random(seed);
            var some = new ArrayList<>(offered);
            some.addAll(offered);
            Collections.shuffle(some, random);
            var armed = new ArrayList<ArmedErrorDrill>();
            some.subList(0, 2 + random.nextInt(some.size() - 2))
                    .forEach(name -> armed.add(world.simulator
                            .control()
                            .drill(DrillOrder.named(name).at("/entity.update"))));
            var reply = world.owner("/entity.update", write);
            assertThat(reply.body().path("stat").stringValue(""))
                    .as("seed " + seed)
                    .isEqualTo("error");
            Collections.shuffle(armed, random);
            armed.forEach(ArmedErrorDrill::close);
            assertThat(withoutTime(state(uuid)))
                    .as(
                            "seed %d, %s, undone as %s",
                            seed,
                            some,
                            armed.stream().map(ArmedErrorDrill::name).toList())
                    .isEqualTo(withoutTime(before));
        }
        // What the storage's own drills lead to, and nothing that went wrong in a drill.
        assertThat(world.faults).allSatisfy(fault -> assertThat(fault)
                .isInstanceOfAny(StorageException.class, WriteRefusedException.class));
    }

    /** The records, those of the type together, its schema and what is said of its attributes. */
    private List<JsonNode> state(String uuid) {
        return List.of(
                world.owner("/entity", "type_name", TYPE, "uuid", uuid)
                        .succeeds()
                        .path("result"),
                world.owner("/entity.find", "type_name", TYPE).succeeds().path("results"),
                world.owner("/entityType", "type_name", TYPE).succeeds().path("schema"),
                world.owner("/entityType.properties", "type_name", TYPE)
                        .succeeds()
                        .path("results"),
                world.owner(
                                "/entityType.getAccessSchema",
                                "type_name",
                                TYPE,
                                "for_client_id",
                                "owner",
                                "access_type",
                                "write")
                        .succeeds()
                        .path("schema"));
    }

    /** The time of the last change stays where a record was changed by several. */
    private static List<JsonNode> withoutTime(List<JsonNode> state) {
        var copies = state.stream().map(JsonNode::deepCopy).toList();
        ((ObjectNode) copies.get(0)).remove("lastUpdated");
        copies.get(1).values().forEach(record -> ((ObjectNode) record).remove("lastUpdated"));
        return copies;
    }
}
