package io.regcontract.simulator;

import static io.regcontract.simulator.World.json;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Many at once want what only one can have: one gets it, the others get the error that says so. */
class ConcurrencyTest {

    private static final int CALLERS = 32;

    private final World world = new World();
    private final ExecutorService pool = Executors.newFixedThreadPool(CALLERS);

    @AfterEach
    void stop() {
        pool.shutdownNow();
        world.close();
    }

    @Test
    void oneRecordHoldsAUniqueValue() throws Exception {
        race(361, () -> world.owner("/entity.create", "type_name", "user", "attributes", json("{'email':'a@b.de'}")));
    }

    @Test
    void oneTypeHasAName() throws Exception {
        race(232, () -> world.owner("/entityType.create", "type_name", "pet", "attr_defs", "[]"));
    }

    @Test
    void oneAttributeHasAName() throws Exception {
        race(
                233,
                () -> world.owner(
                        "/entityType.addAttribute",
                        "type_name",
                        "user",
                        "attr_def",
                        json("{'name':'x','type':'string'}")));
    }

    @Test
    void oneCallerUsesACode() throws Exception {
        var uuid = world.record("user", "{}");
        var code = world.owner("/access/getAuthorizationCode", "type_name", "user", "uuid", uuid)
                .succeeds()
                .path("authorizationCode")
                .stringValue();
        race(200, () -> world.owner("/oauth/token", "grant_type", "authorization_code", "code", code));
    }

    @Test
    void oneElementOfOneBulkCallHoldsAUniqueValue() throws Exception {
        var results = together(() ->
                world.owner("/entity.bulkCreate", "type_name", "user", "all_attributes", json("[{'email':'a@b.de'}]")));
        var codes = new ArrayList<Integer>();
        for (var result : results) {
            codes.add(result.succeeds().path("results").path(0).path("code").asInt(0));
        }
        assertThat(codes).containsOnlyOnce(0).filteredOn(code -> code == 361).hasSize(CALLERS - 1);
    }

    private void race(int code, Supplier<World.Reply> call) throws Exception {
        var codes = new ArrayList<Integer>();
        for (var reply : together(call)) {
            codes.add(reply.body().path("code").asInt(0));
        }
        assertThat(codes).containsOnlyOnce(0).filteredOn(each -> each == code).hasSize(CALLERS - 1);
    }

    private List<World.Reply> together(Supplier<World.Reply> call) throws InterruptedException, ExecutionException {
        var barrier = new CyclicBarrier(CALLERS);
        var futures = new ArrayList<Future<World.Reply>>();
        for (int i = 0; i < CALLERS; i++) {
            futures.add(pool.submit(() -> {
                barrier.await();
                return call.get();
            }));
        }
        var replies = new ArrayList<World.Reply>();
        for (var future : futures) {
            replies.add(future.get());
        }
        return replies;
    }
}
