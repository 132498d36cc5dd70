package io.regcontract.simulator.control.call;

import io.regcontract.simulator.control.client.ApiClient;
import io.regcontract.simulator.control.client.ClientControl;
import io.regcontract.simulator.control.client.ClientCredentials;
import io.regcontract.simulator.control.client.ClientFeature;
import io.regcontract.simulator.control.client.ClientsControl;
import io.regcontract.simulator.json.Json;
import java.util.List;
import tools.jackson.databind.node.ObjectNode;

/** The calls about API clients. */
public final class ClientsCalls implements ClientsControl {

    private final ControlPath path;

    /** @param path of the application */
    public ClientsCalls(ControlPath path) {
        this.path = path;
    }

    @Override
    public List<ApiClient> all() {
        return path.at("clients").get().path("clients").values().stream()
                .map(ClientCalls::read)
                .toList();
    }

    @Override
    public ClientCredentials add(ClientFeature... features) {
        return added(Json.object(), features);
    }

    @Override
    public ClientCredentials add(ClientCredentials credentials, ClientFeature... features) {
        return added(Json.object().put("id", credentials.id()).put("secret", credentials.secret()), features);
    }

    @Override
    public ClientControl client(String id) {
        return new ClientCalls(path.at("clients", id));
    }

    private ClientCredentials added(ObjectNode wish, ClientFeature... features) {
        wish.set("features", ClientCalls.names(features));
        var added = path.at("clients").post(wish);
        return new ClientCredentials(
                added.path("id").stringValue(), added.path("secret").stringValue());
    }
}
