package io.regcontract.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import io.regcontract.simulator.SimulatorFixture.Reply;
import io.regcontract.simulator.control.ArmedErrorDrill;
import io.regcontract.simulator.control.DrillOrder;
import io.regcontract.simulator.control.SimulatorControl;
import io.regcontract.simulator.control.state.NewApplication;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Sixteen tests at the same time in one simulator, each with an application and drills of its own. */
class ParallelDrillsTest {

    private static final int TESTS = 16;
    private static final int ROUNDS = 6;
    private static final String SIGN_IN = "/oauth/auth_native_traditional";
    private static final String PASSWORD = "a-long-password";

    private static final List<String> OF_OWNER = List.of(
            "maintenance",
            "quota-used-up",
            "storage-fails-reads",
            "storage-refuses-writes",
            "client-secret-rotated",
            "client-features-taken",
            "client-address-refused",
            "record-deleted",
            "entity-type-removed",
            "gateway-error-page");
    private static final List<String> OF_PERSON = List.of(
            "password-changed-undisclosed",
            "account-deleted-undisclosed",
            "address-changed-undisclosed",
            "form-tightened",
            "log-in-throttled",
            "maintenance",
            "quota-used-up",
            "client-features-taken",
            "gateway-error-page");

    @Tag("sized")
    @Test
    void doNotMeetTheDrillsOfEachOther() throws Exception {
        var world = new SimulatorFixture(builder -> builder);
        var threads = Executors.newFixedThreadPool(TESTS);
        try {
            for (int seed = 0; seed < FullLength.orElse(50, 1); seed++) {
                var together = new CyclicBarrier(TESTS);
                var tests = new ArrayList<Callable<Integer>>();
                for (int i = 0; i < TESTS; i++) {
                    var random = new Random(seed * 1_000L + i);
                    tests.add(() -> {
                        together.await(1, TimeUnit.MINUTES);
                        return new OneTest(world, random).met();
                    });
                }
                for (var test : threads.invokeAll(tests)) {
                    assertThat(finished(test)).as("seed " + seed).isEqualTo(2 * ROUNDS);
                }
            }
        } finally {
            threads.shutdownNow();
            world.close();
        }
    }

    private static int finished(Future<Integer> test) throws InterruptedException {
        try {
            return test.get();
        } catch (ExecutionException failed) {
            throw new AssertionError(failed.getCause());
        }
    }

    /** A test with an application of its own. */
    private static final class OneTest {

        private final SimulatorFixture world;
        private final Random random;
        private final NewApplication own;
        private final SimulatorControl control;

        OneTest(SimulatorFixture world, Random random) {
            this.world = world;
            this.random = random;
            this.own = world.simulator.control().applications().create();
            this.control = world.simulator.control().application(own.name());
        }

        /** How many calls met a drill, each of them its own. */
        int met() {
            int met = 0;
            try {
                for (int round = 0; round < ROUNDS; round++) {
                    met += ofOwner() + ofPerson(round);
                }
            } finally {
                control.applications().delete(own.name());
            }
            return met;
        }

        private int ofOwner() {
            var uuid = create("{}");
            var name = OF_OWNER.get(random.nextInt(OF_OWNER.size()));
            assertSucceeds(write(uuid));
            try (var drill = arm(name, "/entity.update")) {
                assertMeets(drill, write(uuid));
            }
            assertSucceeds(write(uuid));
            return 1;
        }

        private int ofPerson(int round) {
            var address = "person" + round + "@example.com";
            create("{\"email\":\"" + address + "\",\"password\":\"" + PASSWORD + "\"}");
            var name = OF_PERSON.get(random.nextInt(OF_PERSON.size()));
            assertSucceeds(signIn(address));
            try (var drill = arm(name, SIGN_IN)) {
                assertMeets(drill, signIn(address));
            }
            assertSucceeds(signIn(address));
            return 1;
        }

        private ArmedErrorDrill arm(String name, String operation) {
            return control.drill(DrillOrder.named(name).at(operation));
        }

        private void assertMeets(ArmedErrorDrill drill, Reply reply) {
            if (drill.code() == 0) {
                assertThat(reply.status()).as(drill.name()).isEqualTo(502);
            } else {
                assertThat(reply.body().path("code").asInt(0))
                        .as("%s: %s", drill.name(), reply.text())
                        .isEqualTo(drill.code());
            }
            assertThat(drill.calls()).as(drill.name()).isEqualTo(1);
        }

        private static void assertSucceeds(Reply reply) {
            assertThat(reply.body().path("stat").stringValue(""))
                    .as(reply.text())
                    .isEqualTo("ok");
        }

        private String create(String attributes) {
            var reply = world.as(
                    own.ownerClientId(),
                    own.ownerClientSecret(),
                    "/entity.create",
                    "type_name",
                    "user",
                    "attributes",
                    attributes);
            assertSucceeds(reply);
            return reply.body().path("uuid").stringValue();
        }

        private Reply write(String uuid) {
            return world.as(
                    own.ownerClientId(),
                    own.ownerClientSecret(),
                    "/entity.update",
                    "type_name",
                    "user",
                    "uuid",
                    uuid,
                    "attributes",
                    "{\"aboutMe\":\"" + random.nextInt() + "\"}");
        }

        private Reply signIn(String address) {
            return world.post(
                    SIGN_IN,
                    Map.of(),
                    "client_id",
                    own.loginClientId(),
                    "redirect_uri",
                    "https://shop.example/cb",
                    "form",
                    "signInForm",
                    "signInEmailAddress",
                    address,
                    "currentPassword",
                    PASSWORD);
        }
    }
}
