package io.regcontract.simulator;

import static io.regcontract.simulator.SimulatorFixture.json;
import static org.assertj.core.api.Assertions.assertThat;

import io.regcontract.simulator.store.FullDisk;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A disk that is full: what was refused is not there, and writing goes on when there is room again. */
class FullDiskTest {

    @TempDir
    private Path directory;

    private SimulatorFixture world = new SimulatorFixture();

    @BeforeEach
    void start() {
        world = new SimulatorFixture(builder -> builder.state(file()).stateFiles(FullDisk::open));
    }

    @AfterEach
    void stop() {
        FullDisk.of(file(), false);
        world.close();
    }

    @Test
    void showsNothingOfWhatItRefused() {
        world.record("user", "{'email':'before@example.com'}");
        FullDisk.of(file(), true);
        create("refused@example.com").fails(500, "unexpected_error");
        world.owner("/settings/set", "key", "motto", "value", "x").fails(500, "unexpected_error");
        world.owner("/entityType.create", "type_name", "pet", "attr_defs", "[]").fails(500, "unexpected_error");
        world.owner("/clients/add", "description", "x", "features", "[\"owner\"]")
                .fails(500, "unexpected_error");
        assertThat(count()).isEqualTo(1);
        world.owner("/settings/items").succeeds().path("result").forEach(value -> assertThat(value.asString())
                .isNotEqualTo("x"));
        world.owner("/entity.count", "type_name", "pet").fails(222, "unknown_entity_type");
        assertThat(world.owner("/clients/list").succeeds().path("results").size())
                .isEqualTo(2);
    }

    @Test
    void writesAgainAsSoonAsThereIsRoom() {
        for (int round = 0; round < 3; round++) {
            FullDisk.of(file(), true);
            create(round + "@example.com").fails(500, "unexpected_error");
            FullDisk.of(file(), false);
            // Its place among the unique values is free: it was never taken.
            create(round + "@example.com").succeeds();
            create(round + "@example.com").fails(361, "unique_violation");
        }
        world.close();
        start();
        assertThat(count()).isEqualTo(3);
    }

    @Test
    void keepsWhatWasThereWhenARemovalIsRefused() {
        var uuid = world.record("user", "{'email':'stays@example.com'}");
        world.type("pet", "[{'name':'tag','type':'string'}]");
        world.record("pet", "{'tag':'a'}");
        world.control("POST", "/applications", "{\"name\":\"second\"}");
        FullDisk.of(file(), true);
        world.owner("/entity.delete", "type_name", "user", "uuid", uuid).fails(500, "unexpected_error");
        world.owner("/entityType.delete", "type_name", "pet", "commit", "true").fails(500, "unexpected_error");
        assertThat(world.controlReply("DELETE", "/applications/second", "", SimulatorFixture.CONTROL_TOKEN)
                        .status())
                .isEqualTo(500);
        assertThat(world.controlReply("POST", "/reset", "", SimulatorFixture.CONTROL_TOKEN)
                        .status())
                .isEqualTo(500);
        world.owner("/entity", "type_name", "user", "uuid", uuid).succeeds();
        assertThat(world.owner("/entity.count", "type_name", "pet")
                        .succeeds()
                        .path("total_count")
                        .asInt())
                .isEqualTo(1);
        assertThat(world.control("GET", "/", "").path("applications").toString())
                .isEqualTo("[\"second\",\"shop\"]");
        FullDisk.of(file(), false);
        world.owner("/entity.delete", "type_name", "user", "uuid", uuid).succeeds();
        world.control("DELETE", "/applications/second", "");
    }

    @Test
    void losesNothingAndShowsNothingElseWhileManyWrite() throws Exception {
        var pool = Executors.newFixedThreadPool(8);
        var acknowledged = new ArrayList<Future<List<String>>>();
        for (int writer = 0; writer < 8; writer++) {
            var prefix = writer + "-";
            acknowledged.add(pool.submit(() -> {
                var mine = new ArrayList<String>();
                for (int i = 0; i < 40; i++) {
                    var address = prefix + i + "@example.com";
                    if (create(address).body().path("stat").asString().equals("ok")) {
                        mine.add(address);
                    }
                    FullDisk.of(file(), i % 7 == 3);
                }
                return mine;
            }));
        }
        pool.shutdown();
        assertThat(pool.awaitTermination(120, TimeUnit.SECONDS)).isTrue();
        FullDisk.of(file(), false);
        var expected = new ArrayList<String>();
        for (var each : acknowledged) {
            expected.addAll(each.get());
        }
        assertThat(addresses()).containsExactlyInAnyOrderElementsOf(expected);
        world.close();
        start();
        assertThat(addresses()).containsExactlyInAnyOrderElementsOf(expected);
    }

    private SimulatorFixture.Reply create(String address) {
        return world.owner("/entity.create", "type_name", "user", "attributes", json("{'email':'" + address + "'}"));
    }

    private int count() {
        return world.owner("/entity.count", "type_name", "user")
                .succeeds()
                .path("total_count")
                .asInt();
    }

    private List<String> addresses() {
        var addresses = new ArrayList<String>();
        world.owner("/entity.find", "type_name", "user", "max_results", "10000")
                .succeeds()
                .path("results")
                .forEach(record -> addresses.add(record.path("email").asString()));
        return addresses;
    }

    private Path file() {
        return directory.resolve("state.db");
    }
}
