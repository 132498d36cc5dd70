package io.regcontract.simulator;

import static io.regcontract.simulator.SimulatorFixture.json;

import io.regcontract.simulator.json.Json;
import java.util.List;

/** Gives clients features, access schemas and tokens. */
record Permissions(SimulatorFixture world) {

    /** A client with its secret. */
    record Client(String id, String secret) {}

    /** A new client with these features. */
    Client client(String... features) {
        var made = world.owner(
                        "/clients/add", "description", "c", "features", Json.write(Json.array(List.of(features))))
                .succeeds();
        return new Client(
                made.path("client_id").stringValue(), made.path("client_secret").stringValue());
    }

    /** Limits what a client may do to the attributes, JSON with single quotes. */
    void limit(String clientId, String typeName, String access, String attributes) {
        world.owner(
                        "/entityType.setAccessSchema",
                        "type_name",
                        typeName,
                        "for_client_id",
                        clientId,
                        "access_type",
                        access,
                        "attributes",
                        json(attributes))
                .succeeds();
    }

    /** A token of the person, issued to the client. */
    String token(String typeName, String uuid, String clientId) {
        return world.owner("/access/getAccessToken", "type_name", typeName, "uuid", uuid, "for_client_id", clientId)
                .succeeds()
                .path("accessToken")
                .stringValue();
    }

    /** A call with a client's own credentials. */
    SimulatorFixture.Reply as(Client client, String path, String... parameters) {
        return world.as(client.id(), client.secret(), path, parameters);
    }
}
