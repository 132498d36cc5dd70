package io.regcontract.simulator;

import static io.regcontract.simulator.SimulatorFixture.json;
import static org.assertj.core.api.Assertions.assertThat;

import io.regcontract.simulator.Permissions.Client;
import io.regcontract.simulator.argument.Parameters;
import io.regcontract.simulator.credential.Signature;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** A token acts for one person, with the rights of the client that it was issued to, whatever comes beside it. */
class PersonScopeTest {

    private final SimulatorFixture world = new SimulatorFixture();
    private final Permissions permissions = new Permissions(world);
    private String ada = "";
    private String eve = "";

    @BeforeEach
    void prepare() {
        ada = world.record("user", "{'email':'ada@example.com','givenName':'Ada'}");
        eve = world.record("user", "{'email':'eve@example.com','givenName':'Eve'}");
    }

    @AfterEach
    void stop() {
        world.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"/entity", "/entity.update", "/entity.replace", "/entity.delete", "/access/getVerificationCode"})
    void refusesATokenBesideAnotherRecord(String path) {
        var token = token(ada, "owner");
        for (var selector : List.of(
                List.of("uuid", eve),
                List.of("uuid", "11111111-2222-3333-4444-555555555555"),
                List.of("uuid", "no uuid at all"),
                List.of("id", "2"),
                List.of("id", "1", "uuid", eve),
                List.of("key_attribute", "email", "key_value", json("'eve@example.com'")),
                List.of("key_attribute", "email", "key_value", "not JSON"),
                List.of("type_name", "user", "uuid", eve),
                List.of("type_name", "pet"))) {
            beside(token, path, selector).fails(403, "client_permission_error");
        }
        assertThat(names()).isEqualTo("Ada Eve");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/entity", "/entity.update", "/entity.replace", "/access/getVerificationCode"})
    void letsATokenNameItsOwnRecordOrNone(String path) {
        var token = token(ada, "owner");
        for (var selector : List.of(
                List.<String>of(),
                List.of("uuid", "", "id", "", "key_attribute", "", "key_value", ""),
                List.of("key_attribute", "email", "key_value", ""),
                List.of("uuid", ada),
                List.of("uuid", ada.toUpperCase(java.util.Locale.ROOT), "id", "1"),
                List.of("key_attribute", "email", "key_value", json("'ADA@example.com'")),
                List.of("key_attribute", "uuid", "key_value", json("'" + ada + "'")),
                List.of("key_attribute", "id", "key_value", "1"),
                List.of("type_name", "user", "id", "1"))) {
            beside(token, path, selector).succeeds();
        }
    }

    @Test
    void givesATokenBesideAClientTheRightsOfTheTokenOnly() {
        var powerless = permissions.client();
        var limited = token(ada, "login");
        for (var client : List.of(new Client("owner", "owner-secret"), powerless)) {
            world.as(client.id(), client.secret(), "/entity", "access_token", limited)
                    .succeeds();
            world.as(
                            client.id(),
                            client.secret(),
                            "/entity.update",
                            "access_token",
                            limited,
                            "attributes",
                            json("{'givenName':'Eve'}"))
                    .failsAt(223, "unknown_attribute", "/givenName");
            world.as(client.id(), client.secret(), "/entity.delete", "access_token", limited)
                    .fails(403, "client_permission_error");
            world.as(
                            client.id(),
                            client.secret(),
                            "/access/getVerificationCode",
                            "access_token",
                            limited,
                            "attribute_name",
                            "emailVerified")
                    .failsAt(223, "unknown_attribute", "/emailVerified");
        }
        assertThat(names()).isEqualTo("Ada Eve");
    }

    @Test
    void asksTheClientBesideATokenForItsSecretAndItsAddress() {
        var elsewhere = permissions.client("owner");
        world.owner("/clients/set_whitelist", "for_client_id", elsewhere.id(), "whitelist", json("['203.0.113.7/32']"))
                .succeeds();
        var token = token(ada, "owner");
        world.as("owner", "wrong", "/entity", "access_token", token).fails(402, "invalid_client_credentials");
        world.as(elsewhere.id(), elsewhere.secret(), "/entity", "access_token", token)
                .fails(403, "client_permission_error");
    }

    @Test
    void letsATokenOfALoginClientDeleteNothing() {
        var uuid = world.record("user", "{'statuses':[{'status':'x'}]}");
        var token = token(uuid, "login");
        var element = world.owner("/entity", "type_name", "user", "uuid", uuid)
                .succeeds()
                .path("result")
                .path("statuses")
                .path(0)
                .path("id")
                .toString();
        world.anyone("/entity.delete", "access_token", token, "attribute_name", "statuses#" + element)
                .failsAt(223, "unknown_attribute", "/statuses");
        world.anyone("/entity.delete", "access_token", token).fails(403, "client_permission_error");
        permissions.limit("login", "user", "write_with_token", "['statuses']");
        world.anyone("/entity.delete", "access_token", token).fails(403, "client_permission_error");
        world.anyone("/entity.delete", "access_token", token, "attribute_name", "statuses#" + element)
                .succeeds();
    }

    @Test
    void signsTheAccessTokenWithTheRest() {
        var token = token(ada, "owner");
        var date = "2026-03-01 12:00:00";
        var signed = Signature.of("/entity", date, new Parameters().add("access_token", token), "owner-secret");
        var unsigned = Signature.of("/entity", date, new Parameters(), "owner-secret");
        signed(date, signed, "access_token", token).succeeds();
        signed(date, unsigned, "access_token", token).fails(402, "invalid_client_credentials");
        // Neither names nor secrets of the client are signed: pyapi leaves them out.
        signed(date, signed, "access_token", token, "client_id", "owner").succeeds();
    }

    private SimulatorFixture.Reply signed(String date, String signature, String... parameters) {
        return world.post("/entity", Map.of("Authorization", "Signature owner:" + signature, "Date", date), parameters);
    }

    private SimulatorFixture.Reply beside(String token, String path, List<String> selector) {
        var parameters = new ArrayList<>(List.of("access_token", token));
        parameters.addAll(selector);
        if (path.endsWith("update")) {
            parameters.addAll(List.of("attributes", json("{'givenName':'Ada'}")));
        } else if (path.endsWith("replace")) {
            parameters.addAll(List.of("attributes", json("{'email':'ada@example.com','givenName':'Ada'}")));
        } else if (path.endsWith("Code")) {
            parameters.addAll(List.of("attribute_name", "emailVerified"));
        }
        return world.anyone(path, parameters.toArray(String[]::new));
    }

    private String names() {
        return String.join(
                " ",
                world
                        .owner("/entity.find", "type_name", "user", "attributes", json("['givenName']"))
                        .succeeds()
                        .path("results")
                        .values()
                        .stream()
                        .map(record -> record.path("givenName"))
                        .map(JsonNode::stringValue)
                        .toList());
    }

    private String token(String uuid, String clientId) {
        return permissions.token("user", uuid, clientId);
    }
}
