package io.regcontract.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import io.regcontract.simulator.SimulatorFixture.Reply;
import io.regcontract.simulator.control.ArmedErrorDrill;
import io.regcontract.simulator.control.DrillOrder;
import io.regcontract.simulator.control.ErrorDrill;
import io.regcontract.simulator.control.client.ClientFeature;
import io.regcontract.simulator.control.state.FeatureGroup;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** What drills of sign-in, tokens, clients and switches leave alone: neighbours, and what is newer than they are. */
class CallerDrillsTest {

    private static final String PASSWORD = "a-long-password";
    private static final String SIGN_IN = "/oauth/auth_native_traditional";
    private static final int SEEDS = 40;

    private final SimulatorFixture world = new SimulatorFixture();

    @AfterEach
    void stop() {
        world.close();
        assertThat(world.faults).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(
            mode = Mode.INCLUDE,
            names = {
                "PASSWORD_REMOVED",
                "PASSWORD_CHANGED",
                "ACCOUNT_DELETED",
                "ADDRESS_CHANGED",
                "LOG_IN_THROTTLED",
                "PASSWORD_CHANGED_UNDISCLOSED",
                "ACCOUNT_DELETED_UNDISCLOSED",
                "ADDRESS_CHANGED_UNDISCLOSED"
            })
    void befallTheSignInOfOnePersonAndOfNoOther(ErrorDrill drill) {
        var flow = drill.name().endsWith("UNDISCLOSED") ? "standard" : "telling";
        var ada = person("ada@example.com");
        person("bob@example.com");
        var before = entity(ada);
        for (var aim : List.of("ADA@example.com", ada)) {
            try (var armed = arm(DrillOrder.of(drill).person(aim))) {
                signIn("bob@example.com", flow).succeeds();
                assertThat(signIn("ada@example.com", flow).body().path("code").asInt())
                        .isEqualTo(drill.code());
                signIn("bob@example.com", flow).succeeds();
                assertThat(signIn("ada@example.com", flow).body().path("code").asInt())
                        .isEqualTo(drill.code());
                assertThat(armed.calls()).isEqualTo(2);
            }
            assertThat(entity(ada)).isEqualTo(before);
        }
        signIn("ada@example.com", flow).succeeds();
    }

    @Test
    void befallATokenOfOnePersonAndOfNoOther() {
        var ada = token(person("ada@example.com"));
        var bob = token(person("bob@example.com"));
        try (var drill = arm(DrillOrder.of(ErrorDrill.ACCESS_TOKEN_EXPIRED).person("bob@example.com"))) {
            world.anyone("/entity", "access_token", ada).succeeds();
            world.anyone("/entity", "access_token", bob).fails(414, "access_token_expired");
            assertThat(drill.calls()).isEqualTo(1);
        }
        world.anyone("/entity", "access_token", bob).succeeds();
    }

    @ParameterizedTest
    @EnumSource(
            mode = Mode.INCLUDE,
            names = {"CLIENT_SECRET_ROTATED", "CLIENT_DELETED", "CLIENT_FEATURES_TAKEN", "CLIENT_ADDRESS_REFUSED"})
    void befallOneClientAndNoOther(ErrorDrill drill) {
        var other = world.simulator.control().clients().add(ClientFeature.OWNER);
        try (var armed = arm(DrillOrder.of(drill).client(other.id()))) {
            world.owner("/entity.count", "type_name", "user").succeeds();
            for (int i = 0; i < 2; i++) {
                assertThat(world.as(other.id(), other.secret(), "/entity.count", "type_name", "user")
                                .body()
                                .path("code")
                                .asInt())
                        .isEqualTo(drill.code());
            }
            world.owner("/entity.count", "type_name", "user").succeeds();
            assertThat(armed.calls()).isEqualTo(2);
        }
        world.as(other.id(), other.secret(), "/entity.count", "type_name", "user")
                .succeeds();
    }

    @ParameterizedTest
    @EnumSource(
            mode = Mode.INCLUDE,
            names = {"MAINTENANCE", "QUOTA_USED_UP", "STORAGE_FAILS_READS", "STORAGE_REFUSES_WRITES"})
    void befallOneApplicationAndNoOther(ErrorDrill drill) {
        var other = world.simulator.control().applications().create();
        var attributes = new String[] {"type_name", "user", "uuid", person("ada@example.com"), "attributes", "{}"};
        var record = world.as(
                        other.ownerClientId(),
                        other.ownerClientSecret(),
                        "/entity.create",
                        "type_name",
                        "user",
                        "attributes",
                        "{}")
                .succeeds()
                .path("uuid")
                .stringValue();
        try (var armed = arm(DrillOrder.of(drill).at("/entity.update"))) {
            assertThat(world.owner("/entity.update", attributes)
                            .body()
                            .path("code")
                            .asInt())
                    .isEqualTo(drill.code());
            world.as(
                            other.ownerClientId(),
                            other.ownerClientSecret(),
                            "/entity.update",
                            "type_name",
                            "user",
                            "uuid",
                            record,
                            "attributes",
                            "{}")
                    .succeeds();
            assertThat(armed.calls()).isEqualTo(1);
        }
        world.owner("/entity.update", attributes).succeeds();
        world.faults.clear();
    }

    @Test
    void befallOneFormAndOneGroupAndNoOther() {
        person("ada@example.com");
        try (var form = arm(DrillOrder.of(ErrorDrill.FORM_TIGHTENED).at(SIGN_IN));
                var group = arm(DrillOrder.of(ErrorDrill.MAINTENANCE).group(FeatureGroup.CLIENTS))) {
            signIn("ada@example.com", "standard").fails(390, "invalid_form_fields");
            world.owner("/clients/list").fails(480, "api_feature_disabled");
            signIn("ada@example.com", "telling").succeeds();
            forgotten("ada@example.com").succeeds();
            world.owner("/entity.count", "type_name", "user").succeeds();
            assertThat(form.calls()).isEqualTo(2);
            assertThat(group.calls()).isEqualTo(1);
        }
        signIn("ada@example.com", "standard").succeeds();
        world.owner("/clients/list").succeeds();
    }

    @Test
    void leaveNoTraceInWhateverOrderTheyComeAndGo() {
        var ada = person("ada@example.com");
        var flow = world.control("GET", "/applications/shop/flows/telling", "");
        var before = entity(ada);
        var type = world.owner("/entityType", "type_name", "user").succeeds().path("schema");
        var offered = world.simulator.control().offeredDrills().stream()
                .filter(drill -> drill.code() > 0 && drill.operations().contains(SIGN_IN))
                .map(drill -> drill.name())
                .toList();
        assertThat(offered).hasSizeGreaterThan(12);
        int meetings = 0;
        for (int seed = 0; seed < SEEDS; seed++) {
            var random = new Random(seed);
            var some = new ArrayList<>(offered);
            Collections.shuffle(some, random);
            var armed = new ArrayList<ArmedErrorDrill>();
            some.subList(0, 2 + random.nextInt(some.size() - 2))
                    .forEach(name -> armed.add(arm(DrillOrder.named(name).at(SIGN_IN))));
            var stat = signIn("ada@example.com", "telling").body().path("stat").stringValue("");
            var met = armed.stream().filter(drill -> drill.calls() > 0).toList();
            assertThat(stat).as("seed %d, %s", seed, some).isEqualTo(met.isEmpty() ? "ok" : "error");
            meetings += met.size();
            Collections.shuffle(armed, random);
            armed.forEach(ArmedErrorDrill::close);
            assertThat(withoutTime(entity(ada)))
                    .as(
                            "seed %d, %s, undone as %s",
                            seed,
                            some,
                            armed.stream().map(ArmedErrorDrill::name).toList())
                    .isEqualTo(withoutTime(before));
            assertThat(world.control("GET", "/applications/shop/flows/telling", ""))
                    .isEqualTo(flow);
            assertThat(world.owner("/entityType", "type_name", "user")
                            .succeeds()
                            .path("schema"))
                    .isEqualTo(type);
        }
        signIn("ada@example.com", "telling").succeeds();
        assertThat(meetings).isGreaterThan(SEEDS);
        world.faults.clear();
    }

    @Test
    void takeTheirTurnWhereTheyChangeTheSame() {
        var first = arm(DrillOrder.of(ErrorDrill.QUOTA_USED_UP));
        var second = arm(DrillOrder.of(ErrorDrill.QUOTA_USED_UP));
        world.owner("/clients/list").fails(510, "api_limit_error");
        assertThat(List.of(first.calls(), second.calls())).containsExactly(1L, 0L);
        first.close();
        world.owner("/clients/list").fails(510, "api_limit_error");
        assertThat(second.calls()).isEqualTo(1);
        second.close();
        world.owner("/clients/list").succeeds();
    }

    @Test
    void rememberPasswordsUntilTheLastOfThemIsUndone() {
        var ada = person("ada@example.com");
        var token = token(ada);
        var inForm = arm(DrillOrder.of(ErrorDrill.NEW_PASSWORD_USED_BEFORE));
        var inRecord = arm(DrillOrder.of(ErrorDrill.WRITTEN_PASSWORD_USED_BEFORE));
        changePassword(token, "one-password").fails(214, "password_unacceptable");
        writePassword(ada, "two-password").fails(352, "unknown_application");
        inForm.close();
        writePassword(ada, "two-password").fails(352, "unknown_application");
        inRecord.close();
        writePassword(ada, "two-password").succeeds();
        writePassword(ada, "two-password").succeeds();
    }

    @Test
    void leaveWhatTheControlPlaneHasChangedSince() {
        var control = world.simulator.control();
        var maintenance = arm(DrillOrder.of(ErrorDrill.MAINTENANCE).at("/clients/list"));
        world.owner("/clients/list").fails(480, "api_feature_disabled");
        control.maintenance().begin(FeatureGroup.ENTITY);
        maintenance.close();
        assertThat(control.maintenance().off()).containsExactly(FeatureGroup.ENTITY);
        control.maintenance().end();

        var quota = arm(DrillOrder.of(ErrorDrill.QUOTA_USED_UP));
        world.owner("/clients/list").fails(510, "api_limit_error");
        control.quota().set(1, Duration.ofMinutes(1));
        quota.close();
        world.owner("/clients/list").succeeds();
        world.owner("/clients/list").fails(510, "api_limit_error");
        control.quota().lift();

        var storage = arm(DrillOrder.of(ErrorDrill.STORAGE_FAILS_READS));
        world.owner("/entity.find", "type_name", "user").fails(500, "unexpected_error");
        control.storage().refuseWrites();
        storage.close();
        assertThat(control.storage().faults().refusesWrites()).isTrue();
        assertThat(control.storage().faults().failsReads()).isFalse();
        control.storage().mend();

        var client = control.clients().add(ClientFeature.OWNER);
        var rotated = arm(DrillOrder.of(ErrorDrill.CLIENT_SECRET_ROTATED).client(client.id()));
        world.as(client.id(), client.secret(), "/clients/list").fails(402, "invalid_client_credentials");
        var newer = control.clients().client(client.id()).rotateSecret();
        rotated.close();
        world.as(client.id(), client.secret(), "/clients/list").fails(402, "invalid_client_credentials");
        world.as(client.id(), newer.secret(), "/clients/list").succeeds();
        world.faults.clear();
    }

    @Test
    void giveCountedCallsBackWithTheQuota() {
        world.simulator.control().quota().set(2, Duration.ofMinutes(1));
        world.owner("/clients/list").succeeds();
        try (var drill = arm(DrillOrder.of(ErrorDrill.QUOTA_USED_UP))) {
            world.owner("/clients/list").fails(510, "api_limit_error");
            assertThat(drill.calls()).isEqualTo(1);
        }
        world.owner("/clients/list").succeeds();
        world.owner("/clients/list").fails(510, "api_limit_error");
    }

    private ArmedErrorDrill arm(DrillOrder order) {
        return world.simulator.control().drill(order);
    }

    private String person(String address) {
        return world.record("user", "{'email':'" + address + "','password':'" + PASSWORD + "'}");
    }

    private String token(String uuid) {
        return world.owner("/access/getAccessToken", "type_name", "user", "uuid", uuid, "for_client_id", "login")
                .succeeds()
                .path("accessToken")
                .stringValue();
    }

    private JsonNode entity(String uuid) {
        var record = (ObjectNode) world.owner("/entity", "type_name", "user", "uuid", uuid)
                .succeeds()
                .path("result");
        record.remove("lastLogin");
        return record;
    }

    private static JsonNode withoutTime(JsonNode record) {
        ((ObjectNode) record).remove("lastUpdated");
        return record;
    }

    private Reply signIn(String address, String flow) {
        return world.login(
                SIGN_IN,
                "flow",
                flow,
                "form",
                "signInForm",
                "signInEmailAddress",
                address,
                "currentPassword",
                PASSWORD);
    }

    private Reply forgotten(String address) {
        return world.login(
                "/oauth/forgot_password_native", "form", "forgotPasswordForm", "signInEmailAddress", address);
    }

    private Reply changePassword(String token, String password) {
        return world.login(
                "/oauth/update_profile_native",
                "form",
                "newPasswordForm",
                "access_token",
                token,
                "newPassword",
                password,
                "newPasswordConfirm",
                password);
    }

    private Reply writePassword(String uuid, String password) {
        return world.owner(
                "/entity.update",
                "type_name",
                "user",
                "uuid",
                uuid,
                "attributes",
                "{\"password\":\"" + password + "\"}");
    }
}
