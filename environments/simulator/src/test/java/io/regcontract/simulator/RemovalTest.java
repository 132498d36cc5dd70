package io.regcontract.simulator;

import static io.regcontract.simulator.SimulatorFixture.json;
import static org.assertj.core.api.Assertions.assertThat;

import io.regcontract.simulator.application.ApplicationState;
import io.regcontract.simulator.client.Client;
import io.regcontract.simulator.store.DurableStore;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An application that was removed stays removed, also when calls were waiting for it. */
class RemovalTest {

    private static final int ROUNDS = 300;

    @TempDir
    private Path directory;

    private final ExecutorService pool = Executors.newFixedThreadPool(3);

    @AfterEach
    void stop() {
        pool.shutdownNow();
    }

    @Test
    void bringsNothingBackThatCallsWereAboutToWrite() throws Exception {
        var file = directory.resolve("state.db");
        try (var world = new SimulatorFixture(builder -> builder.state(file))) {
            for (int round = 0; round < ROUNDS; round++) {
                raceAgainstRemoval(world);
            }
            assertThat(world.control("GET", "/", "").path("applications").toString())
                    .isEqualTo("[\"shop\"]");
        }
        try (var store = DurableStore.open(file)) {
            assertThat(store.table("applications", ApplicationState.class).keys())
                    .containsExactly("shop");
            assertThat(store.table("clients", Client.class).keys()).containsExactlyInAnyOrder("owner", "login");
        }
    }

    private void raceAgainstRemoval(SimulatorFixture world) throws Exception {
        var made = world.control("POST", "/applications", "");
        var path = "/applications/" + made.path("name").stringValue();
        var barrier = new CyclicBarrier(3);
        var calls = new ArrayList<Future<Integer>>();
        calls.add(pool.submit(() -> {
            barrier.await();
            return world.controlReply("DELETE", path, "", SimulatorFixture.CONTROL_TOKEN)
                    .status();
        }));
        calls.add(pool.submit(() -> {
            barrier.await();
            return world.controlReply(
                            "POST", path + "/clock", json("{'advanceSeconds':60}"), SimulatorFixture.CONTROL_TOKEN)
                    .status();
        }));
        calls.add(pool.submit(() -> {
            barrier.await();
            return world.as(
                            made.path("ownerClientId").stringValue(),
                            made.path("ownerClientSecret").stringValue(),
                            "/clients/add",
                            "description",
                            "late")
                    .body()
                    .path("code")
                    .asInt(0);
        }));
        assertThat(calls.get(0).get()).isEqualTo(200);
        assertThat(calls.get(1).get()).isIn(200, 404);
        assertThat(calls.get(2).get()).isIn(0, 402);
    }
}
