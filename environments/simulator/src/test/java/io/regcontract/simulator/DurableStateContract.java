package io.regcontract.simulator;

import static io.regcontract.simulator.SimulatorFixture.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What a simulator whose state outlives the process knows after it was started again, wherever the state is. */
abstract class DurableStateContract {

    private final SimulatorFixture.MovableClock clock =
            new SimulatorFixture.MovableClock(Instant.parse("2026-03-01T12:00:00Z"));
    private SimulatorFixture world = new SimulatorFixture();

    @AfterEach
    void stop() {
        world.close();
        assertThat(world.faults).isEmpty();
    }

    @Test
    void keepsTypesAndRecords() {
        start();
        world.type(
                "pet",
                "[{'name':'tag','type':'string','constraints':['unique'],'length':3},"
                        + "{'name':'weight','type':'decimal'},{'name':'toys','type':'plural','attr_defs':[{'name':'what','type':'string'}]}]");
        var uuid = world.record("pet", "{'tag':'abc','weight':1.10,'toys':[{'what':'ball'}]}");
        var before = world.owner("/entity", "type_name", "pet", "uuid", uuid).fields();
        var schema = world.owner("/entityType", "type_name", "pet").fields();
        restart();
        assertThat(world.owner("/entity", "type_name", "pet", "uuid", uuid).fields())
                .isEqualTo(before);
        assertThat(world.owner("/entityType", "type_name", "pet").fields()).isEqualTo(schema);
        world.owner("/entity.create", "type_name", "pet", "attributes", json("{'tag':'abc'}"))
                .fails(361, "unique_violation");
        world.owner("/entity.create", "type_name", "pet", "attributes", json("{'tag':'abcd'}"))
                .fails(363, "length_violation");
        var next = world.owner("/entity.create", "type_name", "pet", "attributes", "{}")
                .succeeds();
        assertThat(next.path("id").asLong()).isGreaterThan(1);
        world.owner("/entityType.delete", "type_name", "pet", "commit", "true").succeeds();
        restart();
        world.owner("/entity.count", "type_name", "pet").fails(222, "unknown_entity_type");
        world.type("pet", "[]");
        assertThat(world.owner("/entity.count", "type_name", "pet")
                        .succeeds()
                        .path("total_count")
                        .asInt())
                .isZero();
    }

    /** JSON can name it, and UTF-8 has no bytes for it. */
    @Test
    void keepsHalfOfASurrogatePair() {
        start();
        world.type("pet", "[{'name':'tag','type':'string'},{'name':'more','type':'json'}]");
        var uuid = world.record("pet", "{'tag':'x\\ud800y','more':['\\udc00','\\ud83d\\ude00']}");
        var before = world.owner("/entity", "type_name", "pet", "uuid", uuid)
                .succeeds()
                .path("result");
        assertThat(before.path("tag").stringValue()).isEqualTo("x\ud800y");
        restart();
        assertThat(world.owner("/entity", "type_name", "pet", "uuid", uuid)
                        .succeeds()
                        .path("result"))
                .isEqualTo(before);
    }

    @Test
    void keepsRulesAndProperties() {
        start();
        for (var property : List.of(
                "{'type':'unique','attributes':['givenName','familyName']}",
                "{'type':'rule','attributes':['displayName'],'definition':{'max-length':3}}",
                "{'type':'shown','attributes':['gender'],'definition':'as a word','description':'d'}")) {
            world.owner("/entityType.addProperty", "type_name", "user", "property", json(property))
                    .succeeds();
        }
        world.record("user", "{'givenName':'Ada','familyName':'Lovelace'}");
        var before = world.owner("/entityType.properties", "type_name", "user").fields();
        restart();
        assertThat(world.owner("/entityType.properties", "type_name", "user").fields())
                .isEqualTo(before);
        world.owner(
                        "/entity.create",
                        "type_name",
                        "user",
                        "attributes",
                        json("{'givenName':'ada','familyName':'lovelace'}"))
                .fails(361, "unique_violation");
        world.owner("/entity.create", "type_name", "user", "attributes", json("{'displayName':'Countess'}"))
                .fails(360, "constraint_violation");
    }

    @Test
    void keepsPasswordsAndTheirHistory() {
        start();
        world.owner("/entityType.setPasswordSettings", "type_name", "user", "settings", json("{'historySize':2}"))
                .succeeds();
        var uuid = world.record("user", "{'email':'ada@example.com','password':'first-one'}");
        change(uuid, "second-one").succeeds();
        restart();
        change(uuid, "first-one").fails(352, "unknown_application");
        logIn("second-one").succeeds();
    }

    @Test
    void keepsClientsAndSettings() {
        start();
        var added = world.owner("/clients/add", "description", "shop window", "features", json("['direct_access']"))
                .succeeds();
        var id = added.path("client_id").stringValue();
        var secret = world.owner("/clients/reset_secret", "for_client_id", id, "hours_to_live", "1")
                .succeeds()
                .path("new_secret")
                .stringValue();
        world.owner("/settings/set", "key", "colour", "value", "").succeeds();
        restart();
        world.as(id, secret, "/clients/list").fails(403, "client_permission_error");
        world.as(id, added.path("client_secret").stringValue(), "/entity", "type_name", "user", "id", "1")
                .fails(310, "record_not_found");
        assertThat(world.owner("/settings/get", "key", "colour")
                        .succeeds()
                        .path("result")
                        .stringValue())
                .isEmpty();
    }

    @Test
    void keepsTokensAndWhatWasUsed() {
        start();
        var uuid = world.record("user", "{'email':'ada@example.com'}");
        var used = code(uuid);
        var fresh = code(uuid);
        var issued = exchange(used).succeeds();
        restart();
        exchange(used).fails(200, "invalid_argument");
        assertThat(exchange(fresh).succeeds().has("transaction_state")).isFalse();
        world.anyone(
                        "/entity",
                        "type_name",
                        "user",
                        "access_token",
                        issued.path("access_token").stringValue())
                .succeeds();
        refresh(issued.path("refresh_token").stringValue()).succeeds();
        restart();
        refresh(issued.path("refresh_token").stringValue()).fails(200, "invalid_argument");
        world.owner("/entity.deleteAccess", "type_name", "user", "uuid", uuid).succeeds();
        var orphan = issued.path("access_token").stringValue();
        restart();
        world.anyone("/entity", "type_name", "user", "access_token", orphan).fails(200, "invalid_argument");
    }

    @Test
    void keepsTheSwitchesOfTheWorld() {
        start();
        world.record("user", "{'email':'ada@example.com','password':'her-password'}");
        world.advance(Duration.ofDays(3));
        world.control("PUT", "/applications/shop/maintenance", json("{'groups':['settings']}"));
        world.control("PUT", "/applications/shop/storage", json("{'refuseWrites':true,'failReads':false}"));
        world.control("PUT", "/applications/shop/flows/own", json("{'forms':{'signInForm':{'fields':['nope']}}}"));
        var other = world.control("POST", "/applications", json("{'name':'branch'}"));
        restart();
        assertThat(world.control("POST", "/applications/shop/clock", json("{'advanceSeconds':0}"))
                        .path("now")
                        .stringValue())
                .startsWith("2026-03-04T12:00:00");
        world.owner("/settings/keys").fails(480, "api_feature_disabled");
        world.owner("/entity.create", "type_name", "user", "attributes", "{}").fails(300, "error_creating_record");
        world.login("/oauth/auth_native_traditional", "flow", "own", "form", "signInForm")
                .fails(226, "flow_error");
        world.as(
                        other.path("ownerClientId").stringValue(),
                        other.path("ownerClientSecret").stringValue(),
                        "/clients/list")
                .succeeds();
        world.control("PUT", "/applications/shop/quota", json("{'calls':1,'perSeconds':60}"));
        restart();
        world.owner("/clients/list").succeeds();
        world.owner("/clients/list").fails(510, "api_limit_error");
        world.control("DELETE", "/applications/branch", "");
        world.control("POST", "/reset", "");
        restart();
        assertThat(world.control("GET", "/", "").path("applications").values()).hasSize(1);
        assertThat(world.owner("/entity.count", "type_name", "user")
                        .succeeds()
                        .path("total_count")
                        .asInt())
                .isZero();
    }

    @Test
    void keepsCountingTowardsAQuota() {
        start();
        world.control("PUT", "/applications/shop/quota", json("{'calls':3,'perSeconds':60}"));
        world.owner("/clients/list").succeeds();
        clock.move(Duration.ofSeconds(30));
        world.owner("/settings/set", "key", "colour", "value", "blue").succeeds();
        restart();
        world.owner("/clients/list").succeeds();
        world.owner("/clients/list").fails(510, "api_limit_error");
        clock.move(Duration.ofSeconds(30));
        restart();
        world.owner("/clients/list").succeeds();
        world.owner("/clients/list").fails(510, "api_limit_error");
        world.control("PUT", "/applications/shop/quota", json("{'calls':1,'perSeconds':60}"));
        restart();
        world.owner("/clients/list").succeeds();
    }

    @Test
    void keepsCountingLogIns() {
        start();
        world.record("user", "{'email':'ada@example.com','password':'her-password'}");
        for (int i = 0; i < 6; i++) {
            logIn("wrong-one").fails(210, "invalid_credentials");
        }
        restart();
        logIn("her-password").fails(390, "invalid_form_fields");
        clock.move(Duration.ofSeconds(61));
        logIn("her-password").succeeds();
    }

    @Test
    void takesClientsAsTheyBecame() {
        start();
        var secret = world.owner("/clients/reset_secret", "for_client_id", "owner", "hours_to_live", "0")
                .succeeds()
                .path("new_secret")
                .stringValue();
        restart();
        world.owner("/clients/list").fails(402, "invalid_client_credentials");
        world.as("owner", secret, "/clients/list").succeeds();
        world.close();
        world = new SimulatorFixture(builder -> keep(builder).ownerClient("owner", "asked-for-now"));
        world.as("owner", "asked-for-now", "/clients/list").succeeds();
        world.close();
        world = new SimulatorFixture(builder -> keep(builder).ownerClient("second", "its-secret"));
        world.as("second", "its-secret", "/clients/list").succeeds();
        world.as("owner", "asked-for-now", "/clients/list").succeeds();
    }

    @Test
    void comesBackWithTheClientsItGenerated() {
        List<String> first;
        try (var simulator = keep(RegistrationSimulator.builder()).start()) {
            first = clients(simulator);
        }
        try (var simulator = keep(RegistrationSimulator.builder()).start()) {
            assertThat(clients(simulator)).isEqualTo(first);
        }
        try (var simulator = RegistrationSimulator.builder().start()) {
            assertThat(clients(simulator)).doesNotContainAnyElementsOf(first);
        }
    }

    private static List<String> clients(RegistrationSimulator simulator) {
        return List.of(simulator.ownerClientId(), simulator.ownerClientSecret(), simulator.loginClientId());
    }

    @Test
    void letsGoOfTheStateWhenItCannotStart() {
        assertThatThrownBy(() -> new SimulatorFixture(builder -> keep(builder).loginClient("owner")))
                .hasMessage("owner client and login client need different ids");
        start();
        world.owner("/clients/list").succeeds();
    }

    private SimulatorFixture.Reply change(String uuid, String password) {
        return world.owner(
                "/entity.update",
                "type_name",
                "user",
                "uuid",
                uuid,
                "attributes",
                json("{'password':'" + password + "'}"));
    }

    private SimulatorFixture.Reply logIn(String password) {
        return world.login(
                "/oauth/auth_native_traditional",
                "form",
                "signInForm",
                "signInEmailAddress",
                "ada@example.com",
                "currentPassword",
                password);
    }

    private String code(String uuid) {
        return world.owner("/access/getAuthorizationCode", "type_name", "user", "uuid", uuid)
                .succeeds()
                .path("authorizationCode")
                .stringValue();
    }

    private SimulatorFixture.Reply exchange(String code) {
        return world.owner("/oauth/token", "grant_type", "authorization_code", "code", code);
    }

    private SimulatorFixture.Reply refresh(String token) {
        return world.owner("/oauth/token", "grant_type", "refresh_token", "refresh_token", token);
    }

    private void start() {
        world.close();
        world = new SimulatorFixture(builder -> keep(builder).clock(clock));
    }

    private void restart() {
        start();
    }

    /** Has a simulator keep its state in the one place of this test. */
    abstract RegistrationSimulator.Builder keep(RegistrationSimulator.Builder builder);
}
