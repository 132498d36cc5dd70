package io.regcontract.simulator.control.call;

import io.regcontract.simulator.control.client.ApiClient;
import io.regcontract.simulator.control.client.ClientControl;
import io.regcontract.simulator.control.client.ClientCredentials;
import io.regcontract.simulator.control.client.ClientFeature;
import io.regcontract.simulator.json.Json;
import java.time.Duration;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;

/** The calls about one API client. */
public final class ClientCalls implements ClientControl {

    private final ControlPath path;

    /** @param path of the client */
    public ClientCalls(ControlPath path) {
        this.path = path;
    }

    @Override
    public ApiClient show() {
        return read(path.get());
    }

    @Override
    public ClientCredentials rotateSecret() {
        return rotateSecret(Duration.ZERO);
    }

    @Override
    public ClientCredentials rotateSecret(Duration overlap) {
        var rotated = path.at("secret").post(Json.object().put("overlapSeconds", overlap.toSeconds()));
        return new ClientCredentials(show().id(), rotated.path("secret").stringValue());
    }

    @Override
    public void revokeSecret() {
        path.at("secret").delete();
    }

    @Override
    public void give(ClientFeature... features) {
        path.at("features").post(Json.object().set("give", names(features)));
    }

    @Override
    public void take(ClientFeature... features) {
        path.at("features").post(Json.object().set("take", names(features)));
    }

    @Override
    public void allowOnly(String... blocks) {
        path.at("addresses").put(Json.object().set("blocks", Json.array(List.of(blocks))));
    }

    @Override
    public void allowEverywhere() {
        allowOnly("0.0.0.0/0");
    }

    @Override
    public void allow(String... blocks) {
        path.at("addresses").post(Json.object().set("add", Json.array(List.of(blocks))));
    }

    @Override
    public void disallow(String... blocks) {
        path.at("addresses").post(Json.object().set("take", Json.array(List.of(blocks))));
    }

    @Override
    public void delete() {
        path.delete();
    }

    static ArrayNode names(ClientFeature... features) {
        return Json.array(
                Arrays.stream(features).map(ClientFeature::documentedName).toList());
    }

    static ApiClient read(JsonNode client) {
        return new ApiClient(
                client.path("id").stringValue(),
                client.path("description").stringValue(),
                JavaValues.texts(client.path("features")).stream()
                        .map(name -> JavaValues.named(ClientFeature.class, ClientFeature::documentedName, name))
                        .collect(Collectors.toCollection(() -> EnumSet.noneOf(ClientFeature.class))),
                JavaValues.texts(client.path("addresses")));
    }
}
