package io.regcontract.simulator;

import static io.regcontract.simulator.SimulatorFixture.json;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.ValueSource;

/** Many at once want what only one can have: one gets it, the others get the error that says so. */
@ParameterizedClass(name = "state in {0}")
@ValueSource(strings = {"memory", "a file"})
class ConcurrencyTest {

    private static final int CALLERS = 32;

    @TempDir
    private Path directory;

    @Parameter
    private String state = "";

    private SimulatorFixture world;
    private final ExecutorService pool = Executors.newFixedThreadPool(CALLERS);

    @BeforeEach
    void start() {
        world = new SimulatorFixture(
                builder -> state.equals("memory") ? builder : builder.state(directory.resolve("state.db")));
    }

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
    void oneCallerUsesARefreshToken() throws Exception {
        var uuid = world.record("user", "{}");
        var code = world.owner("/access/getAuthorizationCode", "type_name", "user", "uuid", uuid)
                .succeeds()
                .path("authorizationCode")
                .stringValue();
        var token = world.owner("/oauth/token", "grant_type", "authorization_code", "code", code)
                .succeeds()
                .path("refresh_token")
                .stringValue();
        race(200, () -> world.owner("/oauth/token", "grant_type", "refresh_token", "refresh_token", token));
    }

    @Test
    void oneCallerUsesAVerificationCode() throws Exception {
        var uuid = world.record("user", "{}");
        var code = world.owner(
                        "/access/getVerificationCode",
                        "type_name",
                        "user",
                        "uuid",
                        uuid,
                        "attribute_name",
                        "emailVerified")
                .succeeds()
                .path("verification_code")
                .stringValue();
        race(200, () -> world.anyone("/access/useVerificationCode", "verification_code", code));
    }

    @Test
    void oneCallerUsesACreationToken() throws Exception {
        var token = world.owner("/access/getCreationToken", "type_name", "user", "for_client_id", "login")
                .succeeds()
                .path("creation_token")
                .stringValue();
        race(
                200,
                () -> world.anyone("/entity.create", "creation_token", token, "attributes", "{}", "type_name", "user"));
        assertThat(world.owner("/entity.count", "type_name", "user")
                        .succeeds()
                        .path("total_count")
                        .asInt())
                .isEqualTo(1);
    }

    @Test
    void oneCallerTakesAnAddressByChangingARecord() throws Exception {
        var uuids = new ArrayDeque<String>();
        for (int i = 0; i < CALLERS; i++) {
            uuids.add(world.record("user", "{}"));
        }
        race(361, () -> {
            String uuid;
            synchronized (uuids) {
                uuid = uuids.remove();
            }
            return world.owner(
                    "/entity.update", "type_name", "user", "uuid", uuid, "attributes", json("{'email':'a@b.de'}"));
        });
    }

    @Test
    void oneRegistrationTakesAnAddress() throws Exception {
        race(
                380,
                () -> world.login(
                        "/oauth/register_native_traditional",
                        "form",
                        "registrationForm",
                        "emailAddress",
                        "ada@example.com",
                        "newPassword",
                        "her-password",
                        "newPasswordConfirm",
                        "her-password"));
    }

    @Test
    void oneElementOfOneBulkCallHoldsAUniqueValue() throws Exception {
        var results = together(() ->
                world.owner("/entity.bulkCreate", "type_name", "user", "all_attributes", json("[{'email':'a@b.de'}]")));
        var codes = new ArrayList<Integer>();
        for (var result : results) {
            var element = result.succeeds().path("results").path(0);
            codes.add(element.path("code").asInt(0));
            assertThat(element.has("request_token")).isFalse();
            if (element.has("code")) {
                assertThat(element.path("stat").stringValue()).isEqualTo("error");
                assertThat(element.path("error").stringValue()).isEqualTo("unique_violation");
            }
        }
        assertThat(codes).containsOnlyOnce(0).filteredOn(code -> code == 361).hasSize(CALLERS - 1);
    }

    private void race(int code, Supplier<SimulatorFixture.Reply> call) throws Exception {
        var codes = new ArrayList<Integer>();
        for (var reply : together(call)) {
            codes.add(reply.body().path("code").asInt(0));
        }
        assertThat(codes).containsOnlyOnce(0).filteredOn(each -> each == code).hasSize(CALLERS - 1);
    }

    private List<SimulatorFixture.Reply> together(Supplier<SimulatorFixture.Reply> call)
            throws InterruptedException, ExecutionException {
        var barrier = new CyclicBarrier(CALLERS);
        var futures = new ArrayList<Future<SimulatorFixture.Reply>>();
        for (int i = 0; i < CALLERS; i++) {
            futures.add(pool.submit(() -> {
                barrier.await();
                return call.get();
            }));
        }
        var replies = new ArrayList<SimulatorFixture.Reply>();
        for (var future : futures) {
            replies.add(future.get());
        }
        return replies;
    }
}
