package io.regcontract.simulator;

import static io.regcontract.simulator.SimulatorFixture.json;

import io.regcontract.simulator.Permissions.Client;
import io.regcontract.simulator.RightsTable.Cell;
import io.regcontract.simulator.json.Json;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/**
 * An application with two people, a client that is to be judged, and another client: all that a cell of the table
 * needs.
 */
final class RightsFixture {

    static final List<String> PEOPLE = List.of("own", "other");

    private final SimulatorFixture world;
    private final String application;
    private final Client owner;
    private final String loginClient;
    private final Client judged;
    private final Client otherClient;
    /** Uuid, and the whole record, by person. */
    private final Map<String, String> uuids = new LinkedHashMap<>();

    private final Map<String, JsonNode> records = new LinkedHashMap<>();
    private final String token;
    private final String loginToken;

    /**
     * @param feature of the client that is judged, or "none"
     * @param schema what is limited for it and for the login client: "read", "write" or "none"
     */
    RightsFixture(SimulatorFixture world, String feature, String schema) {
        this.world = world;
        var made = world.control("POST", "/applications", "");
        application = made.path("name").stringValue();
        owner = new Client(
                made.path("ownerClientId").stringValue(),
                made.path("ownerClientSecret").stringValue());
        loginClient = made.path("loginClientId").stringValue();
        judged = client(feature.equals("none") ? "[]" : "['" + feature + "']");
        otherClient = client("[]");
        for (var person : PEOPLE) {
            var attributes = "{'email':'" + email(person) + "','givenName':'Ada','password':'right-one',"
                    + "'statuses':[{'status':'x'}],'profiles':[{'domain':'g','identifier':'" + person + "-id'}]}";
            uuids.put(
                    person,
                    owner("/entity.create", "type_name", "user", "attributes", json(attributes))
                            .path("uuid")
                            .stringValue());
            records.put(person, record(person));
        }
        token = token(judged.id());
        loginToken = token(loginClient);
        if (!schema.equals("none")) {
            for (var client : List.of(judged.id(), loginClient)) {
                limit(client, schema);
                limit(client, schema + "_with_token");
            }
        }
    }

    SimulatorFixture world() {
        return world;
    }

    String application() {
        return application;
    }

    String loginClient() {
        return loginClient;
    }

    Client judged() {
        return judged;
    }

    Client otherClient() {
        return otherClient;
    }

    /** The person's token, issued to the client that is judged. */
    String token() {
        return token;
    }

    /** The person's token, issued to the login client. */
    String loginToken() {
        return loginToken;
    }

    String uuid(String person) {
        return uuids.get(person);
    }

    /** A record as it was made. */
    JsonNode made(String person) {
        return records.get(person);
    }

    String email(String person) {
        return person + "@example.com";
    }

    /** The record as it is now; missing when it is gone. */
    JsonNode record(String person) {
        return world.as(owner.id(), owner.secret(), "/entity", "type_name", "user", "uuid", uuids.get(person))
                .body()
                .path("result");
    }

    /** A call by the owner that succeeds. */
    JsonNode owner(String path, String... parameters) {
        return world.as(owner.id(), owner.secret(), path, parameters).succeeds();
    }

    /** Somebody signs in at another provider. */
    String social(String identifier) {
        return world.control(
                        "POST",
                        "/applications/" + application + "/social",
                        json("{'provider':'g','identifier':'" + identifier + "'}"))
                .path("token")
                .stringValue();
    }

    /** Makes a call as the cell says. */
    SimulatorFixture.Reply call(Cell cell, Map<String, String> parameters) {
        var all = new LinkedHashMap<>(parameters);
        var headers = new LinkedHashMap<String, String>();
        switch (cell.as()) {
            case "named" -> all.put("client_id", judged.id());
            case "token" -> all.put("access_token", token);
            default -> headers.put("Authorization", SimulatorFixture.basic(judged.id(), judged.secret()));
        }
        if (cell.as().equals("both")) {
            all.put("access_token", loginToken);
        }
        var pairs = new ArrayList<String>();
        all.forEach((name, value) -> pairs.addAll(List.of(name, value)));
        return world.post(cell.operation(), headers, pairs.toArray(String[]::new));
    }

    private Client client(String features) {
        var made = owner("/clients/add", "description", "c", "features", json(features));
        return new Client(
                made.path("client_id").stringValue(), made.path("client_secret").stringValue());
    }

    private String token(String clientId) {
        return owner("/access/getAccessToken", "type_name", "user", "uuid", uuids.get("own"), "for_client_id", clientId)
                .path("accessToken")
                .stringValue();
    }

    private void limit(String clientId, String access) {
        owner(
                "/entityType.setAccessSchema",
                "type_name",
                "user",
                "for_client_id",
                clientId,
                "access_type",
                access,
                "attributes",
                Json.write(Json.array(List.of("givenName"))));
    }
}
