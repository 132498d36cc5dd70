package io.regcontract.simulator;

import static io.regcontract.simulator.SimulatorFixture.json;
import static org.assertj.core.api.Assertions.assertThat;

import io.regcontract.simulator.store.postgresql.PostgresqlServer;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * The database is killed below a simulator that serves: calls fail while it is away and go on when it is back, and what
 * was acknowledged is there, in the simulator and after it was started again.
 */
@Tag("sized")
class KilledDatabaseTest {

    private static final int KILLS = FullLength.orElse(5, 2);
    private static final int WRITERS = 6;

    private final PostgresqlServer server = PostgresqlServer.start();
    private final String database = server.database();
    private final ExecutorService pool = Executors.newFixedThreadPool(WRITERS);
    private SimulatorFixture world = new SimulatorFixture();

    @BeforeEach
    void start() {
        world = new SimulatorFixture(builder -> builder.state(StateDatabase.at(server.url(database))
                .user(PostgresqlServer.OWNER)
                .password(PostgresqlServer.PASSWORD)));
    }

    @AfterEach
    void stop() {
        pool.shutdownNow();
        world.close();
        server.close();
    }

    @Test
    void failsWhileItIsAwayAndGoesOnWhenItIsBack() {
        var uuid = world.record("user", "{'email':'before@example.com'}");
        server.kill();
        create("away@example.com").fails(500, "unexpected_error");
        world.owner("/entity", "type_name", "user", "uuid", uuid).fails(500, "unexpected_error");
        assertThat(world.faults).extracting(Throwable::getMessage).anySatisfy(said -> assertThat(said)
                .startsWith("the state in schema regcontract of database " + database + " at 127.0.0.1:")
                .contains("no server of PostgreSQL answers")
                .doesNotContain(PostgresqlServer.PASSWORD));
        server.up();
        succeedsSoon(() -> create("after@example.com"));
        world.owner("/entity", "type_name", "user", "uuid", uuid).succeeds();
        assertThat(addresses()).contains("before@example.com", "after@example.com");
        var known = addresses();
        world.close();
        start();
        assertThat(addresses()).isEqualTo(known);
    }

    /** No one is told of a restart that happened while no one called. */
    @Test
    void bearsARestartBetweenCalls() {
        create("before@example.com").succeeds();
        server.kill();
        server.up();
        create("after@example.com").succeeds();
        assertThat(addresses()).containsExactly("after@example.com", "before@example.com");
    }

    @Test
    void losesNothingThatWasAcknowledgedWhileManyWrite() throws Exception {
        var goesOn = new AtomicBoolean(true);
        var first = new CountDownLatch(50);
        List<CountDownLatch> acknowledged = new ArrayList<>(List.of(first));
        for (int i = 0; i < KILLS; i++) {
            acknowledged.add(new CountDownLatch(50));
        }
        var writers = new ArrayList<Future<List<String>>>();
        for (int writer = 0; writer < WRITERS; writer++) {
            var prefix = writer + "-";
            writers.add(pool.submit(() -> write(prefix, goesOn, acknowledged)));
        }
        for (var enough : acknowledged) {
            assertThat(enough.await(120, TimeUnit.SECONDS)).isTrue();
            if (enough != acknowledged.get(KILLS)) {
                server.kill();
                server.up();
            }
        }
        goesOn.set(false);
        var told = new TreeSet<String>();
        for (var writer : writers) {
            told.addAll(writer.get(60, TimeUnit.SECONDS));
        }
        var known = addresses();
        assertThat(known).containsAll(told);
        world.close();
        start();
        // Memory was what the database had: nothing comes, and nothing goes.
        assertThat(addresses()).isEqualTo(known);
        known.forEach(address -> create(address).fails(361, "unique_violation"));
    }

    private List<String> write(String prefix, AtomicBoolean goesOn, List<CountDownLatch> acknowledged) {
        var mine = new ArrayList<String>();
        for (int i = 0; goesOn.get(); i++) {
            var address = prefix + i + "@example.com";
            if (create(address).body().path("stat").asString().equals("ok")) {
                mine.add(address);
                acknowledged.stream()
                        .filter(each -> each.getCount() > 0)
                        .findFirst()
                        .ifPresent(CountDownLatch::countDown);
            }
        }
        return mine;
    }

    /** Calls until it is back, which it is told by nobody. */
    private static void succeedsSoon(Callable<SimulatorFixture.Reply> call) {
        assertThat(java.util.stream.Stream.generate(() -> reply(call))
                        .limit(20_000)
                        .anyMatch(reply -> reply.body().path("stat").asString().equals("ok")))
                .isTrue();
    }

    private static SimulatorFixture.Reply reply(Callable<SimulatorFixture.Reply> call) {
        try {
            return call.call();
        } catch (Exception failed) {
            throw new IllegalStateException(failed);
        }
    }

    private SimulatorFixture.Reply create(String address) {
        return world.owner("/entity.create", "type_name", "user", "attributes", json("{'email':'" + address + "'}"));
    }

    private Set<String> addresses() {
        var addresses = new TreeSet<String>();
        world.owner("/entity.find", "type_name", "user", "filter", "true", "max_results", "10000")
                .succeeds()
                .path("results")
                .forEach(each -> addresses.add(each.path("email").asString()));
        return addresses;
    }
}
